package io.laio.http.server;

import org.jspecify.annotations.Nullable;

/** The machine cannot do what was asked; the message names the cause and the remedy. The command ends with exit code 4. */
public final class UnfitEnvironmentException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Explains what is missing.
     *
     * @param message the cause and the remedy, for people
     * @param cause what was thrown, or null
     */
    public UnfitEnvironmentException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
