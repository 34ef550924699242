package io.laio.comparison.environment;

import java.io.IOException;

/**
 * Clears away in spite of a pending interrupt. With one, Java refuses to read or write any file; but whoever interrupts a
 * comparison wants nothing left of it: no process, no control group, no changed setting.
 */
public final class Uninterrupted {
    private Uninterrupted() {}

    /** Something that reads or writes files. */
    @FunctionalInterface
    public interface Action {
        /**
         * Does it.
         *
         * @throws IOException if it fails
         */
        void run() throws IOException;
    }

    /**
     * Does something with the interrupt set aside, which is pending again afterwards.
     *
     * @param action what to do
     * @throws IOException if the action fails
     */
    public static void run(Action action) throws IOException {
        boolean interrupted = Thread.interrupted();
        try {
            action.run();
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
