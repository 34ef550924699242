package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Worker threads in simulated time: the same steps as the real ones make, on the one thread of the simulation. */
final class SimulatedWorkers implements Workers {
    private final SimulatedLaio.Threads threads;
    private final Linux kernel;
    private final Waker waker;
    private final int maxThreads;
    private final ArrayDeque<Operation> queued = new ArrayDeque<>();
    private final ArrayDeque<Operation> over = new ArrayDeque<>();
    private final Set<Operation> blocked = new HashSet<>();
    private int busy;

    SimulatedWorkers(SimulatedLaio.Threads threads, Linux kernel, int maxThreads, Waker waker) {
        this.threads = threads;
        this.kernel = kernel;
        this.maxThreads = maxThreads;
        this.waker = waker;
    }

    @Override
    public void start(Operation op) {
        op.interrupted = false;
        queued.addLast(op);
        threads.later(this::take);
    }

    private void take() {
        Operation op = busy < maxThreads ? queued.pollFirst() : null;
        if (op != null) {
            busy++;
            threads.later(() -> make(op)); // meanwhile a signal misses the call
        }
    }

    private void make(Operation op) {
        long result = WorkerStep.make(kernel, op);
        if (result == SimulatedLaio.BLOCKED) {
            blocked.add(op);
            threads.whenUnblocked(() -> resume(op));
        } else if (result == -Errno.EINTR && !op.interrupted) {
            threads.later(() -> make(op));
        } else {
            ended(op, result);
        }
    }

    private void resume(Operation op) {
        if (blocked.remove(op)) {
            make(op);
        }
    }

    private void ended(Operation op, long result) {
        busy--;
        end(op, result);
        threads.later(this::take);
    }

    private void end(Operation op, long result) {
        op.stepResult = result;
        over.addLast(op);
        if (over.size() == 1) {
            waker.wake();
        }
    }

    @Override
    public void cancel(Operation op) {
        if (queued.remove(op)) {
            end(op, -Errno.ECANCELED);
        } else if (!over.contains(op)) {
            op.interrupted = true;
            if (!threads.signalMisses() && blocked.remove(op)) {
                ended(op, -Errno.EINTR);
            }
        }
    }

    @Override
    public @Nullable Operation collect() {
        return over.pollFirst();
    }

    @Override
    public void close() {
        if (busy > 0 || !queued.isEmpty() || !over.isEmpty()) {
            throw new AssertionError("the workers are closed while they have something to do");
        }
    }
}
