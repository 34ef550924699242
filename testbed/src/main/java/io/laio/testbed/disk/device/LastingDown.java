package io.laio.testbed.disk.device;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;

/**
 * Takes a disk down for a process that ends, also after an interrupt, or during one: neither may leave a disk behind. The
 * interrupt is set aside meanwhile and not lost.
 *
 * @param down takes it down, and may be tried again
 * @param directory the disk's, for messages
 */
public record LastingDown(Down down, Path directory) {
    /** More interrupts than one come only from somebody who is in a hurry; then the command that is left is told. */
    private static final int TRIES = 3;

    /** Takes a disk down. */
    @FunctionalInterface
    public interface Down {
        /**
         * Takes it down, whole or what is left of it.
         *
         * @throws IOException if something stays
         * @throws InterruptedException if the thread is interrupted
         */
        void run() throws IOException, InterruptedException;
    }

    /**
     * Takes it down.
     *
     * @throws IOException if something stays; the message names the command that takes it away
     */
    public void run() throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            int tries = 1;
            while (!wentDown(tries)) {
                interrupted = true;
                tries++;
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False if an interrupt came in between, which has been set aside. */
    private boolean wentDown(int tries) throws IOException {
        try {
            down.run();
            return true;
        } catch (InterruptedException e) {
            if (tries == TRIES) {
                throw leftBehind(e);
            }
        } catch (IOException e) { // an interrupt also makes whatever reads or writes at the time fail
            if (!Thread.interrupted() || tries == TRIES) {
                throw e;
            }
        }
        return false;
    }

    private IOException leftBehind(InterruptedException cause) {
        IOException failure =
                new InterruptedIOException("interrupted while a disk was taken down: bin/laio disk down " + directory);
        failure.initCause(cause);
        return failure;
    }
}
