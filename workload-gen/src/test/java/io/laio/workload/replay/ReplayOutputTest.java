package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
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
        JsonNode json = new ObjectMapper().readTree(ReplayJson.of(result, List.of()));
        assertEquals(3, json.path("schemaVersion").asInt());
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
    void theSummarySaysWhatTheTimesMean() {
        String closed = ReplaySummary.of(result);
        assertTrue(closed.contains("closed loop: a client asks again as soon as it was answered"), closed);
        assertTrue(closed.contains("--rate shows it."), closed);
        assertTrue(closed.contains("Little's law: "), closed);
    }

    /** A rate that makes the replay long enough for several intervals, each of which ends with the first tick after its time. */
    @Test
    void whatHappenedInEachIntervalAddsUpToTheWhole() throws IOException {
        Path trace = directory.resolve("long.trace");
        SmallTraces.write(trace, SmallTraces.DOCUMENTS, 100);
        Path csv = directory.resolve("i.csv");
        Path hlog = directory.resolve("i.hlog");
        List<ReplayIntervals.Interval> seen = new ArrayList<>();
        ReplayResult whole;
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(SmallTraces.DOCUMENTS));
                OutputStream table = Files.newOutputStream(csv);
                OutputStream log = Files.newOutputStream(hlog)) {
            ReplayPlan plan = ReplayPlan.closedLoop(trace, server.address(), 4)
                    .withArrivals(new Arrivals.FixedRate(1_000, Arrivals.Spacing.EVEN, 1));
            ReplayIntervals listener = ReplayIntervals.all(
                    List.<ReplayIntervals>of(new IntervalTable(table), new HistogramLog(log), seen::add));
            whole = Replay.run(plan, ReplayProgress.NONE, listener, Duration.ofMillis(50));
        }
        assertTrue(seen.size() >= 3, seen::toString);
        assertEquals(
                300, seen.stream().mapToLong(ReplayIntervals.Interval::requests).sum());
        assertEquals(
                whole.bytes(),
                seen.stream().mapToLong(ReplayIntervals.Interval::bytes).sum());
        assertEquals(0, seen.getFirst().fromNanos());
        for (int i = 1; i < seen.size(); i++) {
            assertEquals(seen.get(i - 1).toNanos(), seen.get(i).fromNanos());
        }
        List<String> rows = Files.readAllLines(csv);
        assertEquals(seen.size() + 1, rows.size());
        assertTrue(rows.getFirst().startsWith("fromSeconds,toSeconds,requests,failures,bytes,"), rows::getFirst);
        assertTrue(rows.stream().allMatch(row -> row.split(",", -1).length == 32), rows::toString);
        assertEquals(whole.latencies().responseTime(), responseTimes(hlog, whole));
    }

    /** The sum of the intervals' histograms. */
    private static Histogram responseTimes(Path hlog, ReplayResult like) throws IOException {
        Histogram sum = new Histogram(like.latencies().responseTime());
        sum.reset();
        try (HistogramLogReader reader = new HistogramLogReader(hlog.toFile())) {
            EncodableHistogram next = reader.nextIntervalHistogram();
            while (next != null) {
                if ("response".equals(next.getTag())) {
                    sum.add((Histogram) next);
                }
                next = reader.nextIntervalHistogram();
            }
        }
        return sum;
    }

    @Test
    void whyAnIntervalCannotBeWrittenIsTold() {
        OutputStream full = new OutputStream() {
            @Override
            public void write(int octet) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        for (Executable write :
                List.<Executable>of(() -> HistogramLog.write(result, full), () -> new IntervalTable(full))) {
            assertEquals(
                    "No space left on device",
                    assertThrows(IOException.class, write).getMessage());
        }
    }

    @Test
    void theHistogramLogCanBeReadBack() throws IOException {
        Path file = directory.resolve("r.hlog");
        try (OutputStream out = Files.newOutputStream(file)) {
            HistogramLog.write(result, out);
        }
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
    }
}
