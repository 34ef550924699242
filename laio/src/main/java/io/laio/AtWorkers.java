package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * The operations that are with worker threads, as an engine sees them.
 *
 * <p>An interruption may come too early, just before the thread enters the kernel. So it is repeated until the operation is
 * collected; the loop's wait is limited as long as there is such an operation. A disk that is busy with a call cannot be
 * interrupted, only awaited.
 */
final class AtWorkers {
    private static final long REPEAT_NANOS = 5_000_000;

    private final Linux linux;
    private final Workers workers;
    private final ArrayDeque<Operation> cancelled = new ArrayDeque<>();
    private long repeatNanos;

    AtWorkers(Linux linux, Workers workers) {
        this.linux = linux;
        this.workers = workers;
    }

    void start(Operation op) {
        op.withWorker = true;
        workers.start(op);
    }

    void cancel(Operation op) {
        if (cancelled.isEmpty()) {
            repeatNanos = linux.nanoTime() + REPEAT_NANOS;
        }
        cancelled.addLast(op);
        workers.cancel(op);
    }

    /** Interrupts once more what was cancelled and is still under way, if it is time. */
    void repeatInterruptions() {
        if (cancelled.isEmpty() || linux.nanoTime() - repeatNanos < 0) {
            return;
        }
        cancelled.forEach(workers::cancel);
        repeatNanos = linux.nanoTime() + REPEAT_NANOS;
    }

    /** The longest time to wait, in nanoseconds, if nothing happens; negative for ever. */
    long limit(long timeoutNanos) {
        if (cancelled.isEmpty()) {
            return timeoutNanos;
        }
        return timeoutNanos < 0 ? REPEAT_NANOS : Math.min(timeoutNanos, REPEAT_NANOS);
    }

    /** The next operation that a worker is done with; null if there is none now. */
    @Nullable
    Operation collect() {
        Operation op = workers.collect();
        if (op != null) {
            op.withWorker = false;
            if (op.cancelled) {
                cancelled.remove(op);
                // The thread was interrupted to make it give up.
                op.stepResult = op.stepResult == -Errno.EINTR ? -Errno.ECANCELED : op.stepResult;
            }
        }
        return op;
    }

    void close() {
        workers.close();
    }
}
