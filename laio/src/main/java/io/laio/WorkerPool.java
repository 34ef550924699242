package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Worker threads, started when there is more to do than idle ones can take, up to a limit; one that was idle for
 * {@value #IDLE_MILLIS} ms ends. Steps begin in the order of {@link #start}.
 *
 * <p>A kernel view that throws ends its thread, which tells its uncaught exception handler, and one operation, with EIO: the one
 * that was being carried out, or, if the thread got no kernel at all, the one that it was started for.
 *
 * <p>All state is guarded by the pool's own monitor, which is never held during a call. Operations are linked through a field
 * of their own, so that handing over allocates nothing.
 */
final class WorkerPool implements Workers {
    private static final long IDLE_MILLIS = 5_000;
    private static final int STACK_BYTES = 256 << 10;

    private final Linux linux;
    private final Supplier<? extends Linux> kernels;
    private final int maxThreads;
    private final Waker waker;
    private final long idleMillis;
    private final OperationQueue queued = new OperationQueue();
    private final OperationQueue over = new OperationQueue();
    private final List<Worker> workers = new ArrayList<>();
    private @Nullable Interrupter interrupter; // a process that never cancels a worker's call needs no signal
    private int available; // workers that make no call: they wait, or are about to look for the next
    private boolean closed;
    private volatile boolean collectable;

    /**
     * Makes a pool without threads.
     *
     * @param linux the kernel as the thread of the {@link Laio} sees it
     * @param kernels the kernel as each worker thread sees it
     */
    WorkerPool(Linux linux, Supplier<? extends Linux> kernels, int maxThreads, Waker waker) {
        this(linux, kernels, maxThreads, waker, IDLE_MILLIS);
    }

    WorkerPool(Linux linux, Supplier<? extends Linux> kernels, int maxThreads, Waker waker, long idleMillis) {
        this.linux = linux;
        this.kernels = kernels;
        this.maxThreads = maxThreads;
        this.waker = waker;
        this.idleMillis = idleMillis;
    }

    @Override
    public synchronized void start(Operation op) {
        op.interrupted = false;
        queued.addLast(op);
        if (queued.size() > available && workers.size() < maxThreads) {
            startThread();
        } else {
            notify();
        }
    }

    private void startThread() {
        Worker worker = new Worker();
        Thread thread = new Thread(null, worker, "laio-worker", STACK_BYTES);
        thread.setDaemon(true);
        worker.thread = thread;
        try {
            thread.start();
            workers.add(worker);
            available++;
        } catch (OutOfMemoryError e) { // no thread can be had; if there is one already, it does the work
            if (workers.isEmpty()) {
                refuseAll();
            }
        }
    }

    private void refuseAll() {
        for (Operation op = queued.pollFirst(); op != null; op = queued.pollFirst()) {
            endAndWake(op, -Errno.ENOMEM);
        }
    }

    @Override
    public synchronized void cancel(Operation op) {
        Worker worker = op.worker;
        if (worker != null) {
            op.interrupted = true;
            interrupter().interrupt(worker.threadId);
        } else if (queued.remove(op)) {
            endAndWake(op, -Errno.ECANCELED);
        }
    }

    private Interrupter interrupter() {
        Interrupter chosen = interrupter;
        if (chosen == null) {
            chosen = Interrupter.bySignal(linux);
            interrupter = chosen;
        }
        return chosen;
    }

    @Override
    public @Nullable Operation collect() {
        return collectable ? next() : null;
    }

    private synchronized @Nullable Operation next() {
        Operation op = over.pollFirst();
        collectable = !over.isEmpty();
        return op;
    }

    private void endAndWake(Operation op, long result) {
        if (end(op, result)) {
            waker.wake();
        }
    }

    /** Makes an operation collectable; true if the loop has to be told. */
    private boolean end(Operation op, long result) {
        op.stepResult = result;
        op.worker = null;
        boolean first = over.isEmpty();
        over.addLast(op);
        collectable = true;
        return first;
    }

    private synchronized @Nullable Operation take(Worker worker) throws InterruptedException {
        long sinceNanos = System.nanoTime();
        while (queued.isEmpty()) {
            long leftMillis = idleMillis - (System.nanoTime() - sinceNanos) / 1_000_000;
            if (closed || leftMillis <= 0) {
                workers.remove(worker);
                available--;
                return null;
            }
            wait(leftMillis);
        }
        Operation op = queued.pollFirst();
        if (op != null) {
            op.worker = worker;
            available--;
            worker.current = op;
        }
        return op;
    }

    /** Waking comes last: the loop's thread may run at once, and must not find the monitor taken. */
    private void ended(Worker worker, Operation op, long result) {
        boolean first;
        synchronized (this) {
            available++;
            worker.current = null;
            first = end(op, result);
        }
        if (first) {
            waker.wake();
        }
    }

    /** Each death ends an operation, so threads are not started for ever where no kernel can be had. */
    private void died(Worker worker) {
        boolean first;
        synchronized (this) {
            workers.remove(worker);
            Operation op = worker.current;
            worker.current = null;
            if (op == null) {
                available--;
                op = queued.pollFirst();
            }
            first = op != null && end(op, -Errno.EIO);
            if (queued.size() > available) {
                startThread();
            }
        }
        if (first) {
            waker.wake();
        }
    }

    @Override
    public void close() {
        List<Worker> left;
        synchronized (this) {
            closed = true;
            left = new ArrayList<>(workers);
            notifyAll();
        }
        for (Worker worker : left) {
            worker.join();
        }
    }

    /** A thread that makes one call after another. */
    final class Worker implements Runnable {
        private @Nullable Thread thread;
        private @Nullable Operation current;
        private int threadId;

        @Override
        public void run() {
            boolean orderly = false;
            try {
                work(kernels.get());
                orderly = true;
            } catch (InterruptedException e) {
                throw new AssertionError("nobody interrupts a worker", e);
            } finally {
                if (!orderly) {
                    died(this);
                }
            }
        }

        private void work(Linux linux) throws InterruptedException {
            threadId = linux.gettid();
            for (Operation op = take(this); op != null; op = take(this)) {
                ended(this, op, make(linux, op));
            }
        }

        /** A signal that was meant for an earlier call is not this operation's business. */
        private long make(Linux linux, Operation op) {
            long result = WorkerStep.make(linux, op);
            while (result == -Errno.EINTR && !isInterrupted(op)) {
                result = WorkerStep.make(linux, op);
            }
            return result;
        }

        private boolean isInterrupted(Operation op) {
            synchronized (WorkerPool.this) {
                return op.interrupted;
            }
        }

        private void join() {
            Thread ending = thread;
            boolean interrupted = false;
            while (ending != null && ending.isAlive()) {
                try {
                    ending.join();
                } catch (InterruptedException e) {
                    interrupted = true;
                }
            }
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
