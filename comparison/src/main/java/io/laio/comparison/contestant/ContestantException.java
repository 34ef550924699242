package io.laio.comparison.contestant;

/** A contestant that cannot take part. The message names it, the cause and, where known, the remedy. */
public final class ContestantException extends Exception {
    private static final long serialVersionUID = 1;

    /** Whose fault it is. */
    public enum Kind {
        /** Its description is wrong: a matter of configuration. */
        MISDESCRIBED,
        /** It said itself that this environment is unfit for it (exit code 4). */
        ENVIRONMENT_UNFIT,
        /** It failed otherwise. */
        FAILED
    }

    private final Kind kind;

    private ContestantException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    static ContestantException misdescribed(String message) {
        return new ContestantException(Kind.MISDESCRIBED, message);
    }

    static ContestantException unfit(String message) {
        return new ContestantException(Kind.ENVIRONMENT_UNFIT, message);
    }

    static ContestantException failed(String message) {
        return new ContestantException(Kind.FAILED, message);
    }

    /**
     * A contestant that ended although nobody asked it to.
     *
     * @param name which
     * @param how how it ended, a sentence
     * @return the exception
     */
    public static ContestantException died(String name, String how) {
        return failed(name + ": " + how);
    }

    /**
     * What somebody else found out where the contestant was to run.
     *
     * @param kind whose fault it is
     * @param message names contestant, cause and remedy
     * @return the exception
     */
    public static ContestantException relayed(Kind kind, String message) {
        return new ContestantException(kind, message);
    }

    /** A process that ended before it was ready; what it wrote is the explanation. */
    static ContestantException ended(String name, int exitCode, String output) {
        boolean unfit = exitCode == ExitCodes.ENVIRONMENT_UNFIT;
        String message = name + (unfit ? " says that this environment is unfit for it" : " did not start")
                + " (exit code " + exitCode + ")"
                + (output.isBlank() ? "" : ":\n" + output.stripTrailing().indent(2));
        return new ContestantException(unfit ? Kind.ENVIRONMENT_UNFIT : Kind.FAILED, message.stripTrailing());
    }

    /**
     * Whose fault it is.
     *
     * @return the kind
     */
    public Kind kind() {
        return kind;
    }
}
