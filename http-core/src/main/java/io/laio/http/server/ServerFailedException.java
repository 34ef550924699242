package io.laio.http.server;

import java.util.Objects;
import java.util.concurrent.CompletionException;

/** A server ended by itself: one of its loops failed. The message says why; the command ends with exit code 1. */
public final class ServerFailedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ServerFailedException(Throwable cause) {
        super("a loop failed, so the server ended: " + cause, cause);
    }

    static ServerFailedException because(CompletionException wrapper) {
        return new ServerFailedException(Objects.requireNonNullElse(wrapper.getCause(), wrapper));
    }
}
