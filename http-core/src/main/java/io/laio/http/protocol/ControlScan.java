package io.laio.http.protocol;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the first control character (below 0x20, or 0x7f), eight bytes at a time. The ends of lines and everything that a
 * head must not contain are found by this one search.
 */
final class ControlScan {
    private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = ONES << 7;
    private static final long SPACES = ONES * 0x20;
    private static final long DELETES = ONES * 0x7f;

    private ControlScan() {}

    /** The index of the first control character in {@code [from, to)}, or {@code to}. Reads nothing outside. */
    static int first(byte[] buffer, int from, int to) {
        int i = from;
        for (; i <= to - Long.BYTES; i += Long.BYTES) {
            long found = controls((long) LONG.get(buffer, i));
            if (found != 0) {
                return i + (Long.numberOfTrailingZeros(found) >>> 3);
            }
        }
        while (i < to && !isControl(buffer[i])) {
            i++;
        }
        return i;
    }

    /**
     * The high bit of each control character's byte. The subtractions borrow from the byte above only where they have found
     * one, so the lowest bit set is always right, and only that one is used.
     */
    private static long controls(long bytes) {
        long belowSpace = (bytes - SPACES) & ~bytes;
        long difference = bytes ^ DELETES;
        long delete = (difference - ONES) & ~difference;
        return (belowSpace | delete) & HIGH_BITS;
    }

    private static boolean isControl(byte value) {
        return (value >= 0 && value < 0x20) || value == 0x7f;
    }
}
