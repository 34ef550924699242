package io.laio.http.loop;

import io.laio.linux.Memory;
import java.util.Arrays;

/**
 * How often each {@link Operation} was asked for and how often it blocked: its result was not known when the submitting
 * call returned, or, for a server that waits there, the call had to wait. What was issued and is neither at once nor blocked is
 * still under way. Network and disk are apart because each operation belongs to one. Written by the loop, read by others for
 * statistics.
 */
public final class OperationCounters {
    private static final int COUNT = Operation.values().length;

    private final long[] issued = new long[COUNT];
    private final long[] atOnce = new long[COUNT];
    private final long[] blocked = new long[COUNT];
    private final long[] blockedNanos = new long[COUNT];

    /** Makes counters that stand at zero. */
    public OperationCounters() {}

    /**
     * Counts a request for an operation.
     *
     * @param operation the operation
     */
    public void issued(Operation operation) {
        issued[index(operation)]++;
    }

    /**
     * Counts that an operation did not block: its result, or its error, was known when the submitting call returned.
     *
     * @param operation the operation
     */
    public void atOnce(Operation operation) {
        atOnce[index(operation)]++;
    }

    /**
     * Counts that an operation is done.
     *
     * @param operation the operation
     * @param blockedNanos how long it was blocked, negative if it did not block
     */
    public void done(Operation operation, long blockedNanos) {
        if (blockedNanos < 0) {
            atOnce(operation);
        } else {
            blocked(operation, blockedNanos);
        }
    }

    /**
     * Counts that an operation blocked.
     *
     * @param operation the operation
     * @param nanos how long until its result was known
     */
    public void blocked(Operation operation, long nanos) {
        blocked[index(operation)]++;
        blockedNanos[index(operation)] += nanos;
    }

    /**
     * How often it was asked for.
     *
     * @param operation the operation
     * @return calls
     */
    public long issuedCount(Operation operation) {
        return issued[index(operation)];
    }

    /**
     * How often it did not block.
     *
     * @param operation the operation
     * @return calls
     */
    public long atOnceCount(Operation operation) {
        return atOnce[index(operation)];
    }

    /**
     * How often it blocked.
     *
     * @param operation the operation
     * @return calls whose result is known by now
     */
    public long blockedCount(Operation operation) {
        return blocked[index(operation)];
    }

    /**
     * How long the blocked ones took together.
     *
     * @param operation the operation
     * @return nanoseconds
     */
    public long blockedNanos(Operation operation) {
        return blockedNanos[index(operation)];
    }

    /**
     * Takes off what others counted: what was counted until a moment, added to all that is counted, leaves what is counted
     * since.
     *
     * @param other counters that may go on counting
     */
    public void subtract(OperationCounters other) {
        for (int i = 0; i < COUNT; i++) {
            issued[i] -= other.issued[i];
            atOnce[i] -= other.atOnce[i];
            blocked[i] -= other.blocked[i];
            blockedNanos[i] -= other.blockedNanos[i];
        }
    }

    /**
     * How much memory {@link #store} needs.
     *
     * @return bytes, a multiple of 8
     */
    public static int bytes() {
        return 4 * COUNT * Long.BYTES;
    }

    /**
     * Copies all values to memory that other processes may read meanwhile: each value is written at once.
     *
     * @param address where {@link #bytes} bytes are, aligned to 8
     */
    public void store(long address) {
        long next = address;
        for (int i = 0; i < COUNT; i++, next += 4 * Long.BYTES) {
            Memory.putLong(next, issued[i]);
            Memory.putLong(next + Long.BYTES, atOnce[i]);
            Memory.putLong(next + 2 * Long.BYTES, blocked[i]);
            Memory.putLong(next + 3 * Long.BYTES, blockedNanos[i]);
        }
    }

    /**
     * Takes over all values that were stored.
     *
     * @param address where {@link #store} has written, or zeros
     */
    public void load(long address) {
        long next = address;
        for (int i = 0; i < COUNT; i++, next += 4 * Long.BYTES) {
            issued[i] = Memory.getLong(next);
            atOnce[i] = Memory.getLong(next + Long.BYTES);
            blocked[i] = Memory.getLong(next + 2 * Long.BYTES);
            blockedNanos[i] = Memory.getLong(next + 3 * Long.BYTES);
        }
    }

    /** Starts again from zero. */
    public void reset() {
        Arrays.fill(issued, 0);
        Arrays.fill(atOnce, 0);
        Arrays.fill(blocked, 0);
        Arrays.fill(blockedNanos, 0);
    }

    @SuppressWarnings("EnumOrdinal") // an array for each counter: nothing is looked up on the hot path
    private static int index(Operation operation) {
        return operation.ordinal();
    }
}
