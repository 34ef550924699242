package io.laio.workload.replay;

import io.laio.workload.trace.TraceHeader;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/**
 * Puts the results of several generators together, each of which played a shard of one trace.
 *
 * <p>Counts add up, and histograms are added bucket by bucket: percentiles are those that one generator would have found on
 * the same samples, exactly. The elapsed time is from the first beginning to the last end, by the generators' clocks, which
 * {@link ClockSkew} compares.
 */
public final class ShardMerge {
    private final List<ReplayResult> shards;

    private ShardMerge(List<ReplayResult> shards) {
        this.shards = shards;
    }

    /**
     * Puts results together.
     *
     * @param results one of each shard, in any order
     * @return one result for the whole trace
     * @throws IllegalArgumentException if they are not the shards of one replay: with what does not fit
     */
    public static ReplayResult of(List<ReplayResult> results) {
        if (results.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to merge");
        }
        List<ReplayResult> inOrder = results.stream()
                .sorted(Comparator.comparingInt(
                        result -> result.manner().shard().index()))
                .toList();
        ShardMerge merge = new ShardMerge(inOrder);
        merge.refuseMixture();
        merge.refuseOverlap();
        return merge.merged();
    }

    private void refuseMixture() {
        same("versions of laio", ReplayResult::version);
        same("traces (their SHA-256)", result -> result.trace().sha256());
        same("seeds", result -> result.trace().seed());
        same("versions of the trace format", result -> result.trace().formatVersion());
        same("numbers of shards", result -> result.manner().shard().count());
        same("targets", ReplayResult::target);
        same("ways to play the trace", result -> result.manner().withShard(Shard.WHOLE));
    }

    private void same(String what, Function<ReplayResult, Object> value) {
        List<Object> values = shards.stream().map(value).distinct().toList();
        if (values.size() > 1) {
            throw new IllegalArgumentException(
                    "the shards have different " + what + ": " + values.get(0) + " and " + values.get(1));
        }
    }

    private void refuseOverlap() {
        int count = shards.getFirst().manner().shard().count();
        BitSet seen = new BitSet(count);
        for (ReplayResult result : shards) {
            Shard shard = result.manner().shard();
            if (seen.get(shard.index())) {
                throw new IllegalArgumentException("shard " + shard + " is there twice");
            }
            seen.set(shard.index());
        }
        if (seen.cardinality() < count) {
            throw new IllegalArgumentException(
                    "shard " + seen.nextClearBit(0) + "/" + count + " is missing; all " + count + " are needed");
        }
    }

    private ReplayResult merged() {
        ReplayResult first = shards.getFirst();
        Instant startedAt =
                Collections.min(shards.stream().map(ReplayResult::startedAt).toList());
        long elapsedNanos = Math.max(1, Duration.between(startedAt, lastEnd()).toNanos());
        TraceHeader trace = first.trace();
        return new ReplayResult(
                first.version(),
                first.target(),
                first.manner()
                        .withShard(Shard.WHOLE)
                        .withClients(Math.toIntExact(sum(r -> r.manner().clients()))),
                trace,
                startedAt,
                elapsedNanos,
                stopReason(),
                sum(ReplayResult::sequences),
                sum(ReplayResult::requests),
                sum(ReplayResult::bytes),
                sum(ReplayResult::verified),
                sum(ReplayResult::backlogged),
                sum(ReplayResult::backloggedAtEnd),
                sum(ReplayResult::madeAgain),
                shards.stream()
                                .mapToDouble(r -> r.meanInSystem() * r.elapsedNanos())
                                .sum()
                        / elapsedNanos,
                statuses(),
                failures(),
                examples(),
                latencies(),
                shards.stream().map(ReplayResult::unfinished).reduce(Unfinished.none(), Unfinished::plus),
                sum(ReplayResult::connections),
                Math.toIntExact(sum(ReplayResult::maxOpenConnections)),
                load(),
                Optional.empty());
    }

    private GeneratorLoad load() {
        return new GeneratorLoad(
                sum(result -> result.load().cpuMicros()),
                most(result -> result.load().cpuFraction()).orElse(0),
                most(result -> result.load().waitFraction()).orElse(Double.NaN),
                shards.stream()
                        .mapToLong(result -> result.load().peakResidentBytes())
                        .max()
                        .orElse(0));
    }

    private OptionalDouble most(ToDoubleFunction<ReplayResult> value) {
        return shards.stream()
                .mapToDouble(value)
                .filter(number -> !Double.isNaN(number))
                .max();
    }

    private Instant lastEnd() {
        return Collections.max(shards.stream()
                .map(result -> result.startedAt().plusNanos(result.elapsedNanos()))
                .toList());
    }

    /** The one that says most: anything that ended a shard before its time, or else what ended all of them. */
    private StopReason stopReason() {
        return shards.stream()
                .map(ReplayResult::stopReason)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private long sum(ToLongFunction<ReplayResult> value) {
        return shards.stream().mapToLong(value).sum();
    }

    private SortedMap<Integer, Long> statuses() {
        SortedMap<Integer, Long> all = new TreeMap<>();
        shards.forEach(result -> result.statuses().forEach((status, count) -> all.merge(status, count, Long::sum)));
        return all;
    }

    private Map<FailureClass, Long> failures() {
        Map<FailureClass, Long> all = new EnumMap<>(FailureClass.class);
        shards.forEach(result -> result.failures().forEach((failure, count) -> all.merge(failure, count, Long::sum)));
        return all;
    }

    private Map<FailureClass, String> examples() {
        Map<FailureClass, String> all = new EnumMap<>(FailureClass.class);
        shards.forEach(result -> result.failureExamples().forEach(all::putIfAbsent));
        return all;
    }

    private Latencies latencies() {
        Latencies all = Latencies.empty();
        shards.forEach(result -> result.latencies().addTo(all));
        return all;
    }
}
