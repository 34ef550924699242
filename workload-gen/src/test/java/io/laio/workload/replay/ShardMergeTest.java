package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import io.laio.workload.trace.TraceHeader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results of several generators, put together. */
final class ShardMergeTest {
    private static final List<Document> DOCUMENTS = List.of(new Document("/a", 100), new Document("/b", 20_000));
    private static final Manner MANNER = Manner.closedLoop(8);
    private static final TraceHeader TRACE = new TraceHeader(1, "t", 7, Map.of(), "abc", 2, 100, 10, 20);

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void countsAreThoseOfOneGenerator(int shards) throws IOException {
        Path trace = directory.resolve("t.trace");
        SmallTraces.write(trace, DOCUMENTS, 101);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> socket.getOutputStream()
                .write(
                        request.startsWith("GET /b")
                                ? ScriptedServer.ascii("HTTP/1.1 404 No\r\nContent-Length: 0\r\n\r\n")
                                : ScriptedServer.correctAnswer(request, DOCUMENTS)))) {
            ReplayPlan plan = ReplayPlan.closedLoop(trace, server.address(), 3)
                    .withTolerance(20_000, 0)
                    .withVerifyEvery(7);
            ReplayResult single = Replay.run(plan, ReplayProgress.NONE);
            List<ReplayResult> parts = new ArrayList<>();
            for (int i = shards - 1; i >= 0; i--) {
                Path file = directory.resolve(i + ".json");
                Shard shard = new Shard(i, shards);
                Files.writeString(
                        file, ReplayJson.of(Replay.run(plan.withShard(shard), ReplayProgress.NONE), List.of()));
                parts.add(ReplayJsonReader.read(file));
            }
            ReplayResult merged = ShardMerge.of(parts);
            assertEquals(
                    List.of(single.sequences(), single.requests(), single.bytes(), single.failed(), single.verified()),
                    List.of(merged.sequences(), merged.requests(), merged.bytes(), merged.failed(), merged.verified()));
            assertEquals(single.statuses(), merged.statuses());
            assertEquals(single.failures(), merged.failures());
            assertEquals(single.connections(), merged.connections());
            assertEquals(
                    single.latencies().responseTime().getTotalCount(),
                    merged.latencies().responseTime().getTotalCount());
            assertEquals(Shard.WHOLE, merged.manner().shard());
        }
    }

    /** The same samples, dealt to one generator or to several, have the same percentiles, to the last digit. */
    @ParameterizedTest
    @ValueSource(ints = {2, 4})
    void percentilesAreThoseOfOneGenerator(int shards) throws IOException {
        Random random = new Random(3);
        Latencies single = Latencies.empty();
        List<Latencies> parts = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            parts.add(Latencies.empty());
        }
        for (int i = 0; i < 200_000; i++) {
            long nanos = (long) Math.exp(10 + 3 * random.nextGaussian());
            Latencies.record(single.responseTime(), nanos);
            Latencies.record(parts.get(random.nextInt(shards)).responseTime(), nanos);
        }
        List<ReplayResult> results = new ArrayList<>();
        for (int i = 0; i < shards; i++) {
            Path file = directory.resolve(i + ".json");
            Files.writeString(file, ReplayJson.of(result(new Shard(i, shards), parts.get(i)), List.of()));
            results.add(ReplayJsonReader.read(file));
        }
        Histogram merged = ShardMerge.of(results).latencies().responseTime();
        assertEquals(single.responseTime(), merged);
        for (double percentile = 0; percentile <= 100; percentile += 0.01) {
            assertEquals(
                    single.responseTime().getValueAtPercentile(percentile), merged.getValueAtPercentile(percentile));
        }
    }

    @Test
    void aResultIsReadAsItWasWritten() throws IOException {
        Latencies latencies = Latencies.empty();
        Latencies.record(latencies.scheduleLag(), 77);
        ReplayResult written = result(new Shard(1, 3), latencies);
        Path file = directory.resolve("r.json");
        Files.writeString(file, ReplayJson.of(written, List.of()));
        assertEquals(written, ReplayJsonReader.read(file));
    }

    @Test
    void theTimeIsFromTheFirstBeginningToTheLastEnd() {
        ReplayResult first = result(new Shard(0, 2), Latencies.empty());
        ReplayResult second =
                at(result(new Shard(1, 2), Latencies.empty()), first.startedAt().plusMillis(500));
        ReplayResult merged = ShardMerge.of(List.of(second, first));
        assertEquals(first.startedAt(), merged.startedAt());
        assertEquals(1_500_000_000, merged.elapsedNanos());
        assertEquals(2 * first.meanInSystem() / 1.5, merged.meanInSystem(), 1e-9);
        assertEquals(0.9, merged.load().cpuFraction());
    }

    @Test
    void whatDoesNotBelongTogetherIsRefused() {
        ReplayResult first = result(new Shard(0, 2), Latencies.empty());
        ReplayResult second = result(new Shard(1, 2), Latencies.empty());
        refused("there is nothing to merge");
        refused("shard 1/2 is missing; all 2 are needed", first);
        refused("shard 0/2 is there twice", first, first, second);
        refused("different numbers of shards: 2 and 3", first, result(new Shard(1, 3), Latencies.empty()));
        refused("different traces (their SHA-256): abc and def", first, traced(second, "def", 7));
        refused("different seeds: 7 and 8", first, traced(second, "abc", 8));
        refused("different ways to play the trace", first, result(new Shard(1, 2), MANNER.withVerifyEvery(1)));
        refused("different targets: h:1 and h:2", first, towards(second, "h:2"));
    }

    @Test
    void whatIsNoResultIsRefusedByName() throws IOException {
        Path file = directory.resolve("r.json");
        for (String text : List.of("", "{", "[]", "{\"schemaVersion\": 2}", "{\"schemaVersion\": 3}", "{} {}")) {
            Files.writeString(file, text);
            String message =
                    Messages.of(assertThrows(IllegalArgumentException.class, () -> ReplayJsonReader.read(file)));
            assertTrue(message.startsWith(file + ": not a replay's result ("), message);
            assertEquals(text.isEmpty(), message.contains("it is empty: the replay is not over"), message);
        }
    }

    @Test
    void whatIsNoTextIsRefusedByName() throws IOException {
        Path file = Files.write(directory.resolve("t.trace"), new byte[] {0x1f, (byte) 0x8b, 8});
        String message = Messages.of(assertThrows(IllegalArgumentException.class, () -> ReplayJsonReader.read(file)));
        assertEquals(file + ": not a replay's result (it is no text)", message);
    }

    @Test
    void whoDidNotPlayAtTheSameTimeIsNamed() {
        ReplayResult first = result(new Shard(0, 2), Latencies.empty());
        ReplayResult second = result(new Shard(1, 2), Latencies.empty());
        assertEquals(
                List.of(),
                ShardStarts.reasons(List.of(first, at(second, first.startedAt().plusMillis(900)))));
        List<String> reasons =
                ShardStarts.reasons(List.of(at(first, first.startedAt().plusSeconds(60)), second));
        assertEquals(1, reasons.size());
        assertTrue(reasons.getFirst().contains("60.0 s"), reasons::toString);
    }

    @Test
    void theClocksAreCompared() {
        ReplayResult first = clocked(result(new Shard(0, 2), Latencies.empty()), new ClockOffset(-1, 3, 10));
        ReplayResult second = clocked(result(new Shard(1, 2), Latencies.empty()), new ClockOffset(20, 24, 10));
        ClockSkew skew = ClockSkew.between(List.of(first, second)).orElseThrow();
        assertEquals(new ClockSkew(17, 25), skew);
        assertEquals(Optional.empty(), ClockSkew.between(List.of(first, result(new Shard(1, 2), Latencies.empty()))));
        ReplayResult set = clocked(second, new ClockOffset(5, 4, 10));
        assertEquals(Optional.empty(), ClockSkew.between(List.of(first, set)));
        assertTrue(ClockSkew.words(List.of(first, second)).contains("17 to 25 ms apart"));
        assertTrue(ClockSkew.words(List.of(first, set)).contains("contradict each other"));
        ReplayResult blind = result(new Shard(1, 2), Latencies.empty());
        assertTrue(ClockSkew.words(List.of(first, blind)).contains("1 of 2 saw no Date"));
    }

    private static void refused(String words, ReplayResult... results) {
        String message =
                Messages.of(assertThrows(IllegalArgumentException.class, () -> ShardMerge.of(List.of(results))));
        assertTrue(message.contains(words), message);
    }

    private static ReplayResult result(Shard shard, Latencies latencies) {
        return result(
                TRACE,
                "h:1",
                MANNER.withShard(shard),
                Instant.parse("2026-01-01T00:00:00Z"),
                latencies,
                Optional.empty());
    }

    private static ReplayResult result(Shard shard, Manner manner) {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        return result(TRACE, "h:1", manner.withShard(shard), start, Latencies.empty(), Optional.empty());
    }

    private static ReplayResult at(ReplayResult result, Instant start) {
        return result(TRACE, "h:1", result.manner(), start, result.latencies(), Optional.empty());
    }

    private static ReplayResult traced(ReplayResult result, String sha256, long seed) {
        TraceHeader trace = new TraceHeader(1, "t", seed, Map.of(), sha256, 2, 100, 10, 20);
        return result(trace, "h:1", result.manner(), result.startedAt(), result.latencies(), Optional.empty());
    }

    private static ReplayResult towards(ReplayResult result, String target) {
        return result(TRACE, target, result.manner(), result.startedAt(), result.latencies(), Optional.empty());
    }

    private static ReplayResult clocked(ReplayResult result, ClockOffset clock) {
        return result(TRACE, "h:1", result.manner(), result.startedAt(), result.latencies(), Optional.of(clock));
    }

    private static ReplayResult result(
            TraceHeader trace,
            String target,
            Manner manner,
            Instant startedAt,
            Latencies latencies,
            Optional<ClockOffset> clock) {
        return new ReplayResult(
                "1.0",
                target,
                manner,
                trace,
                startedAt,
                1_000_000_000,
                StopReason.TRACE_END,
                10,
                20,
                3_000,
                1,
                0,
                0,
                3,
                2.5,
                new TreeMap<>(Map.of(200, 18L, 404, 2L)),
                Map.of(FailureClass.STATUS_UNEXPECTED, 2L),
                Map.of(FailureClass.STATUS_UNEXPECTED, "GET /b: status 404"),
                latencies,
                Unfinished.none(),
                10,
                8,
                new GeneratorLoad(900_000, 0.9, 0.01, 50_000_000),
                clock);
    }
}
