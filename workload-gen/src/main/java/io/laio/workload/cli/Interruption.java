package io.laio.workload.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in order when the process is asked to end (Ctrl-C, SIGTERM): its thread is interrupted, and the JVM
 * waits for it to close this object, so that what was measured until then is still printed.
 */
final class Interruption implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 10;

    private final CountDownLatch done = new CountDownLatch(1);
    private final Thread hook;

    /** Concerns the calling thread. */
    Interruption() {
        Thread worker = Thread.currentThread();
        hook = new Thread(() -> interruptAndWait(worker), "interruption");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    @Override
    public void close() {
        done.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            // The hook is running: it has just been told.
        }
    }

    private void interruptAndWait(Thread worker) {
        worker.interrupt();
        try {
            done.await(PATIENCE_SECONDS, TimeUnit.SECONDS); // or the process ends without it
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
