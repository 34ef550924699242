package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ReplayTest {
    private static final List<Document> DOCUMENTS = List.of(
            new Document("/index.html", 120),
            new Document("/empty", 0),
            new Document("/big.bin", 3_000_001),
            new Document("/odd%3Fname?x", 1_024));

    @TempDir
    Path directory;

    private Path trace;

    @BeforeEach
    void nameTheTrace() {
        trace = directory.resolve("t.trace");
    }

    @Test
    void everyKindOfRequestIsMadeAndItsAnswerChecked() throws IOException {
        SmallTraces.writeEveryKind(trace);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(SmallTraces.DOCUMENTS))) {
            ReplayResult result = run(plan(server, 1));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(Map.of(200, 4L, 206, 1L, 304, 1L), result.statuses());
            assertEquals(List.of(6L, 2L, 6L), List.of(result.requests(), result.sequences(), result.verified()));
            assertEquals(120 + 4_464 + 120, result.bytes());
            assertEquals(StopReason.TRACE_END, result.stopReason());
            assertTrue(server.requests.stream().anyMatch(r -> r.contains("Range: bytes=65536-69999\r\n")));
        }
    }

    @Test
    void aSequenceHasOneConnection() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 3);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = run(plan(server, 2));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(3, result.connections());
            assertEquals(3, server.accepted.get());
            assertEquals(2, result.maxOpenConnections());
            assertEquals(12, result.latencies().responseTime().getTotalCount());
            assertEquals(3, result.latencies().connectTime().getTotalCount());
        }
    }

    @Test
    void aRequestHasItsOwnConnectionIfAskedFor() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 3);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = run(plan(server, 2).withConnectionPerRequest(true));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(12, result.connections());
            assertTrue(server.requests.stream().allMatch(r -> r.contains("Connection: close\r\n")));
        }
    }

    @Test
    void namesAreEncodedOnTheWire() throws IOException {
        SmallTraces.write(trace, DOCUMENTS.subList(3, 4), 1);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            run(plan(server, 1));
            assertTrue(server.requests.element().startsWith("GET /odd%253Fname%3Fx HTTP/1.1\r\nHost: "));
        }
    }

    @Test
    void responsesMayComeInAnyPieces() throws IOException {
        List<Document> documents = DOCUMENTS.subList(0, 2);
        SmallTraces.write(trace, documents, 4);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            for (byte b : ScriptedServer.correctAnswer(request, documents)) {
                socket.getOutputStream().write(b);
            }
        })) {
            ReplayResult result = run(plan(server, 2));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(8, result.requests());
        }
    }

    @Test
    void interimResponsesArePassedOver() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 1);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            byte[] interim = ScriptedServer.ascii("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
            byte[] answer = ScriptedServer.correctAnswer(request, DOCUMENTS);
            socket.getOutputStream().write(ScriptedServer.concat(interim, answer));
        })) {
            ReplayResult result = run(plan(server, 1));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(Map.of(200, 4L), result.statuses());
        }
    }

    @Test
    void aServerMayEndContentByClosing() throws IOException {
        SmallTraces.write(trace, DOCUMENTS.subList(2, 3), 2);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            byte[] head = ScriptedServer.ascii("HTTP/1.0 200 OK\r\n\r\n");
            socket.getOutputStream().write(ScriptedServer.concat(head, ScriptedServer.content(DOCUMENTS.get(2))));
            socket.close();
        })) {
            ReplayResult result = run(plan(server, 1));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(6_000_002, result.bytes());
        }
    }

    @Test
    void contentMayComeInChunks() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 3);
        try (ScriptedServer server = new ScriptedServer(ReplayTest::answerInChunks)) {
            ReplayResult result = run(plan(server, 2).withVerifyEvery(2));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(3, result.connections());
            assertEquals(3 * (120 + 3_000_001 + 1_024), result.bytes());
            assertTrue(result.verified() > 0 && result.verified() < 12, "one in two: " + result.verified());
        }
    }

    private static void answerInChunks(String request, Socket socket) throws IOException {
        byte[] answer = ScriptedServer.correctAnswer(request, DOCUMENTS);
        String text = new String(answer, StandardCharsets.ISO_8859_1);
        int content = text.indexOf("\r\n\r\n") + 4;
        StringBuilder chunks = new StringBuilder("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        for (int from = content; from < text.length(); from += 70_000) {
            String chunk = text.substring(from, Math.min(text.length(), from + 70_000));
            chunks.append(Integer.toHexString(chunk.length()))
                    .append("\r\n")
                    .append(chunk)
                    .append("\r\n");
        }
        socket.getOutputStream().write(chunks.append("0\r\n\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    }

    @Test
    void aServerMayAskForANewConnectionEachTime() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 1);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            String answer = new String(ScriptedServer.correctAnswer(request, DOCUMENTS), StandardCharsets.ISO_8859_1);
            socket.getOutputStream()
                    .write(answer.replaceFirst("\r\n", "\r\nConnection: close\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            socket.close();
        })) {
            ReplayResult result = run(plan(server, 1));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(4, result.connections());
        }
    }

    @Test
    void aLimitPlaysTheSameRequestsWhateverTheNumberOfClients() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 10);
        for (int clients : new int[] {1, 3, 50}) {
            try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
                ReplayResult result = run(plan(server, clients).withLimits(14, 0));
                assertEquals(StopReason.REQUEST_LIMIT, result.stopReason());
                assertEquals(14, result.requests());
                Map<String, Integer> paths = new HashMap<>();
                server.requests.forEach(request -> paths.merge(request.split(" ", 3)[1], 1, Integer::sum));
                assertEquals(Map.of("/index.html", 4, "/empty", 4, "/big.bin", 3, "/odd%253Fname%3Fx", 3), paths);
            }
        }
    }

    @Test
    void timeRunsOutOnASilentServer() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 1);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {})) {
            ReplayResult result = run(plan(server, 1).withLimits(0, 60));
            assertEquals(StopReason.TIME_LIMIT, result.stopReason());
            assertEquals(0, result.requests(), "what was under way is not counted");
            assertEquals(1, result.unfinished().underWay());
            assertEquals(0, result.unfinished().unmade(), "in a closed loop nobody else would have come");
            assertEquals(1, result.unfinished().waited().getTotalCount());
            double waitedNanos = result.meanInSystem() * result.elapsedNanos(); // nobody else was in the system
            assertEquals(waitedNanos, result.unfinished().waited().getMean(), 0.01 * waitedNanos);
            assertTrue(result.isUnanswered());
        }
    }

    @Test
    void anInterruptEndsTheRunAndStaysPending() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 1);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {})) {
            Thread.currentThread().interrupt();
            assertEquals(StopReason.INTERRUPTED, run(plan(server, 1)).stopReason());
            assertTrue(Thread.interrupted());
        }
    }

    /** Which responses are compared depends on the trace alone: not on who is quicker, and not on the shards. */
    @Test
    void onlyTheSampleIsVerified() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 50);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            long verified = run(plan(server, 3).withVerifyEvery(3)).verified();
            assertEquals(200.0 / 3, (double) verified, 15);
            assertEquals(verified, run(plan(server, 7).withVerifyEvery(3)).verified());
            long ofShards = 0;
            for (int i = 0; i < 4; i++) {
                ReplayPlan plan = plan(server, 2).withVerifyEvery(3).withShard(new Shard(i, 4));
                ofShards += run(plan).verified();
            }
            assertEquals(verified, ofShards);
            assertEquals(0, run(plan(server, 3).withVerifyEvery(0)).verified());
        }
    }

    @Test
    void theLoadOfTheGeneratorIsKnown() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 5);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = run(plan(server, 3));
            assertTrue(result.load().cpuFraction() > 0 && result.load().cpuFraction() <= 1, result.load()::toString);
            assertTrue(result.elapsedNanos() > 0);
            assertNotNull(result.startedAt());
        }
    }

    private ReplayPlan plan(ScriptedServer server, int clients) {
        return ReplayPlan.closedLoop(trace, server.address(), clients).withVerifyEvery(1);
    }

    private static ReplayResult run(ReplayPlan plan) throws IOException {
        return Replay.run(plan, ReplayProgress.NONE);
    }
}
