package io.laio;

import io.laio.linux.Linux;
import java.util.ArrayDeque;

/**
 * Which operations are to be given up, until they are over.
 *
 * <p>A cancellation may miss: the kernel does not find an operation that is just passing from a worker thread to waiting for
 * readiness, or that a disk is busy with. So whatever was missed and is still there is cancelled again a little later; the
 * loop's wait is limited as long as there is such an operation.
 */
final class Cancellations {
    private static final long RETRY_NANOS = 5_000_000;

    private final ArrayDeque<Operation> asked = new ArrayDeque<>();
    private final ArrayDeque<Operation> missed = new ArrayDeque<>();
    private final Linux linux;
    private long retryNanos;

    Cancellations(Linux linux) {
        this.linux = linux;
    }

    /** Marks an operation, so that it does not go on, and has it cancelled with the next batch. */
    void ask(Operation op) {
        if (!op.cancelled) {
            op.cancelled = true;
            asked.addLast(op);
        }
    }

    /** The kernel did not find the operation, or could not stop it at once. */
    void miss(Operation op) {
        if (missed.isEmpty()) {
            retryNanos = linux.nanoTime() + RETRY_NANOS;
        }
        missed.addLast(op);
    }

    boolean areDue() {
        return !asked.isEmpty() || (!missed.isEmpty() && linux.nanoTime() - retryNanos >= 0);
    }

    /** Adds as many entries as there is room for. */
    void addTo(Entries entries) {
        if (!missed.isEmpty() && linux.nanoTime() - retryNanos >= 0) {
            asked.addAll(missed);
            missed.clear();
        }
        // What is not in the kernel is over, or ends by itself when its turn comes. A slot in use again is not
        // cancelled.
        for (Operation op = asked.peekFirst(); op != null; op = asked.peekFirst()) {
            if (op.cancelled && op.inKernel && !entries.addCancellation(op)) {
                return;
            }
            asked.removeFirst();
        }
    }

    /** The longest time to wait, in nanoseconds, if nothing happens; negative for ever. */
    long limit(long timeoutNanos) {
        if (missed.isEmpty()) {
            return timeoutNanos;
        }
        return timeoutNanos < 0 ? RETRY_NANOS : Math.min(timeoutNanos, RETRY_NANOS);
    }
}
