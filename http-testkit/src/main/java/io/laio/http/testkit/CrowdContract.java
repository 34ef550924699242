package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Many clients at once, up to the limit and beyond. */
interface CrowdContract extends ContractPart {
    /** How many connect at once, unless the server says that it serves fewer. */
    int CROWD = 200;

    /** Each gets its own document, all of it, though all asked before any was answered. */
    @Test
    default void everyoneInACrowdIsServed() throws IOException {
        List<Map.Entry<String, Path>> documents =
                List.copyOf(servers().tree().documents().entrySet());
        List<RawClient> crowd = new ArrayList<>();
        int size = servers().crowd();
        try {
            for (int i = 0; i < size; i++) {
                crowd.add(servers().connect());
            }
            for (int i = 0; i < size; i++) {
                String path = documents.get(i % documents.size()).getKey();
                crowd.get(i).send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
            }
            for (int i = size - 1; i >= 0; i--) { // the last first: nobody's answer waits for another's
                Path file = documents.get(i % documents.size()).getValue();
                assertArrayEquals(Files.readAllBytes(file), crowd.get(i).read().body(), file.toString());
            }
        } finally {
            closeAll(crowd);
        }
    }

    /** At the limit the newest is refused with 503, and nobody who is served is dropped. */
    @Test
    default void atTheLimitTheNewestIsRefused() throws Exception {
        int limit = 4;
        List<RawClient> served = new ArrayList<>();
        try (RunningServer server = servers().start(ServerSettings.patient().withMaxConnections(limit))) {
            for (int i = 0; i < limit; i++) {
                served.add(RawClient.connect(server.port()));
                occupyPlace(served.getLast());
            }
            for (int i = 0; i < 3; i++) {
                assertRefused(server.port());
            }
            for (RawClient client : served) {
                assertStillServed(client);
            }
        } finally {
            closeAll(served);
        }
    }

    /** A place is taken by a connection that was served, where it persists, or by one that is in the middle of asking. */
    private void occupyPlace(RawClient client) throws IOException {
        if (servers().connectionsPersist()) {
            client.expectOpen();
        } else {
            client.send("GET / HTTP/1.1\r\nHo");
        }
    }

    private void assertStillServed(RawClient client) throws IOException {
        if (servers().connectionsPersist()) {
            client.expectOpen();
        } else {
            assertEquals(200, client.send("st: test\r\n\r\n").read().status());
        }
    }

    private static void assertRefused(int port) throws IOException {
        try (RawClient newest = RawClient.connect(port)) {
            Response answer = newest.read();
            assertEquals(503, answer.status());
            assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
            newest.expectClosed();
        }
    }

    /** A place that becomes free is given to the next. */
    @Test
    default void aFreePlaceIsGivenToTheNext() throws Exception {
        try (RunningServer server = servers().start(ServerSettings.patient().withMaxConnections(1))) {
            try (RawClient first = RawClient.connect(server.port())) {
                occupyPlace(first);
                assertRefused(server.port());
            }
            awaitService(server.port());
        }
    }

    /**
     * Tries until a new connection is served: the server notices the end of an old one in its own time, and may meanwhile
     * refuse or, under a short deadline, close.
     */
    static void awaitService(int port) throws IOException {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(RawClient.PATIENCE_MILLIS);
        while (System.nanoTime() < deadlineNanos) {
            try (RawClient next = RawClient.connect(port)) {
                next.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n");
                if (next.read().status() == 200) {
                    return;
                }
            } catch (EOFException | SocketException closed) {
                // As good as refused: the next one tries again.
            }
        }
        fail("no place became free in " + RawClient.PATIENCE_MILLIS + " ms");
    }

    private static void closeAll(List<RawClient> clients) throws IOException {
        for (RawClient client : clients) {
            client.close();
        }
    }
}
