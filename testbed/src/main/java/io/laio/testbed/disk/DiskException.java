package io.laio.testbed.disk;

import java.io.IOException;

/** A disk that cannot be emulated as asked. The message is for the user: what is wrong, and the remedy. */
public class DiskException extends IOException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, and what to do about it
     */
    public DiskException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what is wrong, and what to do about it
     * @param cause why
     */
    public DiskException(String message, Throwable cause) {
        super(message, cause);
    }
}
