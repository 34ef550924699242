package io.laio.comparison.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TerminalSummaryTest {
    private static String text(SyntheticResults results) {
        return new TerminalSummary(results.build()).text();
    }

    private static SyntheticResults two() {
        return new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1)
                        .throughput(100)
                        .response(8))
                .add(SyntheticRun.of("flash-laio-laio", "rice", CacheState.COLD, 16, 1)
                        .throughput(12_345)
                        .response(0.5));
    }

    @Test
    void tableHasMediansUnderUnits() {
        List<String> lines = text(two()).lines().toList();
        assertEquals("rice, cold", lines.get(0));
        assertEquals("  server           Mb/s at 16  ms at 16", lines.get(1));
        assertEquals("  flash-nb-b              100      8.00", lines.get(2));
        assertEquals("  flash-laio-laio      12\u2009345     0.500", lines.get(3));
    }

    @Test
    void recommendationFollows() {
        assertTrue(text(two()).contains("rice: provisionally, choose flash-laio-laio."), () -> text(two()));
        assertTrue(
                text(two()).contains("2 runs, medians above. Every run counts; no request failed."), () -> text(two()));
    }

    @Test
    void invalidRunsAreCountedWithTheirReasons() {
        String text = text(two().add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 2)
                .invalid("the generator was saturated")));
        assertTrue(text.contains("1 run of 3 does not count"), text);
        assertTrue(text.contains("- the generator was saturated"), text);
    }

    @Test
    void whatIsMissingIsADash() {
        String text = text(two().add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 64, 1)));
        String laio = text.lines()
                .filter(line -> line.startsWith("  flash-laio-laio"))
                .findFirst()
                .orElseThrow();
        assertTrue(laio.contains("–"), laio);
    }

    @Test
    void proseFitsATerminal() {
        assertTrue(text(two()).lines().allMatch(line -> line.length() <= 104), () -> text(two()));
    }

    @Test
    void thereAreNoControlSequences() {
        assertTrue(text(two()).chars().noneMatch(c -> c < 0x20 && c != '\n'));
    }
}
