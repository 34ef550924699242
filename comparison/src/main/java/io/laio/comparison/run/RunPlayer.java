package io.laio.comparison.run;

import io.laio.analysis.files.WholeFiles;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.RunResult;
import io.laio.workload.replay.HistogramLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Makes runs one after the other, and writes results after each, so that whatever ends it early costs one run at most.
 *
 * @param setup what the runs share
 * @param directory where results go
 * @param workloads by the plan's name
 */
record RunPlayer(StudySetup setup, ResultsDirectory directory, Map<String, Workload> workloads) {
    /**
     * Rehearses.
     *
     * @param servers who takes part
     * @return false if this thread was interrupted
     */
    boolean rehearsed(List<String> servers) throws ContestantException, IOException {
        try {
            rehearse(servers);
        } catch (IOException | ContestantException e) {
            if (!Thread.currentThread().isInterrupted()) {
                directory.requireRoom();
                throw e;
            }
        }
        return !Thread.currentThread().isInterrupted();
    }

    /**
     * Starts every contestant once before anything is measured: what this machine refuses is said at once, and the load
     * generator's own code is compiled before the first run.
     */
    private void rehearse(List<String> servers) throws ContestantException, IOException {
        Workload workload = workloads.values().iterator().next();
        for (String server : servers) {
            PlannedRun rehearsal = new PlannedRun(
                    0,
                    server,
                    workload.name(),
                    CacheState.WARM,
                    setup.plan().cross().memory().getFirst(),
                    1,
                    1);
            try (Stage stage = setup.stage(rehearsal, workload)) {
                setup.warmUp(stage, workload);
            }
        }
    }

    /**
     * Makes runs.
     *
     * @param start what was found before
     * @param runs which, in their order
     * @return with what was found now; whoever interrupts this thread gets what is finished
     */
    Results playAll(Results start, List<PlannedRun> runs) throws ContestantException, IOException {
        int planned = start.runs().size() + runs.size();
        Results results = start;
        for (PlannedRun run : runs) {
            Optional<RunResult> result = play(run);
            if (result.isEmpty()) {
                return results;
            }
            results = results.withRun(result.get());
            directory.write(results);
            setup.narrator().line(describe(run, planned, result.get()));
        }
        return results;
    }

    /** Nothing if this thread was interrupted: a run that was cut short is no run. */
    private Optional<RunResult> play(PlannedRun run) throws ContestantException, IOException {
        Workload workload = Objects.requireNonNull(workloads.get(run.workload()));
        try {
            directory.requireRoom();
            RunExecutor.Outcome outcome = new RunExecutor(setup, run, workload).execute();
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            ByteArrayOutputStream log = new ByteArrayOutputStream();
            HistogramLog.write(outcome.replay(), log);
            WholeFiles.write(setup.results().resolve(logName(run)), log.toByteArray());
            return Optional.of(outcome.result());
        } catch (IOException | ContestantException e) {
            // An interrupt makes whatever reads or writes at the time fail, and Ctrl-C also reaches the server.
            if (Thread.currentThread().isInterrupted()) {
                return Optional.empty();
            }
            directory.requireRoom(); // a full disk makes a server fail in ways that do not tell of it
            throw e;
        }
    }

    private static String logName(PlannedRun run) {
        return String.format("run-%03d.hlog", run.order());
    }

    private static String describe(PlannedRun run, int runs, RunResult result) {
        String line = String.format(
                Locale.ROOT,
                "[%d/%d] %-16s %-9s %-9s %4d clients: %7.0f requests/s %7.0f Mb/s  mean %7.2f ms",
                run.order(),
                runs,
                run.server(),
                result.setting().workload(),
                result.setting().cache().label(),
                run.clients(),
                result.performance().requestsPerSecond(),
                result.performance().throughputMbps(),
                result.performance().responseTimeMillis().mean());
        return result.valid()
                ? line
                : line + "  INVALID: " + String.join("; ", result.validity().invalidReasons());
    }
}
