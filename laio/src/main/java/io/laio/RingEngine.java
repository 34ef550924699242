package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import io.laio.ring.CompletionQueue;
import io.laio.ring.IoUring;
import io.laio.ring.RingUnavailableException;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * Carries operations out through io_uring: issues them, puts short ones together, cancels, and collects what is complete
 * in a queue. Nothing is called back from here: the caller polls the queue, so a completion never runs inside a submission.
 */
final class RingEngine implements AutoCloseable {
    private static final long WAKEUP = 1; // user data of entries that are no operation; handles start at 1 << 32
    private static final long CANCELLATION = 2;
    private static final int MAX_LENGTH = 0x7ffff000; // MAX_RW_COUNT, include/linux/fs.h

    private final Linux linux;
    private final IoUring ring;
    private final OperationTable operations;
    private final LaioCounters counters;
    private final DescriptorUse descriptors = new DescriptorUse();
    private final ArrayDeque<Operation> done = new ArrayDeque<>();
    private final NativeBuffer scratch = new NativeBuffer(8);
    private final int wakeupFd;

    private int inFlight;
    private int batch;
    private boolean woken;
    private boolean closing;
    private long nowNanos = System.nanoTime();

    RingEngine(Linux linux, LaioOptions options, OperationTable operations, LaioCounters counters)
            throws RingUnavailableException {
        this.linux = linux;
        this.operations = operations;
        this.counters = counters;
        this.ring = new IoUring(linux, options.submissionEntries(), options.completionEntries());
        // Before 5.15 there is no limit to set, and nothing to do about it.
        ring.limitWorkers(options.maxKernelWorkers());
        this.wakeupFd = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        if (wakeupFd < 0) {
            ring.close();
            throw RingUnavailableException.refused(-wakeupFd);
        }
        armWakeup();
    }

    int wakeupFd() {
        return wakeupFd;
    }

    int inFlight() {
        return inFlight;
    }

    /** Adds an operation to the next batch. */
    void start(Operation operation) {
        inFlight++;
        operation.startedNanos = nowNanos;
        descriptors.started(operation.fd);
        issue(operation);
        operation.batch = batch; // last: a full queue submits early, and then the entry is part of the batch after
    }

    private void issue(Operation op) {
        long rest = Math.min(op.remaining(), MAX_LENGTH);
        switch (op.opcode) {
            case Abi.IORING_OP_READ, Abi.IORING_OP_WRITE ->
                add(
                        op,
                        op.offset < 0 ? -1 : op.offset + op.transferred,
                        op.address + op.transferred,
                        (int) rest,
                        op.flags);
            case Abi.IORING_OP_SEND ->
                add(
                        op,
                        0,
                        op.address + op.transferred,
                        (int) rest,
                        op.flags | Sockets.MSG_WAITALL | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_SENDMSG ->
                add(op, 0, op.messageOfRemainder(), 1, op.flags | Sockets.MSG_WAITALL | Sockets.MSG_NOSIGNAL);
            default -> add(op, op.offset, op.address, (int) op.length, op.flags);
        }
    }

    private void add(Operation op, long offset, long address, int length, int flags) {
        add(op.opcode, op.entryFlags, op.fd, offset, address, length, flags, op.handle());
    }

    private void add(
            int opcode, int entryFlags, int fd, long offset, long address, int length, int flags, long userData) {
        while (!ring.submissions().add(opcode, entryFlags, fd, offset, address, length, flags, userData)) {
            submit();
        }
    }

    /** Asks the kernel to give up an operation; its completion still comes. */
    void cancel(Operation operation) {
        add(Abi.IORING_OP_ASYNC_CANCEL, 0, -1, 0, operation.handle(), 0, 0, CANCELLATION);
    }

    /** Whether a descriptor can be closed right now. */
    boolean isBusy(int fd) {
        return descriptors.isBusy(fd);
    }

    boolean isClosing(int fd) {
        return descriptors.isClosing(fd);
    }

    /** Cancels everything on a descriptor, and closes it when the last operation on it has completed. */
    void closeWhenIdle(Operation closer) {
        inFlight++;
        closer.startedNanos = nowNanos;
        closer.blocked = true;
        descriptors.closeWhenIdle(closer.fd, closer);
        int flags = Abi.IORING_ASYNC_CANCEL_FD | Abi.IORING_ASYNC_CANCEL_ALL;
        add(Abi.IORING_OP_ASYNC_CANCEL, 0, closer.fd, 0, 0, 0, flags, CANCELLATION);
    }

    /** Submits the batch and collects what is complete at once; does nothing if the kernel has nothing to do. */
    void advance() {
        if (ring.hasWork()) {
            submit();
        } else {
            collect();
        }
    }

    private void submit() {
        int result = ring.submit();
        nowNanos = System.nanoTime();
        collect();
        batch++;
        if (result < 0 && result != -Errno.EBUSY && result != -Errno.EAGAIN && result != -Errno.EINTR) {
            throw new IllegalStateException("io_uring_enter: " + Errno.describe(-result));
        }
    }

    /** Waits for a completion; negative waits for ever. A signal, a wake-up or the time limit ends the wait too. */
    void await(long timeoutNanos) {
        if (woken) {
            woken = false;
            return;
        }
        int result = ring.submitAndWait(timeoutNanos);
        nowNanos = System.nanoTime();
        batch++;
        collect();
        woken = false;
        if (result < 0
                && result != -Errno.ETIME
                && result != -Errno.EINTR
                && result != -Errno.EBUSY
                && result != -Errno.EAGAIN) {
            throw new IllegalStateException("io_uring_enter: " + Errno.describe(-result));
        }
    }

    @Nullable
    Operation nextDone() {
        return done.pollFirst();
    }

    boolean hasDone() {
        return !done.isEmpty();
    }

    private void collect() {
        CompletionQueue queue = ring.completions();
        for (int ready = queue.ready(); ready > 0; ready--) {
            long userData = queue.userData();
            int result = queue.result();
            int flags = queue.flags();
            queue.advance();
            if (userData == WAKEUP) {
                wokenUp(flags);
            } else if (userData != CANCELLATION) {
                completed(userData, result);
            }
        }
    }

    private void completed(long handle, int result) {
        Operation operation = operations.find(handle);
        if (operation == null || operation.state != Operation.State.IN_FLIGHT) {
            counters.countStaleCompletion();
            return;
        }
        if (operation.batch != batch) {
            operation.blocked = true;
        }
        if (goesOn(operation, result)) {
            operation.blocked = true;
            issue(operation);
        } else {
            finish(operation, outcome(operation, result));
        }
    }

    /** Whether the kernel stopped short of the whole operation. */
    private boolean goesOn(Operation op, int result) {
        if (closing || descriptors.isClosing(op.fd) || op.abandoned) {
            return false;
        }
        if (result == -Errno.EINTR || result == -Errno.EAGAIN) {
            return true;
        }
        if (result <= 0 || op.extent == Extent.ONE_RESULT || op.extent == Extent.DESCRIPTOR) {
            return false;
        }
        op.transferred += result;
        return op.remaining() > 0;
    }

    private long outcome(Operation op, int result) {
        return switch (op.extent) {
            case ONE_RESULT, DESCRIPTOR -> result;
            // What was read before an error or the end of the file is the result; the next read meets the error.
            case UNTIL_END_OF_FILE -> op.transferred > 0 ? op.transferred : result;
            // Part of a write is no write: a cancelled or reset send reports a positive count all the same.
            case EVERYTHING -> op.remaining() == 0 ? op.transferred : result < 0 ? result : -Errno.ECANCELED;
        };
    }

    private void finish(Operation op, long value) {
        op.value = value;
        if (op.blocked) {
            op.blockedNanos = Math.max(0, nowNanos - op.startedNanos);
            counters.countBlocked(op.call, op.blockedNanos);
        }
        hand(op);
        Operation closer = descriptors.ended(op.fd);
        if (closer != null) {
            closer.value = linux.close(closer.fd);
            counters.countBlocked(SystemCall.CLOSE, Math.max(0, nowNanos - closer.startedNanos));
            hand(closer);
        }
    }

    /** Puts a complete operation into the queue, or, if nobody waits for it, undoes what nobody will use. */
    private void hand(Operation op) {
        inFlight--;
        if (!op.abandoned) {
            op.state = Operation.State.DONE;
            done.addLast(op);
            return;
        }
        if (op.extent == Extent.DESCRIPTOR && op.value >= 0) {
            linux.close((int) op.value);
        }
        operations.release(op);
    }

    private void armWakeup() {
        add(Abi.IORING_OP_POLL_ADD, 0, wakeupFd, 0, 0, Abi.IORING_POLL_ADD_MULTI, Epoll.EPOLLIN, WAKEUP);
    }

    private void wokenUp(int flags) {
        linux.read(wakeupFd, scratch.address(), Long.BYTES);
        woken = true;
        if ((flags & Abi.IORING_CQE_F_MORE) == 0) {
            armWakeup();
        }
    }

    /** Cancels everything, waits until the kernel touches nothing any more, and closes. */
    @Override
    public void close() {
        closing = true;
        add(
                Abi.IORING_OP_ASYNC_CANCEL,
                0,
                -1,
                0,
                0,
                0,
                Abi.IORING_ASYNC_CANCEL_ANY | Abi.IORING_ASYNC_CANCEL_ALL,
                CANCELLATION);
        while (inFlight > 0) {
            advance();
            if (inFlight > 0) {
                await(-1);
            }
        }
        for (Operation op = done.pollFirst(); op != null; op = done.pollFirst()) {
            if (op.extent == Extent.DESCRIPTOR && op.value >= 0) {
                linux.close((int) op.value);
            }
            operations.release(op);
        }
        ring.close();
        linux.close(wakeupFd);
        scratch.close();
    }
}
