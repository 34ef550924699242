package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.Test;

class RawClientTest {
    private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello";

    @Test
    void anAnswerIsReadAndTheEndSeen() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ANSWER);
                RawClient client = RawClient.connect(server.port())) {
            assertEquals("hello", client.get("/").text());
            client.expectClosed();
        }
    }

    @Test
    void anythingAfterTheLastAnswerIsNoticed() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ANSWER + "stray");
                RawClient client = RawClient.connect(server.port())) {
            client.get("/");
            AssertionError error = assertThrows(AssertionError.class, client::expectClosed);
            assertTrue(String.valueOf(error.getMessage()).endsWith("stray"), error::toString);
        }
    }

    @Test
    void aClosedConnectionIsNotOpen() throws IOException {
        try (ScriptedServer server = new ScriptedServer(ANSWER);
                RawClient client = RawClient.connect(server.port())) {
            client.get("/");
            assertThrows(IOException.class, client::expectOpen);
        }
    }

    @Test
    void newsAreAnAnswerOrTheEnd() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                RawClient client = RawClient.connect(listening.getLocalPort());
                Socket accepted = listening.accept()) {
            assertFalse(client.hasNewsWithin(1));
            accepted.getOutputStream().write('a');
            assertTrue(client.hasNewsWithin(RawClient.PATIENCE_MILLIS));
            assertEquals('a', client.readBody(1)[0], "looking takes nothing away");
            accepted.shutdownOutput();
            assertTrue(client.hasNewsWithin(RawClient.PATIENCE_MILLIS));
            client.expectClosed();
        }
    }

    @Test
    void aVanishedClientResetsTheConnection() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            RawClient client = RawClient.connect(listening.getLocalPort());
            try (Socket accepted = listening.accept()) {
                client.reset();
                assertThrows(
                        SocketException.class, () -> accepted.getInputStream().read());
            }
        }
    }
}
