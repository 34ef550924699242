package io.laio.comparison.cli;

import picocli.CommandLine.IExitCodeGenerator;

/** Ends {@code compare} with a message and an exit code; the root command prints the message. */
final class CompareFailure extends RuntimeException implements IExitCodeGenerator {
    private static final long serialVersionUID = 1;

    private final int exitCode;

    CompareFailure(Exception cause, int exitCode) {
        super(cause.getMessage(), cause);
        this.exitCode = exitCode;
    }

    CompareFailure(String message, Exception cause, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
