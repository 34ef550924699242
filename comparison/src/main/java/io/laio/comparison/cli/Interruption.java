package io.laio.comparison.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that compares, and keeps the JVM alive until that thread has
 * cleared away: servers ended, control groups removed, read-ahead put back, the emulated disk taken down.
 */
final class Interruption {
    /** An emulated disk whose daemon hangs takes 25 s: 5 to find out, 10 for it to end, 10 more once it is killed. */
    private static final long PATIENCE_SECONDS = 60;

    private final Thread worker;
    private final CountDownLatch cleared = new CountDownLatch(1);

    private Interruption(Thread worker) {
        this.worker = worker;
    }

    static Interruption ofThisThread() {
        Interruption interruption = new Interruption(Thread.currentThread());
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    /** Runs when the JVM is told to end, and also when it ends by itself: then nothing is left to wait for. */
    private void interrupt() {
        if (cleared.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            cleared.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything has been cleared away. */
    void over() {
        cleared.countDown();
    }
}
