package io.laio.comparison.contestant;

/** The exit codes of all commands of laio. */
public final class ExitCodes {
    /** All went well. */
    public static final int GOOD = 0;

    /** Something failed. */
    public static final int FAILED = 1;

    /** The command line or a configuration file is wrong. */
    public static final int USAGE = 2;

    /** A threshold was missed. */
    public static final int THRESHOLD_MISSED = 3;

    /** The machine does not offer what is needed. */
    public static final int ENVIRONMENT_UNFIT = 4;

    /** Interrupted from the keyboard: 128 and the number of SIGINT, as shells have it. */
    public static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
