package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a finished replay is written as. */
final class ReplayOutputTest {
    @TempDir
    Path directory;

    private ReplayResult result;

    @BeforeEach
    void replayFourGoodAndTwoMissingDocuments() throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.writeEveryKind(trace);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            byte[] answer = request.contains("/index.html")
                    ? ScriptedServer.ascii("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n")
                    : ScriptedServer.correctAnswer(request, SmallTraces.DOCUMENTS);
            socket.getOutputStream().write(answer);
        })) {
            ReplayPlan plan = ReplayPlan.closedLoop(trace, server.address(), 2);
            result = Replay.run(plan, ReplayProgress.NONE);
        }
    }

    @Test
    void theJsonHoldsEveryFigure() throws IOException {
        JsonNode json = new ObjectMapper().readTree(ReplayJson.of(result));
        assertEquals(1, json.path("schemaVersion").asInt());
        assertEquals(result.trace().sha256(), json.at("/trace/sha256").asText());
        assertEquals(6, json.path("requests").asLong());
        assertEquals(2, json.at("/failures/STATUS_UNEXPECTED").asLong());
        assertEquals(0, json.at("/failures/RESET").asLong());
        assertEquals(FailureClass.values().length, json.path("failures").size());
        assertEquals(
                "GET /index.html: status 404 instead of 200",
                json.at("/failureExamples/STATUS_UNEXPECTED").asText());
        assertEquals(4, json.at("/responseTimeMillis/count").asLong());
        assertTrue(json.at("/responseTimeMillis/p99").isNumber());
        assertEquals("TRACE_END", json.path("stopReason").asText());
        assertTrue(json.path("generatorCpuFraction").isNumber());
    }

    @Test
    void theSummaryNamesFailures() {
        String text = ReplaySummary.of(result);
        assertTrue(text.contains("FAILED 2 STATUS_UNEXPECTED, first: GET /index.html: status 404"), text);
        assertTrue(text.startsWith("by-hand: 6 requests in "), text);
    }

    @Test
    void theHistogramLogCanBeReadBack() throws IOException {
        Path file = directory.resolve("r.hlog");
        HistogramLog.write(result, file);
        Map<String, Long> counts = new TreeMap<>();
        List<Long> maxima = new ArrayList<>();
        try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                Histogram histogram = (Histogram) next;
                counts.put(String.valueOf(histogram.getTag()), histogram.getTotalCount());
                maxima.add(histogram.getMaxValue());
                next = reader.nextIntervalHistogram();
            }
        }
        assertEquals(Map.of("connect", 2L, "lag", 4L, "response", 4L, "service", 4L), counts);
        assertEquals(result.latencies().responseTime().getMaxValue(), maxima.getFirst(), "nanoseconds, unscaled");
        assertTrue(Files.notExists(directory.resolve("r.hlog.part")));
    }
}
