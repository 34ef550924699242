package io.laio.lab.cli;

import picocli.CommandLine.IExitCodeGenerator;

/** Ends a lab command with a message and an exit code; the root command prints the message. */
final class LabFailure extends RuntimeException implements IExitCodeGenerator {
    /** A threshold was missed. */
    static final int THRESHOLD_MISSED = 3;

    /** The machine does not offer what is needed. */
    static final int ENVIRONMENT_UNFIT = 4;

    private static final long serialVersionUID = 1;

    private final int exitCode;

    LabFailure(Exception cause, int exitCode) {
        super(cause.getMessage(), cause);
        this.exitCode = exitCode;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
