package io.laio.server.threads;

import io.laio.linux.Linux;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Platform threads that wait for the disk in place of virtual ones: a system call by java.lang.foreign holds the carrier of its
 * virtual thread, and there are only as many carriers as processors. Threads start as they are needed, and end when they were
 * idle for a while.
 */
final class DiskThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final ThreadLocal<Linux> kernel;

    DiskThreads(Supplier<Linux> kernels, int maxThreads) {
        kernel = ThreadLocal.withInitial(kernels);
        threads = new ThreadPoolExecutor(
                maxThreads,
                maxThreads,
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                Thread.ofPlatform().name("disk-", 0).factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Begins a call; who asked parks until it is done. */
    void begin(Call call) {
        threads.execute(() -> call.run(kernel.get()));
    }

    @Override
    public void close() {
        threads.shutdown();
    }

    /** A call that may wait for the disk. */
    @FunctionalInterface
    interface Call {
        /** Makes it, with the kernel as seen by the calling thread. */
        void run(Linux linux);
    }
}
