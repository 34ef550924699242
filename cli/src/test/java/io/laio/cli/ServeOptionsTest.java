package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Options that not every server has. */
class ServeOptionsTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return Main.commandLine(Map.of())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource({"--engine, workers", "--lazy, off"})
    void aServerWithoutEnginesRefusesTheirOptions(String option, String value) {
        assertEquals(2, run("serve", "flash-nb-b", "--docroot", "/", "--port", "0", option, value));
        String said = err.toString();
        assertAll(
                () -> assertTrue(said.contains(option + " is not for flash-nb-b"), said),
                () -> assertTrue(said.contains("flash-laio-laio"), said));
    }

    @ParameterizedTest
    @CsvSource({"--engine, steam, workers", "--lazy, very, direct"})
    void anUnknownWordIsAnsweredWithTheKnownOnes(String option, String value, String known) {
        assertEquals(2, run("serve", "flash-laio-laio", "--docroot", "/", "--port", "0", option, value));
        assertTrue(
                err.toString().contains(option + " must be") && err.toString().contains(known), err::toString);
    }

    @Test
    void theTableOfServersNamesTheirEngines() {
        assertEquals(0, run("servers"));
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("flash-laio-laio .*ring, workers, auto.*")));
        assertTrue(out.toString().lines().anyMatch(line -> line.matches("flash-nb-b .* none .*")));
    }
}
