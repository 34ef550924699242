package io.laio.testbed.cli;

import java.io.PrintStream;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C and SIGTERM into an interrupt of a command's thread, and keeps the JVM alive until that thread has cleared away
 * what it had begun; but not for ever: then it says what is left, and how it is taken away.
 *
 * <p>{@link #close} belongs to the thread that is interrupted; the rest runs on the JVM's own as it ends.
 */
public final class Interruption implements AutoCloseable {
    private static final long PATIENCE_MILLIS = 60_000; // a disk's daemon that hangs is killed after 30 s

    private final Thread worker;
    private final long patienceMillis;
    private final String left;
    private final PrintStream err;
    private final CountDownLatch cleared = new CountDownLatch(1);

    Interruption(Thread worker, long patienceMillis, String left, PrintStream err) {
        this.worker = worker;
        this.patienceMillis = patienceMillis;
        this.left = left;
        this.err = err;
    }

    /**
     * Begins for the calling thread.
     *
     * @param left what there may be left, and the command that takes it away, for a message
     * @return to be closed when everything has been cleared away
     */
    public static Interruption ofThisThread(String left) {
        Interruption interruption = new Interruption(Thread.currentThread(), PATIENCE_MILLIS, left, System.err);
        Runtime.getRuntime().addShutdownHook(new Thread(interruption::interrupt, "interruption"));
        return interruption;
    }

    /** Runs when the JVM is told to end, and also when it ends by itself: then nothing is left to wait for. */
    void interrupt() {
        if (cleared.getCount() == 0) {
            return;
        }
        worker.interrupt();
        try {
            if (!cleared.await(patienceMillis, TimeUnit.MILLISECONDS)) {
                err.println("Not everything was cleared away within " + patienceMillis + " ms. Left: " + left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Everything has been cleared away. */
    @Override
    public void close() {
        cleared.countDown();
    }
}
