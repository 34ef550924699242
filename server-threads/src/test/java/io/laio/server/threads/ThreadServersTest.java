package io.laio.server.threads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import io.laio.http.testkit.DocumentTree;
import io.laio.http.testkit.RawClient;
import io.laio.http.testkit.ServerSettings;
import io.laio.http.testkit.VariantServer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is special about servers with a thread for each connection. */
class ThreadServersTest {
    private static final String REQUEST = "GET / HTTP/1.1\r\nHost: test\r\n\r\n";

    @TempDir
    Path directory = Path.of("");

    static Stream<ServerVariant> servers() {
        return Stream.of(new MtPool(), new MtVirtual());
    }

    /** With as many connections as threads the next waits, the one beyond the limit is refused, and a free thread takes the first. */
    @Test
    void beyondThePoolAConnectionWaitsForItsTurn() throws Exception {
        Path root = DocumentTree.create(directory).root();
        ServerSettings settings = ServerSettings.patient().withMaxConnections(2);
        try (VariantServer server = VariantServer.startWith(
                        new MtPool(), options -> options.withValue(MtPool.THREADS, 1), root, settings);
                RawClient served = RawClient.connect(server.port())) {
            served.expectOpen();
            try (RawClient waits = RawClient.connect(server.port());
                    RawClient refused = RawClient.connect(server.port())) {
                waits.send(REQUEST);
                assertEquals(503, refused.read().status());
                served.expectOpen();
                served.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
                assertEquals(200, served.read().status());
                assertEquals(200, waits.read().status());
            }
        }
    }

    /** Connections that wait for a thread do not keep the server from ending. */
    @Test
    void aServerEndsWithConnectionsThatWait() throws Exception {
        Path root = DocumentTree.create(directory).root();
        try (VariantServer server = VariantServer.startWith(
                        new MtPool(), options -> options.withValue(MtPool.THREADS, 1), root, ServerSettings.patient());
                RawClient served = RawClient.connect(server.port());
                RawClient waits = RawClient.connect(server.port())) {
            served.expectOpen();
            end(server);
            served.expectClosed();
            waits.expectClosed();
        }
    }

    /** A server that cannot begin says why, and nobody waits for its end. */
    @Test
    @Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aCrewThatCannotBeginFailsTheStart() throws Exception {
        Path root = DocumentTree.create(directory).root();
        ServerVariant variant = new OtherCrew(shared -> new BrokenCrew());
        UnfitEnvironmentException failure = assertThrows(
                UnfitEnvironmentException.class, () -> VariantServer.start(variant, root, ServerSettings.patient()));
        assertEquals("a fault of the test", failure.getMessage());
    }

    private static final class BrokenCrew implements Crew {
        @Override
        public void prepare() throws UnfitEnvironmentException {
            throw new UnfitEnvironmentException("a fault of the test", null);
        }

        @Override
        public boolean admit(int fd) {
            throw new AssertionError("nobody accepts");
        }

        @Override
        public void stop(Runnable gone) {
            throw new AssertionError("it has not begun");
        }

        @Override
        public void abort() {
            throw new AssertionError("it has not begun");
        }

        @Override
        public CompletableFuture<Boolean> ended() {
            return new CompletableFuture<>();
        }
    }

    /** A server that is served by a crew of the test. */
    private record OtherCrew(Function<ConnectionLoop.Shared, Crew> crew) implements ServerVariant {
        @Override
        public String name() {
            return "mt-test";
        }

        @Override
        public Description description() {
            return new MtVirtual().description();
        }

        @Override
        public boolean eventDriven() {
            return false;
        }

        @Override
        public Workforce workforce(WorkforceContext context) {
            ConnectionLoop.Shared shared = ConnectionLoop.Shared.of(context);
            return new ThreadServer(shared, crew.apply(shared));
        }
    }

    private static void end(VariantServer server) {
        server.close();
    }

    /** The counters of all threads are added up, and set to zero together. */
    @ParameterizedTest
    @MethodSource("servers")
    void countersAreSumsAndAreResetTogether(ServerVariant variant) throws Exception {
        Path root = DocumentTree.create(directory).root();
        try (VariantServer server = VariantServer.startWith(
                        variant, ThreadServersTest::withStatistics, root, ServerSettings.patient());
                RawClient first = RawClient.connect(server.port());
                RawClient second = RawClient.connect(server.port())) {
            first.expectOpen();
            second.expectOpen();
            assertTrue(statistics(first).contains("\"requests\":3,"), "two documents, and this request");
            second.send("DELETE /.laio/stats HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(204, second.read().status());
            String afterwards = statistics(first);
            assertTrue(afterwards.contains("\"requests\":1,"), afterwards);
            assertTrue(afterwards.contains("\"connectionsOpen\":2"), afterwards);
        }
    }

    private static String statistics(RawClient client) throws Exception {
        return new String(client.get("/.laio/stats").body(), StandardCharsets.UTF_8);
    }

    private static ServerOptions withStatistics(ServerOptions o) {
        return new ServerOptions(
                o.documentRoot(),
                o.address(),
                o.loops(),
                o.limits(),
                o.cacheEntries(),
                o.cacheValidityMillis(),
                o.mode(),
                true,
                o.accessLog(),
                o.accessLogFormat(),
                o.stopTimeoutMillis(),
                o.values());
    }
}
