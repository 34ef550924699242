package io.laio.comparison.run;

import io.laio.analysis.statistics.Outcome;
import io.laio.comparison.cgroup.BudgetUse;
import io.laio.comparison.cgroup.KeptBudget;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.contestant.HelperMemory;
import io.laio.comparison.contestant.ServerStatistics;
import io.laio.comparison.environment.BlockDevice;
import io.laio.comparison.plan.PlannedRun;
import io.laio.comparison.results.Evidence;
import io.laio.comparison.results.ResourceUse;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import io.laio.workload.replay.ReplayPlan;
import io.laio.workload.replay.ReplayProgress;
import io.laio.workload.replay.ReplayResult;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Carries out one run: a server started afresh, warmed up on other files, given its memory budget, its caches brought to
 * the state asked for, that state proven, and then the part of the trace that every server plays.
 */
final class RunExecutor {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final long UNLIMITED = 0;

    /** Where requests failed, how long it may take until the end of a server's process is known. */
    private static final Duration NEWS_OF_AN_END = Duration.ofSeconds(1);

    private final StudySetup setup;
    private final PlannedRun run;
    private final Workload workload;

    RunExecutor(StudySetup setup, PlannedRun run, Workload workload) {
        this.setup = setup;
        this.run = run;
        this.workload = workload;
    }

    /** The run's result and the replay behind it, whose distributions are stored apart. */
    record Outcome(RunResult result, ReplayResult replay) {}

    Outcome execute() throws ContestantException, IOException {
        try (Stage stage = setup.stage(run, workload)) {
            setup.warmUp(stage, workload);
            long budgetBytes = run.memory().bytes(workload.prefix().footprintBytes());
            try (KeptBudget keeper = stage.keepBudget(budgetBytes).orElse(null)) {
                return measure(stage, keeper);
            }
        }
    }

    private Outcome measure(Stage stage, @Nullable KeptBudget keeper) throws ContestantException, IOException {
        setup.narrator()
                .status(label() + ": bringing the cache to " + run.cache().words());
        CacheProof proof = new CachePreparation(setup.host(), workload).bring(run.cache(), () -> rehearse(stage));
        setup.limitReads(stage, workload);
        Optional<BlockDevice> device = BlockDevice.below(workload.documentRoot());
        if (keeper != null) {
            keeper.restart();
        }
        stage.requireAlive();
        resetStatistics(stage);
        Counters before = Counters.read(stage, device, setup.disk());
        ReplayResult replay = playAtPace(stage);
        Counters after = Counters.read(stage, device, setup.disk());
        Optional<BudgetUse> budget = keeper == null ? Optional.empty() : Optional.of(keeper.use());
        Optional<String> casualty = stage.casualtyWithin(replay.failed() > 0 ? NEWS_OF_AN_END : Duration.ZERO);
        Optional<ServerStatistics> statistics = casualty.isPresent() ? Optional.empty() : statistics(stage);
        return new Outcome(
                new RunResult(
                        setting(stage, proof, statistics, budget),
                        Measured.performance(replay),
                        use(stage, replay, before, after, budget, statistics, casualty),
                        evidence(stage, proof, replay, budget, after.latenessSince(before)),
                        Judge.judge(facts(proof, replay, before, after, budget, casualty))),
                replay);
    }

    /** Only now is a slow disk slow. */
    private ReplayResult playAtPace(Stage stage) throws IOException {
        try (DocumentDisk.Paced _ = setup.disk().paced()) {
            return play(stage);
        }
    }

    /** Whole, however long it takes: what a slow server had no time to ask for would not be warm. */
    private void rehearse(Stage stage) throws IOException {
        setup.narrator().status(label() + ": playing once before");
        setup.prepare(replay(stage, UNLIMITED), this::narrate);
    }

    private ReplayResult play(Stage stage) throws IOException {
        setup.narrator().status(label() + ": playing");
        return setup.play(replay(stage, Math.round(setup.plan().limits().seconds() * 1000)), this::narrate);
    }

    private ReplayPlan replay(Stage stage, long durationMillis) {
        return setup.replay(workload.trace(), stage, run.clients())
                .withLimits(setup.plan().limits().requests(), durationMillis);
    }

    private void narrate(ReplayProgress.Snapshot progress) {
        setup.narrator().status(label() + ": " + progress.requests() + " requests");
    }

    private String label() {
        return run.server() + " " + run.workload() + " " + run.cache().label() + " " + run.clients() + " clients";
    }

    private static void resetStatistics(Stage stage) throws IOException {
        var client = stage.statistics();
        if (client.isPresent()) {
            client.get().reset();
        }
    }

    private static Optional<ServerStatistics> statistics(Stage stage) throws IOException {
        var client = stage.statistics();
        return client.isPresent() ? Optional.of(client.get().read()) : Optional.empty();
    }

    private RunSetting setting(
            Stage stage, CacheProof proof, Optional<ServerStatistics> statistics, Optional<BudgetUse> budget) {
        return new RunSetting(
                run.server(),
                stage.engine(),
                statistics.map(ServerStatistics::lazy).orElse("none"),
                workload.name(),
                workload.header().sha256(),
                workload.scale(),
                proof.state(),
                setup.plan().setup().diskWords(),
                setup.network().name(),
                budget.map(BudgetUse::budgetBytes).orElse(null),
                run.clients(),
                run.repeat());
    }

    private static ResourceUse use(
            Stage stage,
            ReplayResult replay,
            Counters before,
            Counters after,
            Optional<BudgetUse> budget,
            Optional<ServerStatistics> statistics,
            Optional<String> casualty)
            throws IOException {
        long answered = casualty.isPresent() ? 0 : replay.requests() - replay.failed();
        HelperMemory helpers = stage.helperMemory();
        long bystanderBytes = stage.bystanderBytes();
        return new ResourceUse(
                answered == 0 ? null : (double) after.serverCpuMicrosSince(before) / answered,
                budget.map(use -> use.ownBytes() - helpers.ownBytes() - bystanderBytes)
                        .orElse(null),
                helpers.proportionalBytes(),
                budget.map(BudgetUse::largestPageCacheBytes).orElse(null),
                budget.map(BudgetUse::pageCacheGrowthBytes).orElse(null),
                statistics.map(ServerStatistics::operations).orElseGet(TreeMap::new),
                statistics.map(ServerStatistics::stall).orElse(null),
                after.diskReadsSince(before),
                statistics.map(ServerStatistics::helpers).orElseGet(TreeMap::new));
    }

    private Evidence evidence(
            Stage stage,
            CacheProof proof,
            ReplayResult replay,
            Optional<BudgetUse> budget,
            Optional<Lateness> lateness) {
        return new Evidence(
                proof.residentFraction(),
                replay.load().cpuFraction(),
                lateness.map(Lateness::fraction).orElse(null),
                workload.prefix().footprintBytes(),
                proof.method(),
                proof.namesCold(),
                budget.map(BudgetUse::limitBytes).orElse(null),
                setup.host().processors().server().cpus(),
                setup.host().processors().generator().cpus(),
                stage.engineReason(),
                run.order(),
                replay.startedAt(),
                replay.elapsedNanos() / NANOS_PER_MILLI);
    }

    private RunFacts facts(
            CacheProof proof,
            ReplayResult replay,
            Counters before,
            Counters after,
            Optional<BudgetUse> budget,
            Optional<String> casualty) {
        return new RunFacts(
                proof.state(),
                proof.residentFraction(),
                workload.prefix().footprintBytes(),
                budget,
                after.diskReadBytesSince(before),
                after.latenessSince(before),
                casualty,
                replay.failureExamples(),
                replay.failed(),
                replay.stopReason(),
                replay.requests(),
                workload.prefix().requests(),
                replay.load().cpuFraction(),
                replay.load().saturated(),
                after.noiseSince(before, setup.network().isEmulated()),
                Stream.of(setup.host().warnings(), after.diskNotesSince(before), madeAgain(replay))
                        .flatMap(List::stream)
                        .toList());
    }

    private static List<String> madeAgain(ReplayResult replay) {
        return replay.madeAgain() == 0
                ? List.of()
                : List.of(replay.madeAgain()
                        + " requests were made again: the server closed their connections before any answer came");
    }
}
