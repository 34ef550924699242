package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** A slow or silent client is let go; each test waits for the end of the connection, however long that takes. */
interface DeadlineContract extends ContractPart {
    /** The deadline that these tests ask for, in milliseconds. */
    int SHORT_MILLIS = 150;

    private RunningServer impatient() throws Exception {
        return servers()
                .start(ServerSettings.patient()
                        .withHeaderTimeoutMillis(SHORT_MILLIS)
                        .withIdleTimeoutMillis(SHORT_MILLIS));
    }

    /** A request that stops in the middle is answered 408. */
    @Test
    default void aRequestThatStopsInTheMiddleIsTimedOut() throws Exception {
        try (RunningServer server = impatient();
                RawClient client = RawClient.connect(server.port())) {
            client.send("GET / HTTP/1.1\r\nHost: te");
            assertTimedOut(client);
        }
    }

    /** So is one whose header trickles in forever: each byte moves no deadline. */
    @Test
    default void aRequestThatTricklesInIsTimedOut() throws Exception {
        ServerSettings settings = ServerSettings.patient().withHeaderTimeoutMillis(SHORT_MILLIS);
        try (RunningServer server = servers().start(settings);
                RawClient client = RawClient.connect(server.port())) {
            client.send("GET / HTTP/1.1\r\nHost: test\r\nX-Field: ");
            for (int sent = 0; !client.hasNewsWithin(SHORT_MILLIS / 10); sent++) {
                if (sent > RawClient.PATIENCE_MILLIS / (SHORT_MILLIS / 10)) {
                    fail("still waiting after " + sent + " bytes");
                }
                client.send("a");
            }
            assertTimedOut(client);
        }
    }

    /** Also the second request of a connection. */
    @Test
    default void aLaterRequestIsTimedOutToo() throws Exception {
        try (RunningServer server = impatient();
                RawClient client = RawClient.connect(server.port())) {
            client.expectOpen();
            client.send("GET / HT");
            assertTimedOut(client);
        }
    }

    private static void assertTimedOut(RawClient client) throws IOException {
        Response answer = client.read();
        assertEquals(408, answer.status());
        assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
        client.expectClosed();
    }

    /** Between requests there is nothing to answer: the connection just ends. */
    @Test
    default void anIdleConnectionIsClosedWithoutAWord() throws Exception {
        try (RunningServer server = impatient();
                RawClient client = RawClient.connect(server.port())) {
            client.expectOpen();
            client.expectClosed();
        }
    }

    /** A client that connects and says nothing is not kept. */
    @Test
    default void aSilentConnectionIsClosed() throws Exception {
        try (RunningServer server = impatient();
                RawClient client = RawClient.connect(server.port())) {
            byte[] farewell = client.readUntilClosed();
            String text = new String(farewell, java.nio.charset.StandardCharsets.ISO_8859_1);
            assertEquals(true, text.isEmpty() || text.startsWith("HTTP/1.1 408 "), text);
        }
    }

    /**
     * A client that asks for much and reads nothing is not kept: it held the only place, and now others are served.
     */
    @Test
    default void aClientThatDoesNotReadIsLetGo() throws Exception {
        servers().tree().write("large.bin", Content.of("large", 32 << 20));
        ServerSettings settings =
                ServerSettings.patient().withIdleTimeoutMillis(SHORT_MILLIS).withMaxConnections(1);
        try (RunningServer server = servers().start(settings);
                RawClient stalled = RawClient.connect(server.port(), 4096)) {
            stalled.send("GET /large.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            stalled.readHead();
            CrowdContract.awaitService(server.port());
        }
    }
}
