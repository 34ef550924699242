package io.laio.comparison.run;

import io.laio.comparison.cache.PageCache;
import io.laio.comparison.cgroup.ReadLimit;
import io.laio.comparison.contestant.Contestant;
import io.laio.comparison.contestant.ContestantCatalogue;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.Launch;
import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.plan.PlannedRun;
import io.laio.testbed.disk.DiskContents;
import io.laio.testbed.network.Network;
import io.laio.workload.replay.Replay;
import io.laio.workload.replay.ReplayPlan;
import io.laio.workload.replay.ReplayProgress;
import io.laio.workload.replay.ReplayResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * What all runs of one comparison share.
 *
 * @param plan the plan
 * @param host the machine
 * @param home laio's directory
 * @param data laio's data directory, which holds the traces
 * @param disk holds the documents
 * @param results directory for results and logs
 * @param contestants who can be started
 * @param network what lies between servers and clients
 * @param narrator is told how it is getting on
 * @param stages where contestants are started
 */
public record StudySetup(
        Plan plan,
        Host host,
        Path home,
        Path data,
        DocumentDisk disk,
        Path results,
        ContestantCatalogue contestants,
        Network network,
        Narrator narrator,
        Stages stages) {
    private static final int WARM_UP_ROUNDS = 4;
    private static final int WARM_UP_CLIENTS = 32;

    /**
     * With contestants on this machine.
     *
     * @param plan the plan
     * @param host the machine
     * @param home laio's directory
     * @param data laio's data directory, which holds the traces
     * @param disk holds the documents
     * @param results directory for results and logs
     * @param contestants who can be started
     * @param network what lies between servers and clients
     * @param narrator is told how it is getting on
     */
    public StudySetup(
            Plan plan,
            Host host,
            Path home,
            Path data,
            DocumentDisk disk,
            Path results,
            ContestantCatalogue contestants,
            Network network,
            Narrator narrator) {
        this(plan, host, home, data, disk, results, contestants, network, narrator, new LocalStages(host));
    }

    /**
     * The same on another disk.
     *
     * @param other holds the documents
     * @return a copy
     */
    public StudySetup on(DocumentDisk other) {
        return new StudySetup(plan, host, home, data, other, results, contestants, network, narrator, stages);
    }

    /** Makes workloads ready. */
    WorkloadLibrary library() {
        return new WorkloadLibrary(home, data, disk.directory(), narrator);
    }

    /**
     * What a disk has to hold for the plan. Makes the traces, which say so.
     *
     * @return bytes and files
     * @throws PlanException if a workload does not exist
     * @throws IOException if a trace is damaged or cannot be written
     */
    public DiskContents contents() throws PlanException, IOException {
        return library().contents(plan);
    }

    /**
     * The same over another network.
     *
     * @param other what lies between servers and clients
     * @return a copy
     */
    public StudySetup over(Network other) {
        return new StudySetup(plan, host, home, data, disk, results, contestants, other, narrator, stages);
    }

    /**
     * The same with contestants elsewhere.
     *
     * @param other what the machine lets a comparison do there
     * @param elsewhere where they are started
     * @return a copy
     */
    public StudySetup at(Host other, Stages elsewhere) {
        return new StudySetup(plan, other, home, data, disk, results, contestants, network, narrator, elsewhere);
    }

    /** A contestant that runs, as the run asks. */
    Stage stage(PlannedRun run, Workload workload) throws ContestantException, IOException {
        narrator.status(run.server() + ": starting");
        Contestant contestant = contestants.find(run.server());
        String name = String.format("%03d-%s", run.order(), run.server());
        Path directory = Files.createDirectories(results.resolve("logs").resolve(name));
        Launch launch = new Launch(
                contestant,
                home,
                workload.documentRoot(),
                directory,
                directory.resolve("output.log"),
                plan.servers().given(),
                network);
        return stages.set(launch, name);
    }

    /** How a trace is played against a contestant. */
    ReplayPlan replay(Path trace, Stage stage, int clients) {
        return ReplayPlan.closedLoop(trace, stage.address(), clients)
                .withConnectionPerRequest(stage.connectionPerRequest());
    }

    /** Plays a trace, from the clients' end of the network. */
    ReplayResult play(ReplayPlan replay, ReplayProgress progress) throws IOException {
        return network.asClient(() -> Replay.run(replay, progress));
    }

    /** Plays a trace in order to make the server ready: from its own end of the network, where no link slows it. */
    ReplayResult prepare(ReplayPlan replay, ReplayProgress progress) throws IOException {
        return network.asServer(() -> Replay.run(replay, progress));
    }

    /** Puts the plan's limit of reads in force. Not before the server has started, which reads its own program. */
    void limitReads(Stage stage, Workload workload) throws IOException {
        Optional<ReadLimit> limit = plan.setup().readLimit();
        if (limit.isPresent()) {
            BlockDevice device = BlockDevice.below(workload.documentRoot()).orElseThrow();
            stage.limitReads(device.number(), limit.get());
        }
    }

    Path warmUpTrace() {
        return data.resolve("traces").resolve("warm-up-" + roundRequests() + ".trace");
    }

    long roundRequests() {
        return Math.ceilDiv(plan.limits().warmUpRequests(), (long) WARM_UP_ROUNDS);
    }

    /**
     * Warms the server's just-in-time compiler. Each round begins with the files evicted, so that the ways of answering
     * from disk are compiled as well; afterwards they are evicted again, so that they take nothing of the budget.
     */
    void warmUp(Stage stage, Workload workload) throws ContestantException, IOException {
        if (plan.limits().warmUpRequests() == 0) {
            return;
        }
        narrator.status("warming up");
        List<String> paths = new WarmUpSet().paths();
        ReplayPlan round = replay(warmUpTrace(), stage, WARM_UP_CLIENTS);
        try (PageCache cache = new PageCache(host.linux(), workload.documentRoot())) {
            for (int i = 0; i < WARM_UP_ROUNDS && !Thread.currentThread().isInterrupted(); i++) {
                cache.evict(paths);
                prepare(round, ReplayProgress.NONE);
            }
            cache.evict(paths);
        }
        stage.requireAlive();
    }
}
