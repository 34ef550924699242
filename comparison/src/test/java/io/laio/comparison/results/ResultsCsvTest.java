package io.laio.comparison.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.analysis.files.Csv;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsCsvTest {
    @TempDir
    private Path directory;

    private static List<RunResult> runs() {
        return new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1)
                        .throughput(123456789.25))
                .add(SyntheticRun.of("nginx", "rice", CacheState.WARM, 16, 1)
                        .resident(null)
                        .invalid("odd, \"quoted\" reason", "second"))
                .build()
                .runs();
    }

    private static String cell(List<String> lines, String column, int row) {
        int index = Arrays.asList(lines.getFirst().split(",", -1)).indexOf(column);
        assertTrue(index >= 0, column);
        return lines.get(row).split(",", -1)[index];
    }

    private static List<String> lines() {
        return List.of(ResultsCsv.table(runs()).toString().split("\r\n"));
    }

    @Test
    void oneRowARun() {
        assertEquals(3, lines().size());
        assertEquals("flash-nb-b", cell(lines(), "server", 1));
        assertEquals("nginx", cell(lines(), "server", 2));
    }

    @Test
    void numbersAreWrittenInFull() {
        assertEquals("123456789.25", cell(lines(), "throughputMbps", 1));
        assertEquals("0.0004", cell(lines(), "residentFractionBefore", 1));
        assertEquals("0", cell(lines(), "scheduleLagMillis.mean", 1));
    }

    @Test
    void whatWasNotMeasuredIsEmptyNotZero() {
        assertEquals("", cell(lines(), "residentFractionBefore", 2));
        assertEquals("", cell(lines(), "loopStallMillis.total", 2));
        assertEquals("", cell(lines(), "operations.read.issued", 2));
    }

    @Test
    void commasAndQuotesAreQuoted() {
        assertTrue(lines().get(2).contains("\"odd, \"\"quoted\"\" reason; second\""), lines().get(2));
    }

    @Test
    void aRowOfTheWrongLengthIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> new Csv(List.of("a", "b")).row(List.of("only one")));
    }

    @Test
    void directoryHoldsAllThree() throws IOException {
        ResultsDirectory results =
                new ResultsDirectory(directory.resolve("results").resolve("now"));
        Results written = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1))
                .build();
        results.write(written);
        assertEquals(written, results.read());
        assertTrue(Files.size(results.environmentJson()) > 0);
        assertEquals(2, Files.readAllLines(results.resultsCsv()).size());
    }

    @Test
    void aDirectoryWithoutResultsIsRefusedByName() {
        Exception refused = assertThrows(ResultsFormatException.class, () -> new ResultsDirectory(directory).read());
        assertTrue(String.valueOf(refused.getMessage()).contains("has no results.json"), refused::toString);
    }
}
