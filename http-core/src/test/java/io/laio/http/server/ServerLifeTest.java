package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.SystemCall;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the start of a server to its end, in order or not. */
class ServerLifeTest {
    /** More than both sides' socket buffers hold, in bytes. */
    private static final int LARGE_BYTES = 32 << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final FaultyKernel kernel = new FaultyKernel();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(root.resolve("small"), "small");
        Files.write(root.resolve("large"), new byte[LARGE_BYTES]);
    }

    private Server start(ServerOptions options) throws UnfitEnvironmentException {
        return Server.start(new TestVariant(false), options, kernel);
    }

    @Test
    void closingGivesEverythingBack() throws Exception {
        long epolls = Descriptors.epolls();
        try (Server server = start(TestServers.options(root, 100, 2, TestServers.NEVER_MILLIS))) {
            for (int i = 0; i < 20; i++) {
                assertEquals(200, TestClient.ask(server.port(), "GET /small").status());
            }
            assertEquals(epolls + 2, Descriptors.epolls());
        }
        assertEquals(0, Descriptors.below(root));
        assertEquals(epolls, Descriptors.epolls());
        assertNoLoopIsLeft();
    }

    /** A loop's last word comes a moment before its thread ends. */
    private static void assertNoLoopIsLeft() throws InterruptedException {
        for (Thread thread : Thread.getAllStackTraces().keySet()) {
            if (thread.getName().startsWith("loop-")) {
                assertTrue(thread.join(PATIENCE), thread::toString);
            }
        }
    }

    @Test
    void closingTwiceClosesNothingTwice() throws Exception {
        Server server = start(TestServers.options(root));
        Thread other = Thread.ofPlatform().start(server::close);
        server.close();
        other.join();
        int closes = kernel.count(SystemCall.CLOSE);
        server.close();
        assertEquals(closes, kernel.count(SystemCall.CLOSE));
        server.awaitEnd();
    }

    @Test
    void aStopLetsAResponseFinishAndThenEndsItsConnection() throws Exception {
        Server server = start(TestServers.options(root));
        Thread stop = Thread.ofPlatform().unstarted(server::close);
        try (TestClient client = new TestClient(server.port());
                TestClient idle = new TestClient(server.port())) {
            assertEquals(200, idle.ask("GET /small").status());
            client.say("GET /large");
            assertEquals(200, client.hear(true).status()); // only now is it sure that the server has seen the request
            stop.start();
            assertEquals(0, idle.rest().length, "a connection that waits for a request ends at once");
            assertEquals(LARGE_BYTES, client.rest().length, "the connection was to be kept, and ends all the same");
        }
        stop.join();
    }

    @Test
    void aStopWaitsNoLongerThanItIsTold() throws Exception {
        Server server = start(TestServers.options(root, 100, 1, 1));
        try (TestClient stuck = new TestClient(server.port());
                TestClient silent = new TestClient(server.port());
                TestClient partial = new TestClient(server.port())) {
            partial.send("GET / HT");
            assertEquals(200, silent.ask("GET /small").status());
            stuck.say("GET /large");
            while (Descriptors.below(root) < 3) { // the root, small, and large: its response is under way
                assertEquals(200, silent.ask("GET /small").status());
            }
            server.close();
            assertEquals(0, Descriptors.below(root), "no connection was left behind with its file");
        }
    }

    @Test
    void aLoopThatFailsEndsTheServer() throws Exception {
        try (Server server = start(TestServers.options(root, 100, 2, TestServers.NEVER_MILLIS))) {
            kernel.answer(SystemCall.RECVFROM, (real, call, a, b, c, d, e, f) -> {
                throw new IllegalStateException("broken on purpose");
            });
            try (TestClient client = new TestClient(server.port())) {
                client.say("GET /small");
                ServerFailedException failure = assertThrows(ServerFailedException.class, server::awaitEnd);
                assertInstanceOf(IllegalStateException.class, failure.getCause());
                assertTrue(String.valueOf(failure.getMessage()).contains("broken on purpose"));
            }
        }
        assertNoLoopIsLeft();
    }

    @Test
    void aPortBelongsToOneServer() throws Exception {
        try (Server server = start(TestServers.options(root))) {
            ServerOptions options = TestServers.options(root);
            InetSocketAddress taken = new InetSocketAddress(options.address().getAddress(), server.port());
            for (int loops = 1; loops <= 2; loops++) {
                ServerOptions same = new ServerOptions(
                        root,
                        taken,
                        loops,
                        options.limits(),
                        1,
                        0,
                        LaioMode.DEFAULT,
                        false,
                        null,
                        options.accessLogFormat(),
                        0,
                        Map.of());
                UnfitEnvironmentException refusal = assertThrows(UnfitEnvironmentException.class, () -> start(same));
                assertTrue(String.valueOf(refusal.getMessage()).contains("another server has it"), refusal::toString);
            }
            assertEquals(200, TestClient.ask(server.port(), "GET /small").status());
        }
        assertEquals(0, Descriptors.below(root), "what the refused ones had opened is closed");
    }

    @Test
    void whoIsRefusedKeepsNobodyOut() throws Exception {
        try (Server server = start(TestServers.options(root, 1, 1, TestServers.NEVER_MILLIS))) {
            TestClient served = new TestClient(server.port());
            assertEquals(200, served.ask("GET /small").status());
            try (TestClient refused = new TestClient(server.port())) {
                assertEquals(503, refused.hear(false).status());
                served.close();
                assertEquals(200, statusOnceServed(server.port()));
            }
        }
    }

    /** The server learns of the end of the served connection in its own time; a few clients may still be refused. */
    private static int statusOnceServed(int port) throws IOException {
        int status = 503;
        for (int tries = 0; tries < 1_000 && status == 503; tries++) {
            try (TestClient client = new TestClient(port)) {
                client.say("GET /small");
                status = client.hear(false).status();
            }
        }
        return status;
    }
}
