package io.laio.http.server;

import java.util.Objects;
import java.util.concurrent.CompletionException;

/** A server ended by itself: one of its loops or threads failed. The message says why; the command ends with exit code 1. */
public final class ServerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ServerFailedException(Throwable cause) {
        super("a loop or thread failed, so the server ended: " + cause, cause);
    }

    /**
     * Takes the reason out of what a future threw.
     *
     * @param wrapper what waiting for a loop or thread has thrown
     * @return the failure of the server
     */
    public static ServerFailedException because(CompletionException wrapper) {
        return new ServerFailedException(Objects.requireNonNullElse(wrapper.getCause(), wrapper));
    }
}
