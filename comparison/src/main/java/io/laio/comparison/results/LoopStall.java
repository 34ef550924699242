package io.laio.comparison.results;

import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How long a server's event loops were blocked: neither running, nor waiting for a processor, nor waiting for events. Sums
 * over all loops of the server; all times in milliseconds.
 *
 * @param max the longest a single turn was blocked
 * @param total blocked time, all turns
 * @param histogram turns by blocked time, in rising order of their bounds
 * @param wall time the loops existed within the run; {@code total / wall} is the blocked share
 * @param waiting time in which they waited for events
 * @param running time on a processor
 * @param runnable time ready to run, waiting for a processor
 * @param longestOperation the operation of the longest turn, {@code null} if none blocked
 * @param turns all turns
 * @param turnsOver1 turns blocked for longer than 1 ms
 * @param turnsOver10 turns blocked for longer than 10 ms
 * @param turnsOver100 turns blocked for longer than 100 ms
 * @param operations {@code total} divided among the operations that made the loops wait, by name; what is left over was told
 *     by none. Empty in results of before it was measured
 */
public record LoopStall(
        double max,
        double total,
        List<StallBucket> histogram,
        double wall,
        double waiting,
        double running,
        double runnable,
        @Nullable String longestOperation,
        long turns,
        long turnsOver1,
        long turnsOver10,
        long turnsOver100,
        SortedMap<String, OperationStall> operations) {

    /** Copies histogram and operations; what is not in the file is empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public LoopStall {
        histogram = List.copyOf(histogram);
        operations = operations == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }

    /**
     * The part of the loops' time in which they were blocked.
     *
     * @return 0 to 1; 0 for loops that never ran
     */
    public double blockedFraction() {
        return wall > 0 ? total / wall : 0;
    }
}
