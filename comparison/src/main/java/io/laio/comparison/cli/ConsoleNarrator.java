package io.laio.comparison.cli;

import io.laio.comparison.run.Narrator;
import java.io.Console;
import java.io.PrintWriter;

/**
 * Tells a person how it is getting on: on a terminal the present status in a line that replaces itself, elsewhere plain
 * lines only. No colours at all, so NO_COLOR needs nothing.
 */
final class ConsoleNarrator implements Narrator, AutoCloseable {
    private static final String CLEAR_LINE = "\r\u001b[K"; // ECMA-48: erase in line
    private static final int WIDTH = 100;
    private static final long PAUSE_NANOS = 100_000_000;

    private final PrintWriter out;
    private final boolean terminal;
    private long lastStatusNanos = System.nanoTime() - PAUSE_NANOS;

    ConsoleNarrator(PrintWriter out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
    }

    @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where input or output is no terminal
    static ConsoleNarrator of(PrintWriter out) {
        Console console = System.console();
        return new ConsoleNarrator(out, console != null && console.isTerminal());
    }

    @Override
    public void line(String text) {
        out.println(terminal ? CLEAR_LINE + text : text);
        out.flush();
    }

    /** At most ten times a second: documents are written by the thousand. */
    @Override
    public void status(String text) {
        long now = System.nanoTime();
        if (terminal && now - lastStatusNanos >= PAUSE_NANOS) {
            lastStatusNanos = now;
            out.print(CLEAR_LINE + text.substring(0, Math.min(WIDTH, text.length())));
            out.flush();
        }
    }

    /** Leaves the cursor at the beginning of an empty line. */
    @Override
    public void close() {
        if (terminal) {
            out.print(CLEAR_LINE);
            out.flush();
        }
    }
}
