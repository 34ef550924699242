package io.laio.server.threads;

import io.laio.linux.Linux;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.LoggerFactory;

/**
 * Platform threads that wait for the disk in place of virtual ones: a system call by java.lang.foreign holds the carrier of its
 * virtual thread, and there are only as many carriers as processors. Threads start as they are needed, and end when they were
 * idle for a while.
 */
final class DiskThreads implements AutoCloseable {
    private static final int IDLE_SECONDS = 10;

    private final ThreadPoolExecutor threads;
    private final Supplier<Linux> kernels;
    private final ThreadLocal<Linux> kernel;
    private final AtomicBoolean warned = new AtomicBoolean();

    DiskThreads(Supplier<Linux> kernels, int maxThreads) {
        this(kernels, maxThreads, Thread.ofPlatform().name("disk-", 0).factory());
    }

    DiskThreads(Supplier<Linux> kernels, int maxThreads, ThreadFactory factory) {
        this.kernels = kernels;
        kernel = ThreadLocal.withInitial(kernels);
        threads = new ThreadPoolExecutor(
                maxThreads, maxThreads, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), factory);
        threads.allowCoreThreadTimeOut(true);
    }

    /**
     * Begins a call; who asked parks until it is done, or has failed. If no thread can be had, the calling one makes it: slower, but
     * made.
     *
     * @param call makes it, with the kernel as seen by the calling thread
     * @param failed told if it could not be made, or threw
     */
    void begin(Consumer<Linux> call, Consumer<Throwable> failed) {
        try {
            threads.execute(() -> run(call, failed));
        } catch (OutOfMemoryError refused) {
            warnOnce(refused);
            call.accept(kernels.get());
        }
    }

    private void run(Consumer<Linux> call, Consumer<Throwable> failed) {
        try {
            call.accept(kernel.get());
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void warnOnce(OutOfMemoryError refused) {
        if (!warned.getAndSet(true)) {
            LoggerFactory.getLogger(DiskThreads.class)
                    .warn(
                            "no more than {} threads wait for the disk: {} (ulimit -u, or the control group's pids.max,"
                                    + " may be too low); virtual threads wait there themselves, and hold processors",
                            threads.getPoolSize(),
                            refused.getMessage());
        }
    }

    @Override
    public void close() {
        threads.shutdown();
    }
}
