package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import io.laio.workload.Messages;
import io.laio.workload.RefusedPort;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One test a way to fail: each its own class, counted once, no trace of it in the latencies. */
final class ReplayFailureTest {
    private static final Document BAD = new Document("/bad", 50_000);
    private static final Document GOOD = new Document("/good", 200);
    private static final List<Document> DOCUMENTS = List.of(BAD, GOOD);
    private static final long PATIENCE_MILLIS = 20_000;

    @TempDir
    Path directory;

    private Path trace;

    @BeforeEach
    void writeTwoSequencesOfABadAndAGoodRequest() throws IOException {
        trace = directory.resolve("t.trace");
        SmallTraces.write(trace, DOCUMENTS, 2);
    }

    @Test
    void shortContentByLength() throws IOException {
        check(FailureClass.LENGTH_SHORT, bad("HTTP/1.1 200 OK\r\nContent-Length: 3\r\n\r\nabc"));
    }

    @Test
    void longContentByLength() throws IOException {
        String body = "x".repeat(50_001);
        check(FailureClass.LENGTH_LONG, bad("HTTP/1.1 200 OK\r\nContent-Length: 50001\r\n\r\n" + body));
    }

    @Test
    void bytesAfterTheContent() throws IOException {
        check(FailureClass.LENGTH_LONG, (request, socket) -> {
            byte[] answer = ScriptedServer.correctAnswer(request, DOCUMENTS);
            byte[] more = ScriptedServer.ascii(request.contains("/bad") ? "more" : "");
            socket.getOutputStream().write(ScriptedServer.concat(answer, more));
        });
    }

    @Test
    void contentThatEndsByClosingTooEarly() throws IOException {
        check(FailureClass.LENGTH_SHORT, badThenClose("HTTP/1.1 200 OK\r\n\r\n"));
    }

    @Test
    void closedBeforeTheHead() throws IOException {
        check(FailureClass.CLOSED_EARLY, badThenClose(""));
    }

    @Test
    void closedWithinTheHead() throws IOException {
        check(FailureClass.CLOSED_EARLY, badThenClose("HTTP/1.1 200 OK\r\nContent-Le"));
    }

    @Test
    void closedWithinTheContent() throws IOException {
        check(FailureClass.CLOSED_EARLY, badThenClose("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\nabc"));
    }

    @Test
    void reset() throws IOException {
        check(FailureClass.RESET, (request, socket) -> {
            if (request.contains("/bad")) {
                socket.getOutputStream().write(ScriptedServer.ascii("HTTP/1.1 200 OK\r\nContent-"));
                socket.setSoLinger(true, 0); // closing then sends RST instead of FIN
                socket.close();
            } else {
                answerCorrectly(request, socket);
            }
        });
    }

    @Test
    void anotherStatus() throws IOException {
        ReplayResult result =
                check(FailureClass.STATUS_UNEXPECTED, bad("HTTP/1.1 404 Not Found\r\nContent-Length: 4\r\n\r\nnone"));
        assertEquals(Map.of(200, 2L, 404, 2L), result.statuses());
        assertEquals(2, result.connections(), "the content was read to its end, the connection kept");
        assertEquals(
                "GET /bad: status 404 instead of 200", result.failureExamples().get(FailureClass.STATUS_UNEXPECTED));
    }

    @Test
    void anUpgradeNobodyAskedFor() throws IOException {
        check(FailureClass.STATUS_UNEXPECTED, bad("HTTP/1.1 101 Switching Protocols\r\n\r\n"));
    }

    @Test
    void wrongBytes() throws IOException {
        ReplayResult result = check(FailureClass.CONTENT_MISMATCH, (request, socket) -> {
            byte[] answer = ScriptedServer.correctAnswer(request, DOCUMENTS);
            if (request.contains("/bad")) {
                answer[answer.length - 1] ^= 1;
            }
            socket.getOutputStream().write(answer);
        });
        assertEquals(
                "GET /bad: wrong byte at offset 49999", result.failureExamples().get(FailureClass.CONTENT_MISMATCH));
    }

    @Test
    void notHttp() throws IOException {
        check(FailureClass.MALFORMED_RESPONSE, bad("220 mail.example.org ESMTP\r\n"));
    }

    @Test
    void anEndlessHead() throws IOException {
        check(FailureClass.MALFORMED_RESPONSE, bad("HTTP/1.1 200 OK\r\nX: " + "x".repeat(100_000)));
    }

    @Test
    void aTransferCoding() throws IOException {
        check(
                FailureClass.UNSUPPORTED_ENCODING,
                bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip, chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n"));
    }

    @Test
    void shortContentInChunks() throws IOException {
        check(FailureClass.LENGTH_SHORT, badInOneChunk(49_999));
    }

    @Test
    void longContentInChunks() throws IOException {
        check(FailureClass.LENGTH_LONG, badInOneChunk(50_001));
    }

    @Test
    void bytesAfterTheLastChunk() throws IOException {
        check(FailureClass.LENGTH_LONG, badInOneChunk(50_000, "more"));
    }

    private static ScriptedServer.Script badInOneChunk(int length) {
        return badInOneChunk(length, "");
    }

    /** So many bytes of what the document has, or would have if it were longer. */
    private static ScriptedServer.Script badInOneChunk(int length, String after) {
        byte[] head = ScriptedServer.ascii(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + Integer.toHexString(length) + "\r\n");
        byte[] content = ScriptedServer.content(new Document(BAD.path(), length));
        byte[] whole = ScriptedServer.concat(
                ScriptedServer.concat(head, content), ScriptedServer.ascii("\r\n0\r\n\r\n" + after));
        return (request, socket) -> socket.getOutputStream()
                .write(request.contains("/bad") ? whole : ScriptedServer.correctAnswer(request, DOCUMENTS));
    }

    @Test
    void wrongContentInChunks() throws IOException {
        String body = "x".repeat(50_000);
        check(
                FailureClass.CONTENT_MISMATCH,
                bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc350\r\n" + body + "\r\n0\r\n\r\n"));
    }

    @Test
    void noChunkWhereOneShouldBe() throws IOException {
        check(
                FailureClass.MALFORMED_RESPONSE,
                bad("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabcd\r\n0\r\n\r\n"));
    }

    @Test
    void closedWithinAChunk() throws IOException {
        check(
                FailureClass.CLOSED_EARLY,
                badThenClose("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nc350\r\nabc"));
    }

    @Test
    void silence() throws IOException {
        checkTimeout(bad(""));
    }

    @Test
    void silenceWithinTheContent() throws IOException {
        checkTimeout(bad("HTTP/1.1 200 OK\r\nContent-Length: 50000\r\n\r\nabc"));
    }

    @Test
    void nobodyListens() throws IOException {
        try (RefusedPort port = new RefusedPort()) {
            ReplayResult result = Replay.run(plan(port.address(), PATIENCE_MILLIS), ReplayProgress.NONE);
            assertEquals(Map.of(FailureClass.CONNECT_REFUSED, 4L), result.failures());
            assertEquals(StopReason.TRACE_END, result.stopReason());
        }
    }

    /** Each connection is refused at once, on this machine: one client could play the whole trace, and nobody would look at the clock. */
    @Test
    void whatFailsAtOnceDoesNotStopTheClock() throws IOException {
        SmallTraces.write(trace, List.of(new Document("/a", 1)), 1_000_000);
        try (RefusedPort port = new RefusedPort()) {
            ReplayPlan plan = plan(port.address(), PATIENCE_MILLIS).withLimits(0, 100);
            assertEquals(
                    StopReason.TIME_LIMIT, Replay.run(plan, ReplayProgress.NONE).stopReason());
        }
    }

    @Test
    void tooManyFailuresEndTheRun() throws IOException {
        SmallTraces.write(trace, DOCUMENTS, 100);
        try (ScriptedServer server = new ScriptedServer(bad("HTTP/1.1 500 Oops\r\nContent-Length: 0\r\n\r\n"))) {
            ReplayPlan plan = plan(server.address(), PATIENCE_MILLIS).withTolerance(PATIENCE_MILLIS, 10);
            ReplayResult result = Replay.run(plan, ReplayProgress.NONE);
            assertEquals(StopReason.TOO_MANY_FAILURES, result.stopReason());
            assertEquals(10, result.failed());
        }
    }

    @Test
    void aConnectionThatIsNeverEstablished() throws IOException {
        Linux neverWritable = answering(SystemCall.SENDTO, -Errno.EAGAIN);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = Replay.run(plan(server.address(), 60), ReplayProgress.NONE, neverWritable);
            assertEquals(Map.of(FailureClass.CONNECT_TIMEOUT, 4L), result.failures());
        }
    }

    @Test
    void noLocalPortLeft() throws IOException {
        Linux exhausted = answering(SystemCall.CONNECT, -Errno.EADDRNOTAVAIL);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = Replay.run(plan(server.address(), PATIENCE_MILLIS), ReplayProgress.NONE, exhausted);
            assertEquals(Map.of(FailureClass.CONNECT_FAILED, 4L), result.failures());
        }
    }

    @Test
    void noDescriptorLeft() throws IOException {
        Linux exhausted = answering(SystemCall.SOCKET, -Errno.EMFILE);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            IOException e = assertThrows(
                    IOException.class,
                    () -> Replay.run(plan(server.address(), PATIENCE_MILLIS), ReplayProgress.NONE, exhausted));
            assertTrue(Messages.of(e).contains("ulimit -n"), Messages.of(e));
        }
    }

    @Test
    void requestsMayBeTakenByteByByte() throws IOException {
        Linux real = Linux.open();
        Linux stingy = (number, a, b, c, d, e, f) ->
                real.syscall(number, a, b, number == SystemCall.SENDTO.number() ? 1 : c, d, e, f);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = Replay.run(plan(server.address(), PATIENCE_MILLIS), ReplayProgress.NONE, stingy);
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(4, result.requests());
        }
    }

    private ReplayResult check(FailureClass expected, ScriptedServer.Script script) throws IOException {
        return check(expected, script, PATIENCE_MILLIS);
    }

    /** On a busy machine a good answer too may take longer than the patience: then again, with more of it. */
    private void checkTimeout(ScriptedServer.Script script) throws IOException {
        for (long timeoutMillis = 150; ; timeoutMillis *= 5) {
            try {
                check(FailureClass.TIMEOUT, script, timeoutMillis);
                return;
            } catch (AssertionError e) {
                if (timeoutMillis > 3_000) {
                    throw e;
                }
            }
        }
    }

    /** Two bad and two good requests: the bad ones are of the class, the good ones good, the good ones timed. */
    private ReplayResult check(FailureClass expected, ScriptedServer.Script script, long timeoutMillis)
            throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            ReplayResult result = Replay.run(plan(server.address(), timeoutMillis), ReplayProgress.NONE);
            assertEquals(Map.of(expected, 2L), result.failures(), result.failureExamples()::toString);
            assertEquals(4, result.requests());
            assertEquals(400, result.bytes());
            assertEquals(2, result.latencies().responseTime().getTotalCount());
            assertEquals(2, result.latencies().serviceTime().getTotalCount());
            return result;
        }
    }

    private ReplayPlan plan(InetSocketAddress target, long timeoutMillis) {
        return ReplayPlan.closedLoop(trace, target, 2).withVerifyEvery(1).withTolerance(timeoutMillis, 0);
    }

    private static ScriptedServer.Script bad(String answer) {
        return (request, socket) -> {
            if (request.contains("/bad")) {
                socket.getOutputStream().write(ScriptedServer.ascii(answer));
            } else {
                answerCorrectly(request, socket);
            }
        };
    }

    private static ScriptedServer.Script badThenClose(String answer) {
        return (request, socket) -> {
            bad(answer).answer(request, socket);
            if (request.contains("/bad")) {
                socket.close();
            }
        };
    }

    private static void answerCorrectly(String request, Socket socket) throws IOException {
        socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
    }

    /** The real kernel, except that one call always gives the same answer. */
    private static Linux answering(SystemCall call, long answer) {
        Linux real = Linux.open();
        return (number, a, b, c, d, e, f) -> number == call.number() ? answer : real.syscall(number, a, b, c, d, e, f);
    }
}
