package io.laio;

import io.laio.linux.Linux;
import org.jspecify.annotations.Nullable;

/**
 * Operations whose descriptor said again and again that it is ready, and was not: others are faster, or a driver does not know
 * better. To ask it at once would keep a processor busy, so each operation rests for {@value #REST_NANOS} ns in between.
 */
final class Resting {
    private static final int MAX_IN_VAIN = 16;
    private static final long REST_NANOS = 5_000_000;

    private final Linux linux;
    private final OperationQueue queue = new OperationQueue(); // all rest equally long: the first is due first

    Resting(Linux linux) {
        this.linux = linux;
    }

    /** Takes an operation that would wait for its descriptor once more, if it has done so too often; else false. */
    boolean takes(Operation op) {
        if (op.inVain < MAX_IN_VAIN) {
            return false;
        }
        op.restsUntilNanos = linux.nanoTime() + REST_NANOS;
        queue.addLast(op);
        return true;
    }

    /** Takes an operation out; false if it does not rest. */
    boolean remove(Operation op) {
        return queue.remove(op);
    }

    /** The next operation that has rested; null if there is none now. */
    @Nullable
    Operation next() {
        Operation op = queue.peekFirst();
        return op != null && linux.nanoTime() - op.restsUntilNanos >= 0 ? queue.pollFirst() : null;
    }

    /** The longest time to wait, in nanoseconds, if nothing happens; negative for ever. */
    long limit(long timeoutNanos) {
        Operation op = queue.peekFirst();
        if (op == null) {
            return timeoutNanos;
        }
        long leftNanos = Math.max(0, op.restsUntilNanos - linux.nanoTime());
        return timeoutNanos < 0 ? leftNanos : Math.min(timeoutNanos, leftNanos);
    }
}
