package io.laio.http.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.http.connection.Places;
import io.laio.http.network.Network.Acceptor;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Loops that the kernel gives connections unevenly. */
class ConnectionSharesTest {
    private final ConnectionShares shares = new ConnectionShares();
    private final List<Long> closed = new ArrayList<>();
    private final Linux linux = (number, a, b, c, d, e, f) -> {
        assertEquals(SystemCall.CLOSE.number(), number);
        closed.add(a);
        return 0;
    };

    /** A loop that runs when it is told to. */
    private final class Loop implements Acceptor {
        private final ArrayDeque<Runnable> tasks = new ArrayDeque<>();
        private final List<Integer> served = new ArrayList<>();
        private final List<Integer> refused = new ArrayList<>();
        private final Places places;
        private final ConnectionShares.Share share;

        Loop(int limit) {
            places = new Places(limit);
            share = shares.join(tasks::addLast, linux, places, this, served::add);
        }

        @Override
        public void accepted(int fd) {
            (places.take() ? served : refused).add(fd);
        }

        @Override
        public void failed(int errno) {
            served.add(-errno);
        }

        void run() {
            while (!tasks.isEmpty()) {
                tasks.removeFirst().run();
            }
        }

        void accept(int first, int count) {
            IntStream.range(first, first + count).forEach(share::accepted);
        }
    }

    @Test
    void whatIsNearlyEvenStaysWhereItIs() {
        Loop one = new Loop(1_000);
        Loop other = new Loop(1_000);
        one.accept(0, ConnectionShares.TOLERANCE);
        assertEquals(List.of(0, 1, 2, 3), one.served);
        assertTrue(other.tasks.isEmpty());
    }

    @Test
    void aLoopThatIsAheadGivesToTheOneThatHasLeast() {
        Loop one = new Loop(1_000);
        Loop other = new Loop(1_000);
        Loop third = new Loop(1_000);
        third.accept(1000, 2);
        one.accept(0, 100);
        other.run();
        third.run();
        List<Integer> sizes = List.of(one.served.size(), other.served.size(), third.served.size());
        assertEquals(102, sizes.stream().mapToInt(Integer::intValue).sum());
        assertTrue(
                one.served.size() - Math.min(sizes.get(1), sizes.get(2)) <= ConnectionShares.TOLERANCE,
                sizes::toString);
    }

    @Test
    void aLoopWithoutAPlaceIsGivenNothing() {
        Loop one = new Loop(100);
        Loop other = new Loop(2);
        one.accept(0, 20);
        other.run();
        assertEquals(2, other.served.size());
        assertEquals(18, one.served.size());
        assertEquals(List.of(), other.refused);
    }

    @Test
    void aLoopWithoutAPlaceGivesToWhicheverHasOne() {
        Loop one = new Loop(3);
        Loop other = new Loop(2);
        Loop third = new Loop(10);
        third.accept(1000, 8);
        other.run();
        one.run();
        one.accept(0, 6);
        other.run();
        third.run();
        assertEquals(14, one.served.size() + other.served.size() + third.served.size());
        assertEquals(List.of(), one.refused);
    }

    @Test
    void whereNoLoopHasAPlaceTheOneThatAcceptedRefuses() {
        Loop one = new Loop(3);
        Loop other = new Loop(2);
        one.accept(0, 7);
        other.run();
        assertEquals(5, one.served.size() + other.served.size());
        assertEquals(List.of(5, 6), one.refused);
        assertEquals(List.of(), other.refused);
    }

    @Test
    void aLoopThatStopsServesWhatItWasGivenAndTakesNoMore() {
        Loop one = new Loop(1_000);
        Loop other = new Loop(1_000);
        one.accept(0, 5);
        other.share.leave();
        assertEquals(List.of(4), other.served, "given before it left");
        one.accept(5, 20);
        assertEquals(24, one.served.size(), "all that came later");
        other.run();
        assertEquals(List.of(4), other.served);
    }

    @Test
    void whatALoopThatFailedWasGivenIsClosed() {
        Loop one = new Loop(1_000);
        Loop other = new Loop(1_000);
        one.accept(0, 5);
        other.share.abandon();
        assertEquals(List.of(4L), closed);
        other.run();
        assertEquals(List.of(), other.served);
    }

    @Test
    void aFailureToAcceptStaysWhereItHappened() {
        Loop one = new Loop(1_000);
        one.share.failed(24);
        assertEquals(List.of(-24), one.served);
    }

    @Test
    void everyLoopOfAServerGetsItsShareAndServesIt(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("small"), "small");
        int loops = 3;
        List<TestClient> clients = new ArrayList<>();
        try (Server server =
                Server.start(new TestVariant(true), TestServers.options(root, 100, loops, TestServers.NEVER_MILLIS))) {
            for (int i = 0; i < 64; i++) {
                clients.add(new TestClient(server.port()));
            }
            for (TestClient client : clients) {
                assertEquals(200, client.ask("GET /small").status());
            }
            List<Long> accepted = acceptedByLoop(clients.getFirst());
            assertEquals(64, accepted.stream().mapToLong(Long::longValue).sum());
            long most = accepted.stream().mapToLong(Long::longValue).max().orElseThrow();
            long least = accepted.stream().mapToLong(Long::longValue).min().orElseThrow();
            assertTrue(most - least <= ConnectionShares.TOLERANCE + loops, accepted::toString);
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    @Test
    void aServerServesAsManyAsAllItsLoopsHavePlacesFor(@TempDir Path root) throws Exception {
        Files.writeString(root.resolve("small"), "small");
        List<TestClient> clients = new ArrayList<>();
        try (Server server =
                Server.start(new TestVariant(true), TestServers.options(root, 20, 2, TestServers.NEVER_MILLIS))) {
            for (int i = 0; i < 40; i++) {
                clients.add(new TestClient(server.port()));
                assertEquals(200, clients.getLast().ask("GET /small").status(), "client " + i);
            }
            try (TestClient refused = new TestClient(server.port())) {
                assertEquals(503, refused.hear(false).status());
            }
        } finally {
            for (TestClient client : clients) {
                client.close();
            }
        }
    }

    private static List<Long> acceptedByLoop(TestClient client) throws IOException {
        JsonNode loops = JsonMapper.builder()
                .build()
                .readTree(client.ask("GET /.laio/stats").body())
                .get("loops");
        List<Long> accepted = new ArrayList<>();
        loops.forEach(loop -> accepted.add(loop.get("connectionsAccepted").longValue()));
        return accepted;
    }
}
