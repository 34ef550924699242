package io.laio.workload.cli;

import java.io.Console;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/** Shows how far something has come: one line that is rewritten on a terminal, a line now and then elsewhere. */
final class ConsoleProgress implements AutoCloseable {
    private static final long TERMINAL_NANOS = 200_000_000L;
    private static final long PLAIN_NANOS = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private long nextNanos;
    private int lineLength;

    ConsoleProgress(PrintWriter err) {
        this.err = err;
        this.terminal = isTerminal(System.console());
        this.nextNanos = System.nanoTime() + (terminal ? TERMINAL_NANOS : PLAIN_NANOS);
    }

    private static boolean isTerminal(@Nullable Console console) {
        return console != null && console.isTerminal();
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
