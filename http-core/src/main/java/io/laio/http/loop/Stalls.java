package io.laio.http.loop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a {@link StallTracker} found.
 *
 * @param turns turns of the loop
 * @param wallNanos time since the beginning
 * @param waitNanos of that, in the loop's own wait: idle
 * @param cpuNanos of that, on a processor
 * @param runQueueNanos of that, ready to run while others ran
 * @param blockedNanos of that, asleep in the kernel outside the loop's wait
 * @param longestBlockedNanos the longest blocked time of one turn
 * @param longestBlockedOperation the operation that took longest in that turn, null if none was told
 * @param operations the blocked time divided among the operations told; what is left was nobody's
 * @param histogramMicros upper bounds of the classes of blocked time of one turn; the last class has no bound
 * @param histogram blocked turns by class, one more than the bounds
 */
@SuppressWarnings("ArrayRecordComponent") // a value to be printed once; nobody compares it
public record Stalls(
        long turns,
        long wallNanos,
        long waitNanos,
        long cpuNanos,
        long runQueueNanos,
        long blockedNanos,
        long longestBlockedNanos,
        @Nullable String longestBlockedOperation,
        List<OfOperation> operations,
        long[] histogramMicros,
        long[] histogram) {
    /** Copies the list. */
    public Stalls {
        operations = List.copyOf(operations);
    }

    /**
     * An operation's part of the blocked time.
     *
     * @param name the operation
     * @param nanos in all turns
     * @param longestNanos the most in one turn
     */
    public record OfOperation(String name, long nanos, long longestNanos) {}

    /**
     * Counts long stalls.
     *
     * @param millis a threshold that is a bound of the histogram
     * @return turns that were blocked for longer
     */
    public long turnsBlockedOverMillis(long millis) {
        long count = histogram[histogram.length - 1];
        for (int i = histogramMicros.length - 1; i >= 0 && histogramMicros[i] > millis * 1000; i--) {
            count += histogram[i];
        }
        return count;
    }
}
