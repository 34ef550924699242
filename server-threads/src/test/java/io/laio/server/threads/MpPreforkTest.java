package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.protocol.AccessLogLine;
import io.laio.http.server.Server;
import io.laio.http.server.ServerOptions;
import io.laio.http.testkit.DocumentTree;
import io.laio.http.testkit.RawClient;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is special about a server with a process for each connection. */
class MpPreforkTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: test\r\n\r\n";
    private static final Pattern LINE =
            Pattern.compile("127\\.0\\.0\\.1 - - \\[[^]]+] \"GET /sizes/1024\\.bin HTTP/1\\.1\" 200 1024");

    @TempDir
    Path directory = Path.of("");

    private Path root = Path.of("");

    @BeforeEach
    void makeDocuments() throws IOException {
        root = DocumentTree.create(directory.resolve("documents")).root();
    }

    private ServerOptions options(int processes) {
        InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        return ServerOptions.of(root, address).withStatistics(true).withValue(MpPrefork.PROCESSES, processes);
    }

    private static List<ProcessHandle> processes() {
        return ProcessHandle.current()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains(ProcessMain.class.getName()))
                .toList();
    }

    private static String statistics(RawClient client) throws IOException {
        return new String(client.get("/.laio/stats").body(), StandardCharsets.UTF_8);
    }

    private static long count(RawClient client, String counter) throws IOException {
        Matcher value = Pattern.compile("\"" + counter + "\":(\\d+)").matcher(statistics(client));
        assertTrue(value.find(), counter);
        return Long.parseLong(value.group(1));
    }

    /** A process tells what it has counted before it waits, which is a moment after its client has the answer. */
    private static void awaitCount(RawClient client, String counter, long expected) throws IOException {
        while (count(client, counter) != expected) {
            Thread.onSpinWait();
        }
    }

    /** Any process answers for all of them, and resets all. */
    @Test
    void countersAreSumsAndAreResetTogether() throws Exception {
        try (Server server = Server.start(new MpPrefork(), options(2));
                RawClient first = RawClient.connect(server.port());
                RawClient second = RawClient.connect(server.port())) {
            first.expectOpen();
            second.expectOpen();
            awaitCount(first, "connectionsAccepted", 2);
            assertTrue(count(first, "requests") >= 3);
            second.send("DELETE /.laio/stats HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(204, second.read().status());
            assertEquals(0, count(first, "connectionsAccepted"));
            awaitCount(first, "connectionsOpen", 2);
        }
    }

    /** kill -9 of a process: its client sees the end, the other none of it, what was counted stays, and another process comes. */
    @Test
    void aKilledProcessBreaksItsOwnConnectionOnly() throws Exception {
        try (Server server = Server.start(new MpPrefork(), options(2));
                RawClient first = RawClient.connect(server.port());
                RawClient second = RawClient.connect(server.port())) {
            first.expectOpen();
            second.expectOpen();
            awaitCount(first, "connectionsAccepted", 2);
            List<ProcessHandle> before = processes();
            assertEquals(2, before.size());
            before.getFirst().destroyForcibly();
            boolean firstServed = isServed(first);
            assertEquals(!firstServed, isServed(second), "exactly one is broken off");
            RawClient other = firstServed ? first : second;
            try (RawClient next = RawClient.connect(server.port())) {
                next.expectOpen(); // by the process that took the place
                awaitCount(other, "connectionsAccepted", 3);
                awaitCount(other, "connectionsClosed", 1);
                awaitCount(other, "connectionsOpen", 2);
            }
            assertFalse(processes().contains(before.getFirst()));
        }
        assertEquals(List.of(), processes());
    }

    private static boolean isServed(RawClient client) {
        try {
            client.expectOpen();
            return true;
        } catch (IOException broken) {
            return false;
        }
    }

    /** As many are served as there are processes. The next is not refused, as long as there are places: it waits for its turn. */
    @Test
    void beyondTheProcessesAConnectionWaitsForItsTurn() throws Exception {
        try (Server server = Server.start(new MpPrefork(), options(1));
                RawClient served = RawClient.connect(server.port())) {
            served.expectOpen();
            try (RawClient waits = RawClient.connect(server.port())) {
                waits.send(REQUEST);
                served.expectOpen();
                served.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
                assertEquals(200, served.read().status());
                assertEquals(200, waits.read().status());
            }
        }
    }

    /** What is being sent when the server is stopped is sent to its end; who only waits is let go. */
    @Test
    void aServerThatStopsFinishesWhatItSends() throws Exception {
        byte[] content = new byte[32 << 20];
        Files.write(root.resolve("large.bin"), content);
        Server server = Server.start(new MpPrefork(), options(2));
        try (RawClient loads = RawClient.connect(server.port(), 4096);
                RawClient idle = RawClient.connect(server.port())) {
            idle.expectOpen();
            loads.send("GET /large.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(200, loads.readHead().status());
            CompletableFuture<Void> closed = CompletableFuture.runAsync(server::close);
            idle.expectClosed();
            assertArrayEquals(content, loads.readBody(content.length));
            loads.expectClosed();
            closed.join();
        } finally {
            server.close();
        }
        assertEquals(List.of(), processes());
    }

    /** The processes write to one access log, each whole lines only. */
    @Test
    void linesOfTheAccessLogAreWhole() throws Exception {
        int clients = 4;
        int requests = 400;
        Path log = directory.resolve("access.log");
        ServerOptions options = options(clients).withAccessLog(log, AccessLogLine.Format.COMMON);
        try (Server server = Server.start(new MpPrefork(), options);
                ExecutorService threads = Executors.newFixedThreadPool(clients)) {
            List<CompletableFuture<Void>> running = IntStream.range(0, clients)
                    .mapToObj(client -> CompletableFuture.runAsync(() -> ask(server.port(), requests), threads))
                    .toList();
            running.forEach(CompletableFuture::join);
        }
        List<String> lines = new ArrayList<>(Files.readAllLines(log));
        assertEquals(clients * requests, lines.size());
        lines.removeIf(line -> LINE.matcher(line).matches());
        assertEquals(List.of(), lines);
    }

    private static void ask(int port, int requests) {
        try (RawClient client = RawClient.connect(port)) {
            for (int i = 0; i < requests; i++) {
                assertEquals(200, client.get("/sizes/1024.bin").status());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
