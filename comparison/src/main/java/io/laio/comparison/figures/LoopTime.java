package io.laio.comparison.figures;

import io.laio.comparison.results.LoopStall;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * How the loops of a contestant spent their time, over all runs that count.
 *
 * @param contestant its name
 * @param clients simulated clients
 * @param runs runs summed
 * @param running part of the time on a processor, 0 to 1
 * @param runnable part waiting for a processor
 * @param waiting part waiting for events
 * @param blocked part blocked
 * @param longestMillis the longest a turn was blocked in any run
 * @param longestOperation in which operation; {@code null} if none
 */
public record LoopTime(
        String contestant,
        int clients,
        int runs,
        double running,
        double runnable,
        double waiting,
        double blocked,
        double longestMillis,
        @Nullable String longestOperation) {

    /** Sums runs; nothing if there are none. */
    static Optional<LoopTime> of(String contestant, int clients, List<LoopStall> stalls) {
        return stalls.stream()
                .max(Comparator.comparingDouble(LoopStall::max))
                .map(longest -> new LoopTime(
                        contestant,
                        clients,
                        stalls.size(),
                        share(stalls, LoopStall::running),
                        share(stalls, LoopStall::runnable),
                        share(stalls, LoopStall::waiting),
                        share(stalls, LoopStall::total),
                        longest.max(),
                        longest.longestOperation()));
    }

    private static double share(List<LoopStall> stalls, ToDoubleFunction<LoopStall> part) {
        double wall = stalls.stream().mapToDouble(LoopStall::wall).sum();
        return stalls.stream().mapToDouble(part).sum() / wall;
    }
}
