package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.WorkloadInfo;
import io.laio.testbed.network.Network;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A reason why the answer might be wrong.
 *
 * @param subject what it is about
 * @param text what differs or may mislead
 */
record Threat(String subject, String text) {

    private static final String LIMITED = ", limited to ";

    private static final String UNLIMITED_LINK =
            "nothing is limited to a gigabit, and the clients share the machine with the server, though not its processor";

    private static final String LIMIT_IS_NO_DISK =
            " A rate limit is not a slow disk: reads below it are as fast as ever, and depth does not pay, for many reads at once "
                    + "get no more done than one after the other.";

    /** Those that apply to these results. Facts of the study: PAPER.md of the project, with its marks. */
    static List<Threat> of(Results results) {
        List<Threat> threats = new ArrayList<>();
        PlanInfo plan = results.plan();
        threats.add(machine(results.environment()));
        threats.add(disk(plan, results.environment()));
        threats.add(network(plan, results.environment().details().getOrDefault("network", "not described")));
        threats.add(servers());
        plan.workloads().forEach(workload -> threats.add(workload(plan, workload)));
        threats.add(load());
        threats.add(caches(results.runs()));
        threats.add(memory(plan.memoryBudgetsBytes()));
        endedByTheClock(results).ifPresent(threats::add);
        threats.add(repeats(plan));
        if (!plan.skipped().isEmpty()) {
            threats.add(
                    new Threat("Not measured", "Planned, and left out: " + String.join("; ", plan.skipped()) + "."));
        }
        if (results.runs().stream().anyMatch(run -> !run.valid())) {
            threats.add(leftOut(results.runs()));
        }
        return threats;
    }

    private static Threat machine(EnvironmentInfo here) {
        return new Threat(
                "Machine",
                "The study: one Xeon at 2.4 GHz, 2 GB of memory, FreeBSD 5.2-CURRENT [S]. Here: " + here.cpuModel()
                        + ", "
                        + Words.count(here.cpus(), "processor") + ", " + Numbers.bytes(here.memoryBytes()) + ", Linux "
                        + here.kernel()
                        + ". A faster processor makes the overhead of any mechanism smaller beside the disk.");
    }

    private static Threat disk(PlanInfo plan, EnvironmentInfo here) {
        boolean limited = plan.disk().contains(LIMITED);
        String disk = plan.disk().startsWith("native")
                ? "the machine's own (" + here.device() + ")" + plan.disk().substring("native".length())
                : "the device model " + plan.disk();
        return new Threat(
                "Disk",
                "The study: one 7,200 rpm ATA disk [R], milliseconds for each read. Here: " + disk
                        + ". The faster the device, the less there is to gain by not waiting for it."
                        + (limited ? LIMIT_IS_NO_DISK : ""));
    }

    private static Threat network(PlanInfo plan, String details) {
        String here = switch (plan.network()) {
            case Network.LOOPBACK -> "the loopback interface: " + UNLIMITED_LINK;
            case Network.CONTAINERS ->
                "containers on one machine (" + details + "): " + UNLIMITED_LINK
                        + ", and each packet passes a veth pair, which costs both sides";
            default ->
                plan.network() + ", emulated by a shaped link between two network namespaces of one machine (" + details
                        + "): its delay is that of the machine, and so is the work of a network card";
        };
        return new Threat("Network", "The study: gigabit Ethernet [S]. Here: " + here + ".");
    }

    private static Threat servers() {
        return new Threat(
                "Servers",
                "The study changed Flash and thttpd, written in C; LAIO rested on scheduler activations [S]. The servers of this project "
                        + "are written anew in Java, share everything but the strategy compared, and LAIO rests on io_uring. Absolute "
                        + "numbers are therefore not the study's; differences between strategies are what can be compared.");
    }

    private static Threat workload(PlanInfo plan, WorkloadInfo workload) {
        boolean imported = "import".equals(workload.parameters().get("made by"));
        String origin = imported
                ? "Imported from a log: a file is as large as the largest whole answer seen, sequences are guessed from hosts and pauses, and "
                        + "pauses are not replayed."
                : "Synthesised, since the study's traces are not public: footprint [S], requests and bytes by class of size [R] as "
                        + "published, number of files, popularity and lengths of sequences assumed [U].";
        String part = workload.prefixRequests() < workload.requests()
                ? " Every run plays at most the first " + Numbers.whole(workload.prefixRequests()) + " of "
                        + Numbers.whole(workload.requests()) + " requests, touching "
                        + Numbers.bytes(workload.prefixFootprintBytes()) + " of "
                        + Numbers.bytes(workload.footprintBytes())
                        + ", and ends after at most " + Numbers.measured(plan.maxSeconds()) + " s."
                : " Every run may play it whole, and ends after at most " + Numbers.measured(plan.maxSeconds()) + " s.";
        return new Threat("Workload " + workload.name(), origin + part);
    }

    private static Threat load() {
        return new Threat(
                "Load",
                "As in the study, clients ask again as soon as they are answered [P] (a closed loop): a slow server is asked less, so "
                        + "response times say less about overload than they would at a fixed rate. Clients take their sequences from one queue "
                        + "[U].");
    }

    private static Threat caches(List<RunResult> runs) {
        String cold = runs.stream().anyMatch(run -> run.setting().cache() == CacheState.COLD_DATA)
                ? " Only data could be dropped here, not names and metadata: cold runs are warmer than they should be."
                : "";
        return new Threat(
                "Caches",
                "How the study emptied its cache is unknown [U]; warm means, as there [P], that the same requests were played once before."
                        + cold);
    }

    private static Threat memory(List<Long> budgets) {
        String here = budgets.isEmpty()
                ? "Here nothing limited the servers' page cache: if the documents fit in memory, this is no disk-bound experiment."
                : "Here a control group limits the page cache of each server to " + range(budgets)
                        + " on top of its own memory, which a Java process needs more of.";
        return new Threat(
                "Memory", "In the study the machine's 2 GB were shared by server and page cache [S]. " + here);
    }

    private static String range(List<Long> budgets) {
        String least = Numbers.bytes(budgets.getFirst());
        return budgets.size() == 1
                ? least
                : "one of " + budgets.size() + " sizes from " + least + " to " + Numbers.bytes(budgets.getLast()) + ",";
    }

    /** Rates over the same time can be compared; the work done in it differs, which is the result. */
    private static Optional<Threat> endedByTheClock(Results results) {
        long ended =
                results.validRuns().stream().filter(Threat::isEndedByTheClock).count();
        return ended == 0
                ? Optional.empty()
                : Optional.of(new Threat(
                        "Length",
                        Words.count(ended, "run") + " of " + results.validRuns().size()
                                + " had not played all of the planned requests when their time was up. What is compared is then what was done a second "
                                + "over the same time, from the same beginning of the trace: a faster server came further into it, where "
                                + "other documents are asked for."));
    }

    private static boolean isEndedByTheClock(RunResult run) {
        return run.validity().notes().stream().anyMatch(note -> note.startsWith(RunResult.ENDED_BY_THE_CLOCK));
    }

    private static Threat repeats(PlanInfo plan) {
        String text = plan.repeats() < Summary.ENOUGH_REPEATS
                ? Words.count(plan.repeats(), "repeat")
                        + ": too few for intervals or tests. Every verdict is provisional."
                : plan.repeats()
                        + " repeats on one machine: intervals tell how much its runs differ, not how much machines do. A bootstrap "
                        + "interval of six repeats holds the true median about 90 % of the time; verdicts come from an exact test.";
        return new Threat("Repeats", text);
    }

    private static Threat leftOut(List<RunResult> runs) {
        long invalid = runs.stream().filter(run -> !run.valid()).count();
        return new Threat(
                "Runs left out",
                Words.counting(invalid, runs.size()) + ". If what spoiled them struck one server more often than "
                        + "another, the rest flatters it.");
    }
}
