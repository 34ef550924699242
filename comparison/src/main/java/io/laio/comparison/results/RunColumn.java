package io.laio.comparison.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A column of {@code results.csv}.
 *
 * @param name path of the field in {@code results.json}, with points
 * @param value what a run has there; {@code null} if it has nothing
 */
record RunColumn(String name, Function<RunResult, @Nullable Object> value) {

    /**
     * The columns for these runs: the same ones in the same order always, then, by name, one for each class of failure, four
     * for each operation, two for each operation that blocked a loop, and one for each figure of each kind of helper.
     */
    static List<RunColumn> of(List<RunResult> runs) {
        List<RunColumn> columns = new ArrayList<>();
        addSetting(columns);
        addPerformance(columns);
        addUse(columns);
        addStall(columns);
        addEvidence(columns);
        addFailures(columns, names(runs, run -> run.performance().failures().keySet()));
        addOperations(columns, names(runs, run -> run.use().operations().keySet()));
        addStalls(columns, names(runs, run -> stalls(run).keySet()));
        addHelpers(columns, names(runs, run -> run.use().helpers().keySet()), runs);
        return columns;
    }

    private static List<String> names(List<RunResult> runs, Function<RunResult, Set<String>> of) {
        return runs.stream()
                .flatMap(run -> of.apply(run).stream())
                .distinct()
                .sorted()
                .toList();
    }

    private static void add(List<RunColumn> columns, String name, Function<RunResult, @Nullable Object> value) {
        columns.add(new RunColumn(name, value));
    }

    private static void addSetting(List<RunColumn> columns) {
        add(columns, "server", run -> run.setting().server());
        add(columns, "engine", run -> run.setting().engine());
        add(columns, "lazy", run -> run.setting().lazy());
        add(columns, "workload", run -> run.setting().workload());
        add(columns, "traceSha256", run -> run.setting().traceSha256());
        add(columns, "scale", run -> run.setting().scale());
        add(columns, "cache", run -> run.setting().cache().label());
        add(columns, "disk", run -> run.setting().disk());
        add(columns, "network", run -> run.setting().network());
        add(columns, "memoryBudgetBytes", run -> run.setting().memoryBudgetBytes());
        add(columns, "clients", run -> run.setting().clients());
        add(columns, "repeat", run -> run.setting().repeat());
    }

    private static void addPerformance(List<RunColumn> columns) {
        add(columns, "throughputMbps", run -> run.performance().throughputMbps());
        add(columns, "requestsPerSecond", run -> run.performance().requestsPerSecond());
        addTimes(columns, "responseTimeMillis", run -> run.performance().responseTimeMillis());
        addTimes(columns, "serviceTimeMillis", run -> run.performance().serviceTimeMillis());
        addTimes(columns, "scheduleLagMillis", run -> run.performance().scheduleLagMillis());
        add(columns, "requests", run -> run.performance().requests());
        add(columns, "bytes", run -> run.performance().bytes());
        add(columns, "failed", run -> run.performance().failed());
    }

    private static void addTimes(List<RunColumn> columns, String name, Function<RunResult, Percentiles> times) {
        add(columns, name + ".mean", run -> times.apply(run).mean());
        add(columns, name + ".p50", run -> times.apply(run).p50());
        add(columns, name + ".p90", run -> times.apply(run).p90());
        add(columns, name + ".p99", run -> times.apply(run).p99());
        add(columns, name + ".max", run -> times.apply(run).max());
    }

    private static void addUse(List<RunColumn> columns) {
        add(columns, "serverCpuMicrosPerRequest", run -> run.use().serverCpuMicrosPerRequest());
        add(columns, "serverMemoryBytes", run -> run.use().serverMemoryBytes());
        add(columns, "helperMemoryBytes", run -> run.use().helperMemoryBytes());
        add(columns, "pageCacheBytes", run -> run.use().pageCacheBytes());
        add(columns, "pageCacheGrowthBytes", run -> run.use().pageCacheGrowthBytes());
        Function<RunResult, @Nullable DiskReads> disk = run -> run.use().diskReads();
        add(columns, "diskReads.count", part(disk, DiskReads::count));
        add(columns, "diskReads.bytes", part(disk, DiskReads::bytes));
        add(columns, "diskReads.meanDepth", part(disk, DiskReads::meanDepth));
        add(columns, "diskReads.utilisation", part(disk, DiskReads::utilisation));
    }

    private static void addStall(List<RunColumn> columns) {
        Function<RunResult, @Nullable LoopStall> stall = run -> run.use().loopStallMillis();
        add(columns, "loopStallMillis.max", part(stall, LoopStall::max));
        add(columns, "loopStallMillis.total", part(stall, LoopStall::total));
        add(columns, "loopStallMillis.wall", part(stall, LoopStall::wall));
        add(columns, "loopStallMillis.waiting", part(stall, LoopStall::waiting));
        add(columns, "loopStallMillis.running", part(stall, LoopStall::running));
        add(columns, "loopStallMillis.runnable", part(stall, LoopStall::runnable));
        add(columns, "loopStallMillis.longestOperation", part(stall, LoopStall::longestOperation));
        add(columns, "loopStallMillis.turns", part(stall, LoopStall::turns));
        add(columns, "loopStallMillis.turnsOver1", part(stall, LoopStall::turnsOver1));
        add(columns, "loopStallMillis.turnsOver10", part(stall, LoopStall::turnsOver10));
        add(columns, "loopStallMillis.turnsOver100", part(stall, LoopStall::turnsOver100));
    }

    private static void addEvidence(List<RunColumn> columns) {
        add(columns, "residentFractionBefore", run -> run.evidence().residentFractionBefore());
        add(columns, "generatorCpuFraction", run -> run.evidence().generatorCpuFraction());
        add(columns, "diskLateFraction", run -> run.evidence().diskLateFraction());
        add(columns, "prefixFootprintBytes", run -> run.evidence().prefixFootprintBytes());
        add(columns, "cacheMethod", run -> run.evidence().cacheMethod());
        add(columns, "namesCold", run -> run.evidence().namesCold());
        add(columns, "memoryLimitBytes", run -> run.evidence().memoryLimitBytes());
        add(columns, "serverCpus", run -> joined(run.evidence().serverCpus()));
        add(columns, "generatorCpus", run -> joined(run.evidence().generatorCpus()));
        add(columns, "engineReason", run -> run.evidence().engineReason());
        add(columns, "order", run -> run.evidence().order());
        add(columns, "startedAt", run -> run.evidence().startedAt());
        add(columns, "elapsedMillis", run -> run.evidence().elapsedMillis());
        add(columns, "valid", RunResult::valid);
        add(columns, "invalidReasons", run -> String.join("; ", run.validity().invalidReasons()));
        add(columns, "notes", run -> String.join("; ", run.validity().notes()));
    }

    private static void addFailures(List<RunColumn> columns, List<String> classes) {
        for (String name : classes) {
            add(columns, "failures." + name, run -> run.performance().failures().getOrDefault(name, 0L));
        }
    }

    private static void addOperations(List<RunColumn> columns, List<String> operations) {
        for (String name : operations) {
            Function<RunResult, @Nullable OperationCounts> counts =
                    run -> run.use().operations().get(name);
            add(columns, "operations." + name + ".issued", part(counts, OperationCounts::issued));
            add(columns, "operations." + name + ".atOnce", part(counts, OperationCounts::atOnce));
            add(columns, "operations." + name + ".blocked", part(counts, OperationCounts::blocked));
            add(columns, "operations." + name + ".blockedMillis", part(counts, OperationCounts::blockedMillis));
        }
    }

    private static void addStalls(List<RunColumn> columns, List<String> operations) {
        for (String name : operations) {
            Function<RunResult, @Nullable OperationStall> stall =
                    run -> stalls(run).get(name);
            add(columns, "loopStallMillis.operations." + name + ".max", part(stall, OperationStall::max));
            add(columns, "loopStallMillis.operations." + name + ".total", part(stall, OperationStall::total));
        }
    }

    private static Map<String, OperationStall> stalls(RunResult run) {
        LoopStall stall = run.use().loopStallMillis();
        return stall == null ? Map.of() : stall.operations();
    }

    private static void addHelpers(List<RunColumn> columns, List<String> kinds, List<RunResult> runs) {
        for (String kind : kinds) {
            for (String name : names(runs, run -> helpers(run, kind).keySet())) {
                add(
                        columns,
                        "helpers." + kind + "." + name,
                        run -> helpers(run, kind).get(name));
            }
        }
    }

    private static Map<String, Long> helpers(RunResult run, String kind) {
        return run.use().helpers().getOrDefault(kind, Collections.emptySortedMap());
    }

    private static <T> Function<RunResult, @Nullable Object> part(
            Function<RunResult, @Nullable T> whole, Function<T, @Nullable Object> field) {
        return run -> {
            T value = whole.apply(run);
            return value == null ? null : field.apply(value);
        };
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }
}
