package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
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
 *
 * <p>Collecting never enters the kernel: what a completion makes necessary (the rest of a short read, say) is added to the
 * submission queue if there is room, else it waits its turn, so there is no recursion.
 */
final class RingEngine implements AutoCloseable {
    private static final int F_GETFD = 1; // include/uapi/asm-generic/fcntl.h

    private final Linux linux;
    private final IoUring ring;
    private final Entries entries;
    private final OperationTable operations;
    private final LaioCounters counters;
    private final DescriptorUse descriptors = new DescriptorUse();
    private final Cancellations cancellations;
    private final ArrayDeque<Operation> waiting = new ArrayDeque<>(); // for room in the submission queue
    private final ArrayDeque<Operation> done = new ArrayDeque<>();
    private final NativeBuffer scratch = new NativeBuffer(Long.BYTES);
    private final int wakeupFd;

    private int inFlight;
    private int batch;
    private boolean batchTimed;
    private boolean armed;
    private boolean woken;
    private boolean closing;
    private long nowNanos;

    RingEngine(Linux linux, LaioOptions options, OperationTable operations, LaioCounters counters)
            throws RingUnavailableException {
        this.linux = linux;
        this.cancellations = new Cancellations(linux);
        this.operations = operations;
        this.counters = counters;
        try {
            this.ring = new IoUring(linux, options.submissionEntries(), options.completionEntries());
            this.wakeupFd = openWakeup();
        } catch (RingUnavailableException e) {
            scratch.close();
            throw e;
        }
        // Before 5.15 there is no limit to set, and nothing to do about it.
        ring.limitWorkers(options.maxKernelWorkers());
        this.entries = new Entries(ring.submissions());
        addWaiting();
    }

    private int openWakeup() throws RingUnavailableException {
        int fd = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        if (fd < 0) {
            ring.close();
            throw RingUnavailableException.refused(-fd);
        }
        return fd;
    }

    int wakeupFd() {
        return wakeupFd;
    }

    int inFlight() {
        return inFlight;
    }

    /** Adds an operation to the next batch; false if its descriptor cannot be one. */
    boolean start(Operation op) {
        if (!descriptors.covers(op.fd) && linux.syscall(SystemCall.FCNTL, op.fd, F_GETFD, 0, 0) < 0) {
            return false; // else a wild number would make the table as large as itself
        }
        begun(op);
        descriptors.started(op);
        if (!waiting.isEmpty() || !add(op)) {
            waiting.addLast(op);
            submit();
        }
        return true;
    }

    private void begun(Operation op) {
        if (!batchTimed) {
            nowNanos = linux.nanoTime();
            batchTimed = true;
        }
        inFlight++;
        op.startedNanos = nowNanos;
    }

    private boolean add(Operation op) {
        if (!entries.add(op)) {
            return false;
        }
        op.inKernel = true;
        op.batch = batch;
        return true;
    }

    /** Adds what waits for room in the submission queue, as far as there is room. */
    private void addWaiting() {
        if (!armed && !closing) {
            armed = entries.addWakeup(wakeupFd);
        }
        for (Operation op = waiting.peekFirst(); op != null; op = waiting.peekFirst()) {
            if (!op.cancelled && !add(op)) {
                return;
            }
            waiting.removeFirst();
            if (op.cancelled) {
                finish(op, Progress.outcome(op, -Errno.ECANCELED));
            }
        }
    }

    /** Asks the kernel to give up an operation; its completion still comes. */
    void cancel(Operation op) {
        cancellations.ask(op);
    }

    /** Forgets an operation: cancels it, unless it is complete already, and delivers nothing. */
    void abandon(Operation op) {
        op.abandoned = true;
        if (op.state == Operation.State.IN_FLIGHT) {
            cancellations.ask(op);
        } else {
            done.remove(op);
            discard(op);
        }
    }

    /** Whether something is in flight on a descriptor, so that it cannot be closed right now. */
    boolean isBusy(int fd) {
        return descriptors.isBusy(fd);
    }

    boolean isClosing(int fd) {
        return descriptors.isClosing(fd);
    }

    /** Cancels everything on a descriptor, and closes it when the last operation on it has completed. */
    void closeWhenIdle(Operation closer) {
        begun(closer);
        closer.blocked = true;
        descriptors.closeWhenIdle(closer, cancellations);
    }

    /** Submits the batch and collects what is complete at once; does nothing if the kernel has nothing to do. */
    void advance() {
        cancellations.addTo(entries);
        if (ring.hasWork() || !waiting.isEmpty() || !armed) {
            submit();
        } else {
            collect();
        }
    }

    private void submit() {
        int result = ring.submit();
        nowNanos = linux.nanoTime();
        collect();
        nextBatch(result);
    }

    /** Waits for a completion; negative waits for ever. A signal, a wake-up or the time limit ends the wait too. */
    void await(long timeoutNanos) {
        if (woken) {
            woken = false;
            return;
        }
        if (!waiting.isEmpty() || cancellations.areDue()) {
            return; // there is more to submit than the queue takes at once
        }
        int result = ring.submitAndWait(cancellations.limit(timeoutNanos));
        nowNanos = linux.nanoTime();
        batch++; // before collecting: what completed during a wait did not complete at once
        collect();
        woken = false;
        nextBatch(result == -Errno.ETIME ? 0 : result);
    }

    private void nextBatch(int result) {
        batch++;
        batchTimed = false;
        addWaiting();
        // Too little memory for the entries, completions to be collected first, a signal: the next call tries again.
        if (result < 0 && result != -Errno.EBUSY && result != -Errno.EAGAIN && result != -Errno.EINTR) {
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
            if (userData == Entries.WAKEUP) {
                wokenUp(flags);
            } else if (Entries.isCancellation(userData)) {
                cancellationAnswered(Entries.cancelledHandle(userData), result);
            } else {
                completed(userData, result);
            }
        }
    }

    private void wokenUp(int flags) {
        linux.read(wakeupFd, scratch.address(), Long.BYTES);
        woken = true;
        armed = (flags & Abi.IORING_CQE_F_MORE) != 0;
    }

    private void cancellationAnswered(long handle, int result) {
        Operation op = operations.find(handle);
        if (op != null && op.inKernel && result < 0) {
            cancellations.miss(op);
        }
    }

    private void completed(long handle, int result) {
        Operation op = operations.find(handle);
        if (op == null || !op.inKernel) {
            counters.countStaleCompletion();
            return;
        }
        op.inKernel = false;
        op.blocked |= op.batch != batch;
        int own = op.polling && result >= 0
                ? -Errno.EINTR
                : result; // ready now: the operation itself is still to be done
        op.polling = false;
        if (!Progress.goesOn(op, own)) {
            finish(op, Progress.outcome(op, own));
            return;
        }
        op.blocked = true;
        if (!waiting.isEmpty() || !add(op)) {
            waiting.addLast(op);
        }
    }

    private void finish(Operation op, long value) {
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
        if (op.blocked) {
            op.blockedNanos = Math.max(0, nowNanos - op.startedNanos);
            counters.countBlocked(op.call, op.blockedNanos);
        }
    }

    /** Puts a complete operation into the queue, or, if nobody waits for it, undoes what nobody will use. */
    private void hand(Operation op) {
        inFlight--;
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
        operations.release(op);
    }

    /** Cancels everything, waits until the kernel touches nothing any more, and closes. */
    @Override
    public void close() {
        closing = true;
        operations.forEachInFlight(cancellations::ask);
        while (inFlight > 0) {
            advance();
            if (inFlight > 0) {
                await(-1);
            }
        }
        for (Operation op = done.pollFirst(); op != null; op = done.pollFirst()) {
            discard(op);
        }
        ring.close();
        linux.close(wakeupFd);
        scratch.close();
    }
}
