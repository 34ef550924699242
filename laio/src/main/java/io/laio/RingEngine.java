package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.ring.Abi;
import io.laio.ring.CompletionQueue;
import io.laio.ring.IoUring;
import java.util.ArrayDeque;

/**
 * Carries operations out through io_uring; those that it has no operation for, by worker threads.
 *
 * <p>Collecting never enters the kernel: what a completion makes necessary (the rest of a short read, say) is added to the
 * submission queue if there is room, else it waits its turn, so there is no recursion.
 */
final class RingEngine implements BackgroundEngine {
    private static final int ERESTARTSYS = 512; // include/linux/errno.h
    private static final int ERESTART_RESTARTBLOCK = 516;

    private final Linux linux;
    private final IoUring ring;
    private final Entries entries;
    private final OperationTable operations;
    private final LaioCounters counters;
    private final InFlight inFlight;
    private final AtWorkers workers;
    private final DirectAttempt direct;
    private final Cancellations cancellations;
    private final ArrayDeque<Operation> waiting = new ArrayDeque<>(); // for room in the submission queue
    private final NativeBuffer scratch = new NativeBuffer(Long.BYTES);
    private final int wakeupFd;

    private int batch;
    private boolean armed;
    private boolean woken;

    RingEngine(
            Linux linux,
            IoUring ring,
            OperationTable operations,
            LaioCounters counters,
            InFlight inFlight,
            DirectAttempt direct,
            AtWorkers workers,
            int wakeupFd) {
        this.linux = linux;
        this.ring = ring;
        this.operations = operations;
        this.counters = counters;
        this.inFlight = inFlight;
        this.direct = direct;
        this.workers = workers;
        this.wakeupFd = wakeupFd;
        this.cancellations = new Cancellations(linux);
        this.entries = new Entries(ring.submissions());
        addWaiting();
    }

    @Override
    public boolean carries(int opcode) {
        return ring.has(opcode);
    }

    @Override
    public int wakeupFd() {
        return wakeupFd;
    }

    @Override
    public boolean start(Operation op) {
        if (!inFlight.begin(op)) {
            return false;
        }
        if (op.byWorker && !op.polling) {
            workers.start(op);
        } else if (!waiting.isEmpty() || !add(op)) {
            waiting.addLast(op);
            submit();
        }
        return true;
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
        if (!armed) {
            armed = entries.addWakeup(wakeupFd);
        }
        for (Operation op = waiting.peekFirst(); op != null; op = waiting.peekFirst()) {
            if (!op.cancelled && !add(op)) {
                return;
            }
            waiting.removeFirst();
            if (op.cancelled) {
                inFlight.finish(op, Progress.outcome(op, -Errno.ECANCELED));
            }
        }
    }

    @Override
    public void cancel(Operation op) {
        boolean first = !op.cancelled;
        cancellations.ask(op);
        if (first && op.withWorker) {
            workers.cancel(op);
        }
    }

    @Override
    public void advance(boolean waitsNext) {
        cancellations.addTo(entries);
        if (ring.hasWork() || !waiting.isEmpty() || !armed) {
            submit();
        } else {
            inFlight.tick(); // what is there now completed now, though nobody enters the kernel
            collect();
            inFlight.endBatch();
        }
    }

    private void submit() {
        int result = ring.submit();
        inFlight.tick();
        collect();
        nextBatch(result);
    }

    @Override
    public void await(long timeoutNanos) {
        if (woken) {
            woken = false;
            return;
        }
        if (!armed || !waiting.isEmpty() || cancellations.areDue()) {
            return; // there is more to submit than the queue takes at once; unarmed, a wake-up would be missed
        }
        int result = ring.submitAndWait(workers.limit(cancellations.limit(timeoutNanos)));
        inFlight.tick();
        batch++; // before collecting: what completed during a wait did not complete at once
        collect();
        woken = false;
        nextBatch(result == -Errno.ETIME ? 0 : result);
    }

    private void nextBatch(int result) {
        batch++;
        inFlight.endBatch();
        addWaiting();
        // Too little memory for the entries, completions to be collected first, a signal: the next call tries again.
        if (result < 0 && result != -Errno.EBUSY && result != -Errno.EAGAIN && result != -Errno.EINTR) {
            throw new IllegalStateException("io_uring_enter: " + Errno.describe(-result));
        }
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
        workers.repeatInterruptions();
        for (Operation op = workers.collect(); op != null; op = workers.collect()) {
            op.blocked = true;
            inFlight.tick(); // it may have ended since the last look at the clock
            settle(op, op.stepResult);
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
        boolean waited = op.batch != batch;
        op.blocked |= waited;
        boolean ready = op.polling && result >= 0;
        op.polling = false;
        if (ready && !op.cancelled) {
            op.refusals = waited ? 0 : op.refusals; // something came, perhaps for others: that is no spinning
            goOn(op); // the operation itself is still to be done
        } else {
            settle(op, ready ? -Errno.ECANCELED : ownError(result));
        }
    }

    /**
     * A kernel worker that is interrupted in the open of a FIFO answers with the kernel's own ERESTARTSYS (seen on 6.18), which no
     * program should see: signals make it EINTR.
     */
    private static int ownError(int result) {
        return -result >= ERESTARTSYS && -result <= ERESTART_RESTARTBLOCK ? -Errno.EINTR : result;
    }

    private void settle(Operation op, long result) {
        if (Progress.goesOn(op, result)) {
            goOn(op);
        } else {
            inFlight.finish(op, Progress.outcome(op, result));
        }
    }

    private void goOn(Operation op) {
        op.blocked = true;
        if (op.opcode == Operation.WHEN_READY && !op.polling) {
            settle(op, direct.attempt(op));
        } else if (op.byWorker && !op.polling) {
            workers.start(op);
        } else if (!waiting.isEmpty() || !add(op)) {
            waiting.addLast(op);
        }
    }

    @Override
    public void close() {
        workers.close();
        ring.close();
        linux.close(wakeupFd);
        scratch.close();
    }
}
