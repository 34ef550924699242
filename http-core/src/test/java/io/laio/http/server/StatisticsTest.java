package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The fields that the comparison reads, and docs/statistics.md explains. */
class StatisticsTest {
    private static final int LOOPS = 2;

    private final ObjectMapper json = JsonMapper.builder().build();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path root;

    @SuppressWarnings("NullAway.Init")
    private Server server;

    private int asked;

    @BeforeEach
    void start() throws IOException, UnfitEnvironmentException {
        Files.writeString(root.resolve("small"), "small");
        server = Server.start(new TestVariant(true), TestServers.options(root, 100, LOOPS, TestServers.NEVER_MILLIS));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private JsonNode statistics() throws IOException {
        TestClient.Answer answer = TestClient.ask(server.port(), "GET /.laio/stats");
        assertEquals(200, answer.status());
        assertTrue(answer.head().contains("Content-Type: application/json"), answer.head());
        return json.readTree(answer.body());
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void everyFieldOfTheContractIsThere() throws IOException {
        JsonNode statistics = statistics();
        assertEquals("test-late", statistics.get("server").textValue());
        assertEquals("none", statistics.get("engine").textValue());
        assertEquals("", statistics.get("engineReason").textValue());
        assertEquals("none", statistics.get("lazy").textValue());
        assertEquals(
                List.of("accept", "recv", "send", "open", "stat", "read", "sendfile", "network", "disk"),
                names(statistics.get("operations")));
        for (JsonNode operation : statistics.get("operations")) {
            assertEquals(List.of("issued", "atOnce", "blocked", "blockedNanos"), names(operation));
        }
        assertEquals(LOOPS, statistics.get("loops").size());
        for (JsonNode loop : statistics.get("loops")) {
            assertEquals(
                    List.of(
                            "connectionsAccepted",
                            "connectionsOpen",
                            "requests",
                            "turns",
                            "wallNanos",
                            "waitNanos",
                            "cpuNanos",
                            "runQueueNanos",
                            "blockedNanos",
                            "longestBlockedNanos",
                            "longestBlockedOperation",
                            "blockedOperations",
                            "blockedTurnsOverMillis",
                            "blockedHistogram"),
                    names(loop));
            assertEquals(List.of("1", "10", "100"), names(loop.get("blockedTurnsOverMillis")));
            JsonNode histogram = loop.get("blockedHistogram");
            assertTrue(histogram.get(histogram.size() - 1).get("upToMicros").isNull(), "the last class has no bound");
        }
    }

    /** The statistics when every other client is gone: a loop counts a response after the client may have it. */
    private JsonNode settled() throws IOException {
        JsonNode statistics = statistics();
        asked = 1;
        while (statistics.get("connectionsOpen").longValue() > 1) {
            statistics = statistics();
            asked++;
        }
        return statistics;
    }

    private long answered(JsonNode statistics, int status) {
        long all = statistics.get("responses").path(Integer.toString(status)).longValue();
        return status == 200 ? all - (asked - 1) : all; // without the answers to this test's own questions
    }

    @Test
    void allLoopsAreSummedUp() throws IOException {
        for (int i = 0; i < 40; i++) {
            TestClient.ask(server.port(), "GET /small");
        }
        TestClient.ask(server.port(), "GET /none");
        TestClient.ask(server.port(), "BREW /small");
        JsonNode statistics = settled();
        assertEquals(42 + asked, statistics.get("requests").longValue());
        assertEquals(42 + asked, statistics.get("connectionsAccepted").longValue());
        assertEquals(40, answered(statistics, 200));
        assertEquals(1, answered(statistics, 404));
        assertEquals(1, answered(statistics, 501));
        assertTrue(statistics.get("bytesSent").longValue() > 40L * "small".length());
        assertTrue(statistics.get("operations").get("open").get("issued").longValue() >= 40);
        assertEquals(
                sum(statistics, "issued", "accept", "recv", "send"),
                statistics.get("operations").get("network").get("issued").longValue());
        assertEquals(
                sum(statistics, "atOnce", "open", "stat", "read", "sendfile"),
                statistics.get("operations").get("disk").get("atOnce").longValue());
    }

    private static long sum(JsonNode statistics, String counter, String... operations) {
        return Stream.of(operations)
                .mapToLong(name ->
                        statistics.get("operations").get(name).get(counter).longValue())
                .sum();
    }

    @Test
    void everyOperationIsAtOnceOrBlockedOrUnderWay() throws IOException {
        for (int i = 0; i < 20; i++) {
            TestClient.ask(server.port(), "GET /small");
        }
        JsonNode operations = settled().get("operations");
        for (String disk : List.of("open", "stat", "read")) {
            JsonNode counts = operations.get(disk);
            assertTrue(counts.get("atOnce").longValue() > 0, disk);
            assertEquals(
                    counts.get("issued").longValue(),
                    counts.get("atOnce").longValue() + counts.get("blocked").longValue(),
                    disk + ": nothing is under way");
        }
        for (String network : List.of("accept", "recv", "send")) {
            JsonNode counts = operations.get(network);
            long done = counts.get("atOnce").longValue() + counts.get("blocked").longValue();
            long underWay = counts.get("issued").longValue() - done;
            assertTrue(done > 0 && underWay >= 0 && underWay <= 1, network + ": " + counts);
        }
    }

    @Test
    void aResponseIsCountedOnceHoweverItsConnectionEnds() throws IOException {
        try (TestClient client = new TestClient(server.port())) {
            client.ask("GET /small", "Connection: close");
            assertEquals(0, client.rest().length);
        }
        try (TestClient client = new TestClient(server.port())) {
            client.ask("POST /small", "Content-Length: 1");
        }
        JsonNode statistics = settled();
        assertEquals(1, answered(statistics, 200));
        assertEquals(1, answered(statistics, 413));
    }

    @Test
    void deleteResetsAllLoopsAndNoLevel() throws IOException {
        try (TestClient open = new TestClient(server.port())) {
            assertEquals(200, open.ask("GET /small").status());
            assertEquals(
                    204, TestClient.ask(server.port(), "DELETE /.laio/stats").status());
            JsonNode statistics = statistics();
            while (statistics.get("requests").longValue() > 2) { // the other loop resets in its own time
                statistics = statistics();
                assertTrue(statistics.get("requests").longValue() < 1_000, "never reset");
            }
            assertTrue(statistics.get("connectionsOpen").longValue() >= 2, "the open one, and the one that asks");
        }
    }

    @Test
    void othersGetNoStatistics() throws IOException {
        assertEquals(405, TestClient.ask(server.port(), "POST /.laio/stats").status());
        assertEquals(404, TestClient.ask(server.port(), "GET /.laio/other").status());
        assertEquals("", TestClient.ask(server.port(), "HEAD /.laio/stats").body());
        ServerOptions silent = TestServers.options(root);
        try (Server other = Server.start(
                new TestVariant(false),
                new ServerOptions(
                        root,
                        silent.address(),
                        1,
                        silent.limits(),
                        1,
                        0,
                        LaioMode.DEFAULT,
                        false,
                        null,
                        silent.accessLogFormat(),
                        0,
                        Map.of()))) {
            assertEquals(404, TestClient.ask(other.port(), "GET /.laio/stats").status());
        } catch (UnfitEnvironmentException unfit) {
            throw new AssertionError(unfit);
        }
    }
}
