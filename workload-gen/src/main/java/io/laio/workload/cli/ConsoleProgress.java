package io.laio.workload.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;

/** Shows how far something has come: one line that is rewritten on a terminal, a line now and then elsewhere. */
final class ConsoleProgress implements AutoCloseable {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private static final Path STANDARD_ERROR = Path.of("/proc/self/fd/2"); // proc_pid_fd(5)

    private final PrintWriter err;
    private final boolean terminal;
    private long nextNanos;
    private int lineLength;

    ConsoleProgress(PrintWriter err) {
        this.err = err;
        this.terminal = isTerminal(STANDARD_ERROR);
        this.nextNanos = System.nanoTime() + (terminal ? TERMINAL_NANOS : PLAIN_NANOS);
    }

    /** That one and no other: System.console() looks at input and output, which may be a file where this is none. */
    static boolean isTerminal(Path descriptor) {
        try {
            String device = Files.readSymbolicLink(descriptor).toString();
            return device.startsWith("/dev/pts/") || device.startsWith("/dev/tty") || device.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether something shown now would not be too much. */
    boolean due() {
        return System.nanoTime() - nextNanos >= 0;
    }

    void show(String line) {
        nextNanos = System.nanoTime() + (terminal ? TERMINAL_NANOS : PLAIN_NANOS);
        if (terminal) {
            err.print("\r" + line + " ".repeat(Math.max(0, lineLength - line.length())));
            lineLength = line.length();
            err.flush();
        } else {
            err.println(line);
        }
    }

    /** Takes the rewritten line away. */
    @Override
    public void close() {
        if (lineLength > 0) {
            err.print("\r" + " ".repeat(lineLength) + "\r");
            err.flush();
        }
    }
}
