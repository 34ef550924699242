package io.laio.testbed.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of the thread that brings a disk up, and keeps the JVM alive until that thread
 * has taken down what it had begun.
 */
final class Interruption {
    private static final long PATIENCE_SECONDS = 30;

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
