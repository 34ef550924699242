package io.laio.comparison.claims;

/** A claims file that is wrong: the message names the file, the place in it and what is wrong. */
public final class ClaimsException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message a line for the user
     */
    ClaimsException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message a line for the user
     * @param cause what was thrown
     */
    ClaimsException(String message, Throwable cause) {
        super(message, cause);
    }
}
