package io.laio.comparison.cgroup;

import java.io.IOException;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a {@link MemoryBudget} corrected from a thread of its own, ten times a second, until it is closed.
 *
 * <p>The thread inherits its maker's processors, so it must be made on a thread that is kept off the contestant's.
 */
public final class BudgetKeeper implements KeptBudget {
    private static final long PERIOD_NANOS = 100_000_000;

    private final MemoryBudget budget;
    private final ReentrantLock lock = new ReentrantLock();
    private final Thread thread;
    private volatile boolean stopped;
    private @Nullable IOException failure;

    /**
     * Puts the budget in force and starts keeping it.
     *
     * @param budget what to keep; from now on only touched through this object
     * @throws IOException if the first correction fails
     */
    public BudgetKeeper(MemoryBudget budget) throws IOException {
        this.budget = budget;
        budget.correct();
        thread = Thread.ofPlatform().daemon().name("memory-budget").start(this::keep);
    }

    private void keep() {
        while (!stopped) {
            LockSupport.parkNanos(PERIOD_NANOS);
            try {
                correct();
            } catch (IOException e) {
                fail(e);
                return;
            }
        }
    }

    private void correct() throws IOException {
        lock.lock();
        try {
            budget.correct();
        } finally {
            lock.unlock();
        }
    }

    private void fail(IOException e) {
        lock.lock();
        try {
            failure = e;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void restart() throws IOException {
        lock.lock();
        try {
            budget.restart();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public BudgetUse use() throws IOException {
        lock.lock();
        try {
            if (failure != null) {
                throw new IOException("the memory budget could not be kept: " + failure.getMessage(), failure);
            }
            budget.correct();
            return budget.use();
        } finally {
            lock.unlock();
        }
    }

    /** Stops keeping the budget; the last limit stays in force. */
    @Override
    public void close() {
        stopped = true;
        LockSupport.unpark(thread);
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
