package io.laio.cli;

/**
 * What the commands' exit codes mean; {@code --help} prints this table.
 *
 * <p>A command returns its code, or throws an exception that implements {@link picocli.CommandLine.IExitCodeGenerator} to
 * choose one; any other exception is {@link #FAILED}.
 */
public enum ExitCode {
    /** The command did what was asked. */
    GOOD(0, "good"),
    /** The command was understood and tried, and failed. */
    FAILED(1, "failed"),
    /** Unknown or contradictory options, or a bad configuration. */
    USAGE(2, "usage: unknown or contradictory options, bad configuration"),
    /** Everything ran, and a measured value missed the threshold that was asked for. */
    THRESHOLD_MISSED(3, "a threshold was missed"),
    /** The machine lacks something that is needed: a JDK 25, io_uring, a cgroup, disk space. */
    ENVIRONMENT_UNFIT(4, "this environment is unfit: the message says what is missing and how to mend it");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    /**
     * The process's exit status.
     *
     * @return 0 to 4
     */
    public int code() {
        return code;
    }

    /**
     * What the code tells the caller, as {@code --help} prints it.
     *
     * @return a phrase without a full stop
     */
    public String meaning() {
        return meaning;
    }
}
