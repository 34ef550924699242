package io.laio.http.loop;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Divides the time in which a loop was blocked among the operations that made it wait. What an operation took in a measured
 * span counts as blocked time of its own; if the operations of a span took longer than it was blocked, because they also ran,
 * each is cut in proportion. Blocked time that no operation accounts for is nobody's.
 *
 * <p>Written by the loop without allocating anything, read by others for statistics.
 */
final class StallShares {
    /** More names than there are operations; time told under any further name stays nobody's. */
    private static final int CAPACITY = 16;

    private final @Nullable String[] names = new @Nullable String[CAPACITY];
    private final long[] spanNanos = new long[CAPACITY];
    private final long[] blockedNanos = new long[CAPACITY];
    private final long[] longestNanos = new long[CAPACITY];
    private int longestOfSpan = -1;
    private long longestOfSpanNanos;
    private long toldNanos;

    /** An operation of the present span took so long. */
    void took(String name, long nanos) {
        int place = place(name);
        if (place < 0) {
            return;
        }
        spanNanos[place] += nanos;
        toldNanos += nanos;
        if (nanos > longestOfSpanNanos) {
            longestOfSpan = place;
            longestOfSpanNanos = nanos;
        }
    }

    private int place(String name) {
        for (int i = 0; i < CAPACITY; i++) {
            if (names[i] == null) {
                names[i] = name;
            }
            if (name.equals(names[i])) {
                return i;
            }
        }
        return -1;
    }

    /** The operation that took longest at one time in the present span; null if none was told. */
    @Nullable
    String longest() {
        return longestOfSpan < 0 ? null : names[longestOfSpan];
    }

    /** The present span was blocked for so long. */
    void blocked(long nanos) {
        double part = toldNanos > nanos ? (double) nanos / toldNanos : 1;
        for (int i = 0; toldNanos > 0 && i < CAPACITY; i++) {
            long share = (long) (spanNanos[i] * part);
            blockedNanos[i] += share;
            longestNanos[i] = Math.max(longestNanos[i], share);
        }
    }

    /** Another span begins. */
    void forgetSpan() {
        for (int i = 0; toldNanos > 0 && i < CAPACITY; i++) {
            spanNanos[i] = 0;
        }
        toldNanos = 0;
        longestOfSpan = -1;
        longestOfSpanNanos = 0;
    }

    /** Those that blocked, in the order in which they were first told of. */
    List<Stalls.OfOperation> list() {
        List<Stalls.OfOperation> list = new ArrayList<>();
        for (int i = 0; i < CAPACITY; i++) {
            String name = names[i];
            if (name != null && blockedNanos[i] > 0) {
                list.add(new Stalls.OfOperation(name, blockedNanos[i], longestNanos[i]));
            }
        }
        return list;
    }

    /** Starts again from zero. */
    void reset() {
        for (int i = 0; i < CAPACITY; i++) {
            blockedNanos[i] = 0;
            longestNanos[i] = 0;
        }
    }
}
