package io.laio.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether what a command printed has arrived: {@link PrintStream} keeps to itself that a disk was full. */
final class StandardOutput {
    private static final Path DESCRIPTOR = Path.of("/proc/self/fd/1"); // proc_pid_fd(5)

    private StandardOutput() {}

    /**
     * The exit code of a command that has printed its result.
     *
     * @param status the command's own
     * @return that, or that of a failure if it was good and the result is not complete
     */
    static int checked(int status) {
        return checked(status, System.out, DESCRIPTOR, System.err);
    }

    static int checked(int status, PrintStream out, Path descriptor, PrintStream err) {
        if (!out.checkError() || isReadByAnother(descriptor)) {
            return status;
        }
        err.println("laio: standard output could not be written: what was printed is not complete (is the disk full?)");
        return status == ExitCode.GOOD.code() ? ExitCode.FAILED.code() : status;
    }

    /** Who reads from a pipe may go when they have seen enough, as head(1) does. */
    private static boolean isReadByAnother(Path descriptor) {
        try {
            String name = Files.readSymbolicLink(descriptor).toString();
            return name.startsWith("pipe:") || name.startsWith("socket:");
        } catch (IOException e) {
            return false;
        }
    }
}
