package io.laio.comparison.results;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ResultsJsonTest {
    @TempDir
    private Path directory;

    private static Results sample() {
        return new SyntheticResults()
                .parameter("skipped.malformed", "3")
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1))
                .add(SyntheticRun.of("flash-laio-laio", "rice", CacheState.COLD_DATA, 16, 1)
                        .invalid("the page cache reached 45 % of the budget"))
                .add(SyntheticRun.of("nginx", "rice", CacheState.WARM, 16, 1).resident(null))
                .build();
    }

    private Path written(Results results) throws IOException {
        Path file = directory.resolve("results.json");
        ResultsJson.write(results, file);
        return file;
    }

    private static String refusal(Path file) {
        Exception refused = assertThrows(ResultsFormatException.class, () -> ResultsJson.read(file));
        return String.valueOf(refused.getMessage());
    }

    @Test
    void whatIsWrittenIsReadBack() throws IOException {
        Results results = sample();
        assertEquals(results, ResultsJson.read(written(results)));
    }

    @Test
    void writingWhatWasReadGivesTheSameBytes() throws IOException {
        byte[] first = Files.readAllBytes(written(sample()));
        Path again = directory.resolve("again.json");
        ResultsJson.write(ResultsJson.read(directory.resolve("results.json")), again);
        assertArrayEquals(first, Files.readAllBytes(again));
    }

    @Test
    void runIsOneFlatObjectWithTheDesignsFieldsInOrder() throws IOException {
        JsonNode run = new ObjectMapper()
                .readTree(written(sample()).toFile())
                .path("runs")
                .path(0);
        List<String> names = new ArrayList<>();
        run.fieldNames().forEachRemaining(names::add);
        List<String> design = List.of(
                ("server engine lazy workload traceSha256 scale cache disk network memoryBudgetBytes clients repeat "
                                + "throughputMbps requestsPerSecond responseTimeMillis serviceTimeMillis scheduleLagMillis "
                                + "requests bytes failures serverCpuMicrosPerRequest serverMemoryBytes helperMemoryBytes "
                                + "pageCacheBytes operations loopStallMillis diskReads residentFractionBefore "
                                + "generatorCpuFraction")
                        .split(" "));
        assertEquals(design, names.stream().filter(design::contains).toList());
        assertTrue(
                names.containsAll(List.of("valid", "invalidReasons", "startedAt", "elapsedMillis")), names::toString);
        assertEquals("2026-11-23T10:00:05Z", run.path("startedAt").asText());
    }

    @Test
    void anotherSchemaVersionIsRefusedByNumber() throws IOException {
        Path file = written(sample());
        Files.writeString(file, Files.readString(file).replace("\"schemaVersion\": 1", "\"schemaVersion\": 7"));
        String message = refusal(file);
        assertTrue(message.contains("schemaVersion 7") && message.contains("reads schemaVersion 1"), message);
    }

    @Test
    void somethingElseIsRefusedByName() throws IOException {
        Path file = directory.resolve("other.json");
        Files.writeString(file, "{\"hello\": 1}");
        String message = refusal(file);
        assertTrue(message.contains("other.json") && message.contains("no schemaVersion"), message);
    }

    @Test
    void aFileCutShortIsRefused() throws IOException {
        Path file = written(sample());
        String whole = Files.readString(file);
        Files.writeString(file, whole.substring(0, whole.length() / 2));
        assertThrows(ResultsFormatException.class, () -> ResultsJson.read(file));
    }

    @Test
    void laterAdditionsArePassedOver() throws IOException {
        Path file = written(sample());
        Files.writeString(file, Files.readString(file).replace("\"server\":", "\"addedLater\": [1], \"server\":"));
        assertEquals(sample(), ResultsJson.read(file));
    }

    @Test
    void whatOlderResultsDoNotHaveIsEmpty() throws IOException {
        Path file = written(sample());
        String later = Files.readString(file);
        String older = later.replaceAll(
                ",\\s*\"(helpers|operations)\": \\{\\s*\"(read|name)\": \\{[^{}]*(max|asked)[^{}]*\\}\\s*\\}", "");
        assertNotEquals(later, older);
        Files.writeString(file, older);
        ResourceUse use = ResultsJson.read(file).runs().getFirst().use();
        assertEquals(Map.of(), use.helpers());
        assertEquals(Map.of(), Objects.requireNonNull(use.loopStallMillis()).operations());
        assertEquals(4000, Objects.requireNonNull(use.operations().get("read")).issued());
    }

    @Test
    void missingNumberIsAnErrorNotAZero() throws IOException {
        Path file = written(sample());
        Files.writeString(file, Files.readString(file).replaceAll("\"throughputMbps\": [0-9.]+,", ""));
        assertThrows(ResultsFormatException.class, () -> ResultsJson.read(file));
    }

    @Test
    void validityNeedsItsReason() {
        assertThrows(IllegalArgumentException.class, () -> new Validity(false, List.of(), List.of()));
        assertThrows(IllegalArgumentException.class, () -> new Validity(true, List.of("noise"), List.of()));
    }

    @Test
    void nothingIsLeftBesideTheFile() throws IOException {
        written(sample());
        try (Stream<Path> files = Files.list(directory)) {
            assertEquals(
                    List.of("results.json"),
                    files.map(f -> f.getFileName().toString()).toList());
        }
    }
}
