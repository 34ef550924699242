package io.laio.testbed.disk.model.catalogue;

/** A device model that cannot be used as written. The message names the file or the override, the field and the value. */
public final class DiskSpecException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, and what would be right
     */
    public DiskSpecException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what is wrong, and what would be right
     * @param cause why
     */
    public DiskSpecException(String message, Throwable cause) {
        super(message, cause);
    }
}
