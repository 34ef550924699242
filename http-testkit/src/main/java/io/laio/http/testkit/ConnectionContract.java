package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** A client may end its connection, and it does not matter how its bytes arrive (RFC 9112, 9). */
interface ConnectionContract extends ContractPart {
    /** The client's wish is granted and confirmed, in whatever case and company it is written. */
    @Test
    default void closeIsGrantedAndConfirmed() throws IOException {
        for (String wish : List.of("close", "Close", "keep-alive, close", "x,close")) {
            try (RawClient client = servers().connect()) {
                Response answer = client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: " + wish + "\r\n\r\n")
                        .read();
                assertEquals(200, answer.status());
                assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
                client.expectClosed();
            }
        }
    }

    /** HTTP/1.0 connections end with the answer. */
    @Test
    default void anOldClientIsClosed() throws IOException {
        try (RawClient client = servers().connect()) {
            assertEquals(200, client.send("GET / HTTP/1.0\r\n\r\n").read().status());
            client.expectClosed();
        }
    }

    /** After a request that closes, what follows it in the same segment is not answered. */
    @Test
    default void closeEndsItsPipeline() throws IOException {
        try (RawClient client = servers().connect()) {
            String last = "GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n";
            client.send(last + last);
            assertEquals(200, client.read().status());
            client.expectClosed();
        }
    }

    /** Empty lines before a request are ignored, as some clients send them (RFC 9112, 2.2). */
    @Test
    default void anEmptyLineBeforeARequestIsIgnored() throws IOException {
        try (RawClient client = servers().connect()) {
            assertEquals(200, client.send("\r\n").get("/").status());
            servers().expectSettled(client);
        }
    }

    /**
     * A request may arrive in two pieces, cut anywhere. Between the pieces another client is served: a server with one
     * loop has then seen the first piece by itself.
     *
     * @return a test for every request, which tries every cut
     */
    @TestFactory
    default Stream<DynamicTest> aRequestMayArriveInTwoPieces() {
        return Stream.of(
                        "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\n\r\n",
                        "GET /sizes/1024.bin?q HTTP/1.1\r\nHost:test\r\nUser-Agent: a b  c\r\nX-Empty:\r\n\r\n",
                        "GET http://test/sizes/1024.bin HTTP/1.1\r\nHost: test\r\nRange: bytes=0-1023\r\n\r\n")
                .map(request -> DynamicTest.dynamicTest(
                        request.replace("\r\n", " | "), () -> assertAnsweredAtEveryCut(request)));
    }

    private void assertAnsweredAtEveryCut(String request) throws IOException {
        byte[] expected = Files.readAllBytes(servers().tree().resolve("sizes/1024.bin"));
        try (Witness witness = servers().witness()) {
            for (int cut = 1; cut < request.length(); cut++) {
                try (RawClient client = servers().connect()) {
                    client.send(request.substring(0, cut));
                    witness.expectServed();
                    client.send(request.substring(cut));
                    assertArrayEquals(expected, client.read().body(), "cut at " + cut);
                }
            }
        }
    }

    /** The slowest of all: byte by byte. */
    @Test
    default void aRequestMayArriveByteByByte() throws IOException {
        String request = "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\nUser-Agent: patient\r\n\r\n";
        try (RawClient client = servers().connect();
                Witness witness = servers().witness()) {
            for (int i = 0; i < request.length(); i++) {
                client.send(request.substring(i, i + 1));
                witness.expectServed();
            }
            assertEquals(1024, client.read().body().length);
        }
    }

    /** A client that sends its request and closes its half still gets its answer, and then the server closes. */
    @Test
    default void aHalfClosedClientGetsItsAnswer() throws IOException {
        try (RawClient client = servers().connect()) {
            client.send("GET /sizes/262144.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            client.finishSending();
            assertEquals(262_144, client.read().body().length);
            client.expectClosed();
        }
    }

    /** A client that closes in the middle of a request gets no more than a refusal. */
    @Test
    default void aRequestCutShortIsNotServed() throws IOException {
        try (RawClient client = servers().connect()) {
            client.send("GET / HTTP/1.1\r\nHost: te");
            client.finishSending();
            String answer = new String(client.readUntilClosed(), java.nio.charset.StandardCharsets.ISO_8859_1);
            assertEquals(true, answer.isEmpty() || answer.startsWith("HTTP/1.1 400 "), answer);
        }
    }
}
