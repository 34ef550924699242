package io.laio.testbed.cli;

import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import picocli.CommandLine.IExitCodeGenerator;

/** Ends a command with a message and an exit code; the root command prints the message. */
final class DiskFailure extends RuntimeException implements IExitCodeGenerator {
    private static final long serialVersionUID = 1;
    private static final int FAILED = 1;
    private static final int ENVIRONMENT_UNFIT = 4;
    private static final int INTERRUPTED = 130; // 128 and the number of SIGINT, as shells have it

    private final int exitCode;

    private DiskFailure(Exception cause, String message, int exitCode) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    static DiskFailure of(IOException cause) {
        String message = String.valueOf(cause.getMessage());
        return new DiskFailure(cause, message, cause instanceof UnfitMachineException ? ENVIRONMENT_UNFIT : FAILED);
    }

    static DiskFailure of(InterruptedException cause) {
        return new DiskFailure(cause, "interrupted; nothing is left behind", INTERRUPTED);
    }

    @Override
    public int getExitCode() {
        return exitCode;
    }
}
