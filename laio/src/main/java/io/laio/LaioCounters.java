package io.laio;

import io.laio.linux.SystemCall;
import java.util.Arrays;

/**
 * What became of the calls, per system call. This is what claim C1 of the study is measured with: a call that was known to
 * be done when the submitting call returned did not block.
 *
 * <p>Written by the thread of the {@link Laio}; another thread may read, and sees values that are at most a loop turn old
 * but perhaps not of one instant.
 */
public final class LaioCounters {
    private static final int CALLS = SystemCall.values().length;

    private final long[] issued = new long[CALLS];
    private final long[] blocked = new long[CALLS];
    private final long[] blockedNanos = new long[CALLS];
    private long staleCompletions;

    LaioCounters() {}

    void countIssued(SystemCall call) {
        issued[index(call)]++;
    }

    void countBlocked(SystemCall call, long nanos) {
        blocked[index(call)]++;
        blockedNanos[index(call)] += nanos;
    }

    void countStaleCompletion() {
        staleCompletions++;
    }

    /**
     * How often a call was made.
     *
     * @param call the call
     * @return calls, those still in flight included
     */
    public long issued(SystemCall call) {
        return issued[index(call)];
    }

    /**
     * How often a call blocked and went on in the background.
     *
     * @param call the call
     * @return calls that are complete by now
     */
    public long blocked(SystemCall call) {
        return blocked[index(call)];
    }

    /**
     * How long the calls that blocked took together, from the call to the completion, to the precision of a loop turn.
     *
     * @param call the call
     * @return nanoseconds
     */
    public long blockedNanos(SystemCall call) {
        return blockedNanos[index(call)];
    }

    /**
     * How many completions came for operations that nobody knows any more. Always 0 unless there is a defect.
     *
     * @return dropped completions
     */
    public long staleCompletions() {
        return staleCompletions;
    }

    @SuppressWarnings("EnumOrdinal") // an array for each counter: nothing is looked up on the hot path
    private static int index(SystemCall call) {
        return call.ordinal();
    }

    /** Starts again from zero. */
    public void reset() {
        Arrays.fill(issued, 0);
        Arrays.fill(blocked, 0);
        Arrays.fill(blockedNanos, 0);
        staleCompletions = 0;
    }
}
