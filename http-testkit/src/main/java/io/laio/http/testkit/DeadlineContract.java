package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Locale;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;

/**
 * A slow or silent client is let go; each test waits for the end of the connection, however long that takes.
 *
 * <p>A test that must itself be faster than the deadline cannot know that it was: on a busy machine its thread may stand
 * still for longer. Where the connection has ended before the test had said what it wanted, it says so again to a server
 * whose deadline is longer, up to the longest.
 */
interface DeadlineContract extends ContractPart {
    /** The deadline that these tests ask for, in milliseconds. */
    int SHORT_MILLIS = 150;

    /** How many times as long the next deadline is, where one was too short for the test. */
    int LONGER = 5;

    /** The longest deadline that is tried, in milliseconds: a test that is slower than this has another trouble. */
    int LONGEST_MILLIS = SHORT_MILLIS * LONGER * LONGER;

    /** What is tried under one deadline. */
    @FunctionalInterface
    interface Attempt {
        /** Tries; an {@link IOException} says that the connection ended too early. */
        void with(RawClient client, RunningServer server) throws IOException;
    }

    private void tryUnderDeadlines(Attempt attempt) throws Exception {
        tryUnderDeadlines(
                millis ->
                        ServerSettings.patient().withHeaderTimeoutMillis(millis).withIdleTimeoutMillis(millis),
                attempt);
    }

    private void tryUnderDeadlines(IntFunction<ServerSettings> settings, Attempt attempt) throws Exception {
        for (int millis = SHORT_MILLIS; ; millis *= LONGER) {
            try (RunningServer server = servers().start(settings.apply(millis));
                    RawClient client = RawClient.connect(server.port(), BadLuckContract.SMALL_WINDOW_BYTES)) {
                attempt.with(client, server);
                return;
            } catch (IOException tooLate) {
                if (millis >= LONGEST_MILLIS || tooLate instanceof SocketTimeoutException) {
                    throw tooLate;
                }
            }
        }
    }

    /** A request that stops in the middle is answered 408. */
    @Test
    default void aRequestThatStopsInTheMiddleIsTimedOut() throws Exception {
        tryUnderDeadlines((client, server) -> {
            client.send("GET / HTTP/1.1\r\nHost: te");
            assertTimedOut(client);
        });
    }

    /** So is one whose header trickles in forever: each byte moves no deadline. */
    @Test
    default void aRequestThatTricklesInIsTimedOut() throws Exception {
        tryUnderDeadlines(ServerSettings.patient()::withHeaderTimeoutMillis, (client, server) -> {
            client.send("GET / HTTP/1.1\r\nHost: test\r\nX-Field: ");
            for (int sent = 0; !client.hasNewsWithin(SHORT_MILLIS / 10); sent++) {
                if (sent > RawClient.PATIENCE_MILLIS / (SHORT_MILLIS / 10)) {
                    fail("still waiting after " + sent + " bytes");
                }
                client.send("a");
            }
            assertTimedOut(client);
        });
    }

    /** Also the second request of a connection. */
    @Test
    default void aLaterRequestIsTimedOutToo() throws Exception {
        tryUnderDeadlines((client, server) -> {
            expectServed(client);
            client.send("GET / HT");
            assertTimedOut(client);
        });
    }

    private static void assertTimedOut(RawClient client) throws IOException {
        Response answer = client.read();
        assertEquals(408, answer.status());
        assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
        client.expectClosed();
    }

    /** A first request on a connection with a deadline. Timed out itself, it came too late, which is not the server's fault. */
    private static void expectServed(RawClient client) throws IOException {
        Response answer = client.get("/");
        if (answer.status() == 408) {
            throw new IOException("the request came after its deadline: " + answer);
        }
        assertEquals(200, answer.status());
    }

    /** Between requests there is nothing to answer: the connection just ends. */
    @Test
    default void anIdleConnectionIsClosedWithoutAWord() throws Exception {
        tryUnderDeadlines((client, server) -> {
            expectServed(client);
            client.expectClosed();
        });
    }

    /** A client that connects and says nothing is not kept. */
    @Test
    default void aSilentConnectionIsClosed() throws Exception {
        tryUnderDeadlines((client, server) -> {
            byte[] farewell = client.readUntilClosed();
            String text = new String(farewell, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertEquals(true, text.isEmpty() || text.startsWith("HTTP/1.1 408 "), text);
        });
    }

    /**
     * A client that asks for much and reads nothing is not kept: it held the only place, and now others are served.
     */
    @Test
    default void aClientThatDoesNotReadIsLetGo() throws Exception {
        servers().tree().write("large.bin", Content.of("large", 32 << 20));
        ServerSettings onePlace = ServerSettings.patient().withMaxConnections(1);
        tryUnderDeadlines(onePlace::withIdleTimeoutMillis, (stalled, server) -> {
            stalled.send("GET /large.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            stalled.readHead();
            CrowdContract.awaitService(server.port());
        });
    }
}
