package io.laio.http.process;

import java.io.Serial;

/** A child process did not start, or did not get as far as connecting to its parent. The message says why. */
public final class ChildFailedException extends Exception {
    @Serial
    private static final long serialVersionUID = 1;

    private final int exitStatus;

    /**
     * Makes an exception.
     *
     * @param message why, in one line
     * @param exitStatus the status with which it ended, 128 and the number of the signal that killed it; -1 if it did not end by
     *     itself
     */
    public ChildFailedException(String message, int exitStatus) {
        super(message);
        this.exitStatus = exitStatus;
    }

    /** With which status it ended by itself, -1 if it did not. */
    int exitStatus() {
        return exitStatus;
    }
}
