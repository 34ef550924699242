package io.laio.testbed.disk;

/** There is no such device model, or it cannot be as asked; the message names what is wrong. */
public final class NoSuchModelException extends DiskException {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, and what would be right
     */
    public NoSuchModelException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what is wrong, and what would be right
     * @param cause why
     */
    public NoSuchModelException(String message, Throwable cause) {
        super(message, cause);
    }
}
