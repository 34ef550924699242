package io.laio.testbed.cli;

import io.laio.testbed.disk.UnfitMachineException;
import picocli.CommandLine.IExitCodeGenerator;

/** Ends a command with an exit code other than 1; the root command prints the message. */
public final class DiskFailure extends RuntimeException implements IExitCodeGenerator {
    private static final long serialVersionUID = 1;
    private static final int ENVIRONMENT_UNFIT = 4;
    private static final int INTERRUPTED = 130; // 128 and the number of SIGINT, as shells have it

    private final int exitCode;

    private DiskFailure(Exception cause, String message, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /**
     * The machine lacks something.
     *
     * @param cause whose message says what
     * @return exit code 4
     */
    public static DiskFailure of(UnfitMachineException cause) {
        return new DiskFailure(cause, String.valueOf(cause.getMessage()), ENVIRONMENT_UNFIT);
    }

    /**
     * The user has had enough.
     *
     * @param cause what stayed is suppressed in it
     * @return exit code 130
     */
    public static DiskFailure of(InterruptedException cause) {
        Throwable[] left = cause.getSuppressed();
        String message = left.length == 0
                ? "interrupted; nothing is left behind"
                : "interrupted, and not all could be taken down (" + left[0].getMessage() + "): see bin/laio disk list";
        return new DiskFailure(cause, message, INTERRUPTED);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
