package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.connection.ConnectionLimits;
import io.laio.http.connection.Counter;
import io.laio.http.connection.Counters;
import io.laio.http.connection.ResponseLog;
import io.laio.http.protocol.AccessLogLine;
import io.laio.http.protocol.DateLine;
import io.laio.http.protocol.Request;
import io.laio.http.protocol.RequestLimits;
import io.laio.http.protocol.RequestParser;
import io.laio.http.protocol.Status;
import io.laio.linux.Linux;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AccessLogTest {
    private static final String TIME = "\\[\\d\\d/[A-Z][a-z]{2}/\\d{4}:\\d\\d:\\d\\d:\\d\\d \\+0000\\]";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    private Server serve(Path log, AccessLogLine.Format format, int maxConnections) throws UnfitEnvironmentException {
        ServerOptions plain = TestServers.options(directory, maxConnections, 1, TestServers.NEVER_MILLIS);
        ConnectionLimits limits = plain.limits();
        return Server.start(
                new TestVariant(false),
                new ServerOptions(
                        directory,
                        plain.address(),
                        1,
                        limits,
                        10,
                        0,
                        LaioMode.DEFAULT,
                        false,
                        log,
                        format,
                        0,
                        Map.of()));
    }

    private static void assertLine(String expected, String line) {
        assertTrue(line.matches(expected), () -> line + "\nis not\n" + expected);
    }

    @Test
    void everyResponseHasItsLine() throws Exception {
        Path log = directory.resolve("log");
        Files.writeString(directory.resolve("a"), "content");
        try (Server server = serve(log, AccessLogLine.Format.COMMON, 10)) {
            TestClient.ask(server.port(), "GET /a?q=1", "Connection: close");
            TestClient.ask(server.port(), "HEAD /a");
            TestClient.ask(server.port(), "GET /a", "Range: bytes=2-4");
            TestClient.ask(server.port(), "GET /none");
            TestClient.ask(server.port(), "bad");
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(5, lines.size());
        assertLine("127\\.0\\.0\\.1 - - " + TIME + " \"GET /a\\?q=1 HTTP/1.1\" 200 7", lines.get(0));
        assertLine("127\\.0\\.0\\.1 - - " + TIME + " \"HEAD /a HTTP/1.1\" 200 (0|-)", lines.get(1));
        assertLine("127\\.0\\.0\\.1 - - " + TIME + " \"GET /a HTTP/1.1\" 206 3", lines.get(2));
        assertLine(".* \"GET /none HTTP/1.1\" 404 .*", lines.get(3));
        assertLine(".* 400 .*", lines.get(4));
    }

    @Test
    void combinedLinesSayWhereFromAndWhatWith() throws Exception {
        Path log = directory.resolve("log");
        Files.writeString(directory.resolve("a"), "content");
        try (Server server = serve(log, AccessLogLine.Format.COMBINED, 10)) {
            TestClient.ask(server.port(), "GET /a", "Referer: http://x/", "User-Agent: tester");
        }
        assertLine(
                "127\\.0\\.0\\.1 - - " + TIME + " \"GET /a HTTP/1.1\" 200 7 \"http://x/\" \"tester\"",
                Files.readString(log).strip());
    }

    @Test
    void aRefusedClientAndABrokenResponseHaveLinesToo() throws Exception {
        Path log = directory.resolve("log");
        Files.write(directory.resolve("large"), new byte[32 << 20]);
        try (Server server = serve(log, AccessLogLine.Format.COMMON, 1);
                TestClient first = new TestClient(server.port())) {
            assertEquals(404, first.ask("GET /none").status());
            try (TestClient refused = new TestClient(server.port())) {
                assertEquals(503, refused.hear(false).status());
            }
            first.say("GET /large");
            assertEquals(200, first.hear(true).status());
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(3, lines.size(), lines::toString);
        assertLine(".* 503 .*", lines.get(1));
        assertLine(".* \"GET /large HTTP/1.1\" 200 \\d+", lines.get(2));
    }

    @Test
    void linesAreAppended() throws Exception {
        Path log = directory.resolve("log");
        Files.writeString(log, "before\n");
        try (Server server = serve(log, AccessLogLine.Format.COMMON, 10)) {
            TestClient.ask(server.port(), "GET /none");
        }
        List<String> lines = Files.readAllLines(log);
        assertEquals(2, lines.size());
        assertEquals("before", lines.getFirst());
    }

    @Test
    void aLogThatCannotBeWrittenIsRefusedAtTheStart() {
        for (Path bad : List.of(directory, directory.resolve("none/log"))) {
            UnfitEnvironmentException refusal = assertThrows(
                    UnfitEnvironmentException.class,
                    () -> serve(bad, AccessLogLine.Format.COMMON, 10).close());
            assertTrue(String.valueOf(refusal.getMessage()).contains(bad.toString()), refusal::toString);
        }
    }

    /** A pipe that nobody reads takes 64 KiB; then the writer stands still, and the loops must not. */
    @Test
    void aLogThatDoesNotGetOnLosesLinesAndHoldsNobodyUp() throws Exception {
        Path pipe = directory.resolve("pipe");
        assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
        Counters counters = new Counters();
        try (RandomAccessFile reader = new RandomAccessFile(pipe.toFile(), "rw")) {
            AccessLog log = AccessLog.open(pipe, AccessLogLine.Format.COMMON);
            int lost = fill(log.on(Linux.open(), new DateLine(0), counters), counters);
            assertTrue(lost > 0);
            Thread drain = Thread.ofPlatform().daemon().start(() -> readAll(reader));
            log.close();
            assertTrue(drain.isAlive(), "the end of the log came before its reader's");
        }
    }

    private static int fill(ResponseLog log, Counters counters) {
        byte[] head = "GET / HTTP/1.1\r\nHost: h\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
        Request request = new Request();
        new RequestParser(RequestLimits.DEFAULT).parse(head, 0, head.length, request);
        byte[] client = "127.0.0.1".getBytes(StandardCharsets.US_ASCII);
        for (int i = 0; i < 200_000; i++) {
            log.sent(client, request, Status.OK, 1);
        }
        return (int) counters.get(Counter.LOG_LINES_LOST);
    }

    private static void readAll(RandomAccessFile reader) {
        byte[] bytes = new byte[1 << 16];
        try {
            while (reader.read(bytes) >= 0) {
                // until the test closes it
            }
        } catch (IOException closed) {
            // the test is over
        }
    }
}
