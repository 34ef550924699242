package io.laio;

import io.laio.linux.SystemCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;
import java.util.Set;

/**
 * What became of the calls, per system call. This is what claim C1 of the study is measured with: a call that was known to
 * be done when the submitting call returned did not block.
 *
 * <p>A wrapper counts as the call that it is named for, whichever form of it is made: {@code read} as {@link SystemCall#READ}
 * with or without an offset, {@code send} as {@link SystemCall#SENDTO}.
 *
 * <p>Written by the thread of the {@link Laio}. Other threads may read: each value is whole and up to date, but several
 * are perhaps not of one instant.
 */
public final class LaioCounters {
    private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int CALLS = SystemCall.values().length;

    private final long[] values = new long[LaioCounter.values().length * CALLS];
    private final long[] staleCompletions = new long[1];

    LaioCounters() {}

    void countIssued(SystemCall call) {
        add(values, index(LaioCounter.ISSUED, call), 1);
    }

    void countAtOnce(SystemCall call) {
        add(values, index(LaioCounter.AT_ONCE, call), 1);
    }

    void countRefused(SystemCall call) {
        add(values, index(LaioCounter.REFUSED, call), 1);
    }

    void countBlocked(SystemCall call, long nanos) {
        add(values, index(LaioCounter.BLOCKED, call), 1);
        add(values, index(LaioCounter.BLOCKED_NANOS, call), nanos);
        int longest = index(LaioCounter.LONGEST_BLOCKED_NANOS, call);
        if (nanos > (long) VALUE.getOpaque(values, longest)) {
            VALUE.setOpaque(values, longest, nanos);
        }
    }

    void countStaleCompletion() {
        add(staleCompletions, 0, 1);
    }

    // One thread writes, so reading and writing back is enough; opaque, so that other threads see it soon, and whole.
    private static void add(long[] counters, int index, long increment) {
        VALUE.setOpaque(counters, index, (long) VALUE.getOpaque(counters, index) + increment);
    }

    /**
     * One counter of one call.
     *
     * @param counter which
     * @param call of which call
     * @return calls, or nanoseconds
     */
    public long get(LaioCounter counter, SystemCall call) {
        return (long) VALUE.getOpaque(values, index(counter, call));
    }

    /**
     * One counter of several calls: how many were made on the network, say, or how many of those to the disk blocked.
     *
     * @param counter which; not {@link LaioCounter#LONGEST_BLOCKED_NANOS}, which cannot be added up
     * @param calls of which calls
     * @return their sum
     */
    public long sum(LaioCounter counter, Set<SystemCall> calls) {
        return calls.stream().mapToLong(call -> get(counter, call)).sum();
    }

    /**
     * How many completions came for operations that nobody knows any more. Always 0 unless there is a defect.
     *
     * @return dropped completions
     */
    public long staleCompletions() {
        return (long) VALUE.getOpaque(staleCompletions, 0);
    }

    @SuppressWarnings("EnumOrdinal") // one array: nothing is looked up on the hot path
    private static int index(LaioCounter counter, SystemCall call) {
        return counter.ordinal() * CALLS + call.ordinal();
    }

    /** Starts again from zero; only on the thread of the {@link Laio}. What is in flight will be missing from ISSUED. */
    public void reset() {
        Arrays.fill(values, 0);
        Arrays.fill(staleCompletions, 0);
    }
}
