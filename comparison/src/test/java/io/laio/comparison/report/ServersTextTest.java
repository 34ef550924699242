package io.laio.comparison.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ServersTextTest {
    private static SyntheticRun cold(String server, double blocked) {
        return SyntheticRun.of(server, "berkeley", CacheState.COLD, 64, 1).blocked(blocked);
    }

    private static String text(SyntheticRun... runs) {
        SyntheticResults results = new SyntheticResults();
        Arrays.stream(runs).forEach(results::add);
        return new ServersText(results.build()).text();
    }

    private static List<String> cells(String text, String server) {
        String line = text.lines()
                .filter(candidate -> candidate.startsWith("| " + server + " |"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(text));
        return List.of(line.substring(2, line.length() - 2).split(" [|] ", -1));
    }

    @Test
    void aRowTellsWhereAServerStoodStill() {
        String text = text(cold("flash-nb-b", 0.5), cold("flash-nb-amped", 0.01));
        assertEquals(
                List.of(
                        "flash-nb-b",
                        "100",
                        "1200",
                        "10.0",
                        "40.0",
                        "50.0 %",
                        "40.0 ms (read)",
                        "read 1800 ms, other 200 ms",
                        "43 / 1 / 1",
                        "read 2000 (50.0 %)",
                        "48.0 MB",
                        "none"),
                cells(text, "flash-nb-b"));
        assertEquals("120 MB", cells(text, "flash-nb-amped").getLast());
    }

    @Test
    void aLoopThatNeverStoodStillSaysSo() {
        List<String> cells = cells(text(cold("flash-laio-laio", 0)), "flash-laio-laio");
        assertEquals("none", cells.get(6));
        assertEquals("none", cells.get(7));
    }

    @Test
    void whatAServerDoesNotTellIsADash() {
        List<String> cells = cells(text(cold("nginx", 0)), "nginx");
        assertEquals("–", cells.get(5));
        assertEquals("–", cells.get(7));
        assertEquals("–", cells.get(9));
    }

    @Test
    void aRunThatDoesNotCountIsNamedWithItsReason() {
        String text = text(cold("flash-nb-b", 0.5), cold("flash-nb-aio", 0.2).invalid("2 requests failed: reset"));
        assertTrue(text.contains("- `flash-nb-aio` does not count: 2 requests failed: reset\n"), text);
        assertTrue(text.lines().noneMatch(line -> line.startsWith("| flash-nb-aio")), text);
    }

    @Test
    void eachStateHasATableUnderItsConditions() {
        String text = text(cold("flash-nb-b", 0.5), SyntheticRun.of("flash-nb-b", "berkeley", CacheState.WARM, 64, 1));
        assertTrue(
                text.startsWith(
                        "**Berkeley, cold, 64 clients** (429 MB of documents, 134 MB of page cache, names cold"),
                text);
        assertTrue(
                text.contains("\n**Berkeley, warm, 64 clients** (429 MB of documents, 134 MB of page cache, 1 repeat"),
                text);
        assertEquals(2, text.lines().filter(line -> line.startsWith("|---|")).count());
    }
}
