package io.laio.workload.cli;

import io.laio.workload.documents.DocumentRootException;
import io.laio.workload.trace.TraceFormatException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.IExitCodeGenerator;

/** Gives what can go wrong in a command one line for the user and an exit code. */
final class Guard {
    /** The environment is unfit: no space, no descriptors, a disk that fails. */
    static final int UNFIT = 4;

    private Guard() {}

    /** What a command does. */
    @FunctionalInterface
    interface Body {
        int run() throws IOException;
    }

    static int run(Body body) {
        try {
            return body.run();
        } catch (IllegalArgumentException | TraceFormatException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e, ExitCode.USAGE);
        } catch (DocumentRootException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e, UNFIT);
        } catch (NoSuchFileException e) {
            throw new CommandFailure(e.getFile() + ": no such file or directory", e, ExitCode.USAGE);
        } catch (AccessDeniedException e) {
            throw new CommandFailure(e.getFile() + ": permission denied", e, ExitCode.USAGE);
        } catch (IOException e) {
            throw new CommandFailure(String.valueOf(e.getMessage()), e, UNFIT);
        }
    }

    /** Ends a command; the root command prints the message. */
    static final class CommandFailure extends RuntimeException implements IExitCodeGenerator {
        private static final long serialVersionUID = 1L;

        private final int exitCode;

        CommandFailure(String message, Exception cause, int exitCode) {
            super(message, cause);
            this.exitCode = exitCode;
        }

        @Override
        public int getExitCode() {
            return exitCode;
        }
    }
}
