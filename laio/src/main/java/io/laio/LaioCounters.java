package io.laio;

import io.laio.linux.SystemCall;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * What became of the calls, per system call. This is what claim C1 of the study is measured with: a call that was known to
 * be done when the submitting call returned did not block.
 *
 * <p>Written by the thread of the {@link Laio}. Other threads may read: each value is whole and up to date, but several
 * are perhaps not of one instant.
 */
public final class LaioCounters {
    private static final VarHandle VALUE = MethodHandles.arrayElementVarHandle(long[].class);
    private static final int CALLS = SystemCall.values().length;

    private final long[] issued = new long[CALLS];
    private final long[] blocked = new long[CALLS];
    private final long[] blockedNanos = new long[CALLS];
    private final long[] staleCompletions = new long[1];

    LaioCounters() {}

    void countIssued(SystemCall call) {
        add(issued, index(call), 1);
    }

    void countBlocked(SystemCall call, long nanos) {
        add(blocked, index(call), 1);
        add(blockedNanos, index(call), nanos);
    }

    void countStaleCompletion() {
        add(staleCompletions, 0, 1);
    }

    // One thread writes, so reading and writing back is enough; opaque, so that other threads see it soon, and whole.
    private static void add(long[] counters, int index, long increment) {
        VALUE.setOpaque(counters, index, (long) VALUE.getOpaque(counters, index) + increment);
    }

    /**
     * How often a call was made.
     *
     * @param call the call
     * @return calls, those still in flight included
     */
    public long issued(SystemCall call) {
        return (long) VALUE.getOpaque(issued, index(call));
    }

    /**
     * How often a call blocked and went on in the background.
     *
     * @param call the call
     * @return calls that are complete by now
     */
    public long blocked(SystemCall call) {
        return (long) VALUE.getOpaque(blocked, index(call));
    }

    /**
     * How long the calls that blocked took together, from the call to the completion, to the precision of a loop turn.
     *
     * @param call the call
     * @return nanoseconds
     */
    public long blockedNanos(SystemCall call) {
        return (long) VALUE.getOpaque(blockedNanos, index(call));
    }

    /**
     * How many completions came for operations that nobody knows any more. Always 0 unless there is a defect.
     *
     * @return dropped completions
     */
    public long staleCompletions() {
        return (long) VALUE.getOpaque(staleCompletions, 0);
    }

    @SuppressWarnings("EnumOrdinal") // an array for each counter: nothing is looked up on the hot path
    private static int index(SystemCall call) {
        return call.ordinal();
    }

    /** Starts again from zero; only on the thread of the {@link Laio}. */
    public void reset() {
        Arrays.fill(issued, 0);
        Arrays.fill(blocked, 0);
        Arrays.fill(blockedNanos, 0);
        Arrays.fill(staleCompletions, 0);
    }
}
