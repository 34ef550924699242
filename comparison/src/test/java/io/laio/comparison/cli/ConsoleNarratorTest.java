package io.laio.comparison.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ConsoleNarratorTest {
    private final StringWriter written = new StringWriter();

    @Test
    void elsewhereThanOnATerminalThereArePlainLinesOnly() {
        try (ConsoleNarrator narrator = new ConsoleNarrator(new PrintWriter(written), false)) {
            narrator.status("starting");
            narrator.line("done");
        }
        assertEquals("done" + System.lineSeparator(), written.toString());
    }

    @Test
    void onATerminalALineReplacesTheStatus() {
        try (ConsoleNarrator narrator = new ConsoleNarrator(new PrintWriter(written), true)) {
            narrator.status("starting");
            narrator.line("done");
        }
        String clear = "\r\u001b[K";
        assertEquals(clear + "starting" + clear + "done" + System.lineSeparator() + clear, written.toString());
    }

    @Test
    void aTerminalIsNotFlooded() {
        try (ConsoleNarrator narrator = new ConsoleNarrator(new PrintWriter(written), true)) {
            for (int i = 0; i < 10_000; i++) {
                narrator.status("document " + i);
            }
        }
        assertTrue(
                written.toString().length() < 10_000, () -> written.toString().length() + " characters");
    }
}
