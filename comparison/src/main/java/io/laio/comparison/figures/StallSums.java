package io.laio.comparison.figures;

import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.StallBucket;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The stalls of a contestant's loops in one cell, over all runs that count.
 *
 * @param runs how many
 * @param requests their responses
 * @param turns blocked turns by class, rising
 * @param longest the run with the longest stall
 */
record StallSums(int runs, long requests, List<Turns> turns, LoopStall longest) {

    /**
     * Turns that were blocked for longer than {@code overMicros} and at most {@code upToMicros}.
     *
     * @param overMicros lower bound
     * @param upToMicros upper bound; {@link Long#MAX_VALUE} for none
     * @param count how many
     */
    record Turns(long overMicros, long upToMicros, long count) {}

    /** Sums runs; nothing if none tells of its loops. */
    static Optional<StallSums> of(List<RunResult> runs) {
        List<RunResult> telling =
                runs.stream().filter(run -> run.use().loopStallMillis() != null).toList();
        List<LoopStall> stalls = telling.stream()
                .flatMap(run -> Stream.ofNullable(run.use().loopStallMillis()))
                .toList();
        return stalls.stream()
                .max(Comparator.comparingDouble(LoopStall::max))
                .map(longest -> new StallSums(
                        stalls.size(),
                        telling.stream()
                                .mapToLong(run -> run.performance().requests())
                                .sum(),
                        turns(stalls),
                        longest));
    }

    private static List<Turns> turns(List<LoopStall> stalls) {
        TreeMap<Long, Long> byBound = new TreeMap<>();
        for (LoopStall stall : stalls) {
            for (StallBucket bucket : stall.histogram()) {
                Long bound = bucket.upToMicros();
                byBound.merge(bound == null ? Long.MAX_VALUE : bound, bucket.turns(), Long::sum);
            }
        }
        List<Turns> turns = new ArrayList<>();
        long over = 0;
        for (var entry : byBound.entrySet()) {
            turns.add(new Turns(over, entry.getKey(), entry.getValue()));
            over = entry.getKey();
        }
        return turns;
    }

    /** Turns whose class begins at or above one bound and below another, for each thousand requests. */
    double perThousandRequests(long fromMicros, long belowMicros) {
        long count = turns.stream()
                .filter(of -> of.overMicros() >= fromMicros && of.overMicros() < belowMicros)
                .mapToLong(Turns::count)
                .sum();
        return requests == 0 ? 0 : count * 1000.0 / requests;
    }
}
