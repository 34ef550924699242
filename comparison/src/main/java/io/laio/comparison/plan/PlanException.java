package io.laio.comparison.plan;

/** A plan that cannot be carried out as written. The message names the source, the field and the value. */
public final class PlanException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * Makes one.
     *
     * @param message what is wrong, and what would be right
     */
    public PlanException(String message) {
        super(message);
    }

    /**
     * Makes one with its cause.
     *
     * @param message what is wrong, and what would be right
     * @param cause why
     */
    public PlanException(String message, Throwable cause) {
        super(message, cause);
    }
}
