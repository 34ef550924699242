package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The operations from their start to their delivery, whatever carries them out: which descriptors they use, how long they
 * take, and the queue of those that are over. Confined to the thread of the {@link Laio}.
 */
final class InFlight {
    private static final int F_GETFD = 1; // include/uapi/asm-generic/fcntl.h

    private final Linux linux;
    private final OperationTable operations;
    private final LaioCounters counters;
    private final DescriptorUse descriptors = new DescriptorUse();
    private final ArrayDeque<Operation> done = new ArrayDeque<>();
    private final ArrayDeque<Runnable> released = new ArrayDeque<>();

    private int count;
    private boolean timed;
    private long nowNanos;

    InFlight(Linux linux, OperationTable operations, LaioCounters counters) {
        this.linux = linux;
        this.operations = operations;
        this.counters = counters;
    }

    int count() {
        return count;
    }

    /** Lets an operation begin; false if its descriptor cannot be one. */
    boolean begin(Operation op) {
        if (!descriptors.covers(op.fd) && linux.syscall(SystemCall.FCNTL, op.fd, F_GETFD, 0, 0) < 0) {
            // Else a wild number would make the table as large as itself. A plain call is the kernel's to judge.
            if (!op.isPlain()) {
                return false;
            }
            op.fd = -1;
        }
        begun(op);
        descriptors.started(op);
        return true;
    }

    private void begun(Operation op) {
        if (!timed) {
            tick();
            timed = true;
        }
        count++;
        op.startedNanos = nowNanos;
    }

    /** Looks at the clock: what completes from now on completes now. */
    void tick() {
        nowNanos = linux.nanoTime();
    }

    /** What begins from now on has not been timed. */
    void endBatch() {
        timed = false;
    }

    boolean isBusy(int fd) {
        return descriptors.isBusy(fd);
    }

    boolean isClosing(int fd) {
        return descriptors.isClosing(fd);
    }

    /** Has everything on a descriptor cancelled, and closes it when the last operation on it is over. */
    void closeWhenIdle(Operation closer, BackgroundEngine engine) {
        begun(closer);
        closer.blocked = true;
        descriptors.closeWhenIdle(closer, engine);
    }

    /** Forgets an operation: nothing is delivered, and {@code whenReleased} runs once nobody touches its memory. */
    void abandon(Operation op, BackgroundEngine engine, @Nullable Runnable whenReleased) {
        op.abandoned = true;
        op.whenReleased = whenReleased;
        if (op.state == Operation.State.IN_FLIGHT) {
            engine.cancel(op);
        } else {
            done.remove(op);
            discard(op);
        }
    }

    /** An operation is over. */
    void finish(Operation op, long value) {
        complete(op, value);
        Operation closer = descriptors.ended(op);
        if (closer != null) {
            complete(closer, linux.close(closer.fd));
        }
        hand(op);
        if (closer != null) {
            hand(closer);
        }
    }

    private void complete(Operation op, long value) {
        op.value = value;
        if (op.opcode == Operation.SENDFILE) {
            FileSender.ended(linux, op);
        }
        if (op.blocked) {
            op.blockedNanos = Math.max(0, nowNanos - op.startedNanos);
            counters.countBlocked(op.call, op.blockedNanos);
        } else {
            counters.countAtOnce(op.call);
        }
    }

    /** Puts a complete operation into the queue, or, if nobody waits for it, undoes what nobody will use. */
    private void hand(Operation op) {
        count--;
        if (op.abandoned) {
            discard(op);
        } else {
            op.state = Operation.State.DONE;
            done.addLast(op);
        }
    }

    private void discard(Operation op) {
        if (op.extent == Extent.DESCRIPTOR && op.value >= 0) {
            linux.close((int) op.value);
        }
        Runnable whenReleased = op.whenReleased;
        if (whenReleased != null) {
            released.addLast(whenReleased);
        }
        operations.release(op);
    }

    boolean hasDone() {
        return !done.isEmpty();
    }

    /** The next operation to deliver; the caller gives it back to the table. */
    @Nullable
    Operation nextDone() {
        return done.pollFirst();
    }

    /** Runs what waited for abandoned operations to be over. Never called from within a submission. */
    void runReleased() {
        for (Runnable action = released.pollFirst(); action != null; action = released.pollFirst()) {
            action.run();
        }
    }

    void forEach(Consumer<Operation> action) {
        operations.forEachInFlight(action);
    }

    /** Lets go of what was not delivered. */
    void discardDone() {
        for (Operation op = done.pollFirst(); op != null; op = done.pollFirst()) {
            discard(op);
        }
    }
}
