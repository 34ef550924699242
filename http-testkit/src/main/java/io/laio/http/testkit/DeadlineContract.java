package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import org.junit.jupiter.api.Test;

/** A slow or silent client is let go; each test waits for the end of the connection, however long that takes. */
interface DeadlineContract extends ContractPart {
    /** A request that stops in the middle is answered 408. */
    @Test
    default void aRequestThatStopsInTheMiddleIsTimedOut() throws Exception {
        Deadlines.tryUnder(servers(), (client, server) -> {
            client.send("GET / HTTP/1.1\r\nHost: te");
            Deadlines.assertTimedOut(client);
        });
    }

    /** So is one whose header trickles in forever: each byte moves no deadline. */
    @Test
    default void aRequestThatTricklesInIsTimedOut() throws Exception {
        Deadlines.tryUnder(servers(), ServerSettings.patient()::withHeaderTimeoutMillis, (client, server) -> {
            client.send("GET / HTTP/1.1\r\nHost: test\r\nX-Field: ");
            for (int sent = 0; !client.hasNewsWithin(Deadlines.SHORT_MILLIS / 10); sent++) {
                if (sent > RawClient.PATIENCE_MILLIS / (Deadlines.SHORT_MILLIS / 10)) {
                    fail("still waiting after " + sent + " bytes");
                }
                client.send("a");
            }
            Deadlines.assertTimedOut(client);
        });
    }

    /** A client that connects and says nothing is not kept. */
    @Test
    default void aSilentConnectionIsClosed() throws Exception {
        Deadlines.tryUnder(servers(), (client, server) -> {
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
        Deadlines.tryUnder(servers(), onePlace::withIdleTimeoutMillis, (stalled, server) -> {
            stalled.send("GET /large.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            stalled.readHead();
            CrowdContract.awaitService(server.port());
        });
    }
}
