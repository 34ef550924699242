package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Connections persist, requests may be pipelined, and it does not matter how the bytes arrive (RFC 9112, 9). */
interface PersistenceContract extends ContractPart {
    /** HTTP/1.1 connections persist unless somebody says otherwise. */
    @Test
    default void aConnectionServesManyRequests() throws IOException {
        try (RawClient client = servers().connect()) {
            for (int i = 0; i < 100; i++) {
                client.expectOpen();
            }
        }
    }

    /** A refused document is no reason to close. */
    @Test
    default void aConnectionSurvivesWhatIsNotFound() throws IOException {
        try (RawClient client = servers().connect()) {
            assertEquals(404, client.get("/nothing-here").status());
            assertEquals(301, client.get("/nested").status());
            client.expectOpen();
        }
    }

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

    /** Unless they ask to persist, which must be confirmed (RFC 9112, 9.3). */
    @Test
    default void anOldClientMayAskToPersist() throws IOException {
        try (RawClient client = servers().connect()) {
            Response answer = client.send("GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n")
                    .read();
            assertEquals("keep-alive", answer.require("Connection").toLowerCase(Locale.ROOT));
            client.expectOpen();
        }
    }

    /** Many requests in one segment are answered in their order. */
    @Test
    default void pipelinedRequestsAreAnsweredInOrder() throws IOException {
        List<Map.Entry<String, Path>> documents =
                List.copyOf(servers().tree().documents().entrySet());
        StringBuilder requests = new StringBuilder();
        documents.forEach(document -> requests.append("GET " + document.getKey() + " HTTP/1.1\r\nHost: test\r\n\r\n")
                .append("GET /nothing-here HTTP/1.1\r\nHost: test\r\n\r\n"));
        try (RawClient client = servers().connect()) {
            client.send(requests.toString());
            for (Map.Entry<String, Path> document : documents) {
                assertArrayEquals(
                        Files.readAllBytes(document.getValue()), client.read().body(), document.getKey());
                assertEquals(404, client.read().status(), "after " + document.getKey());
            }
            client.expectOpen();
        }
    }

    /** A thousand requests before the first answer is read: more than fits into any buffer. */
    @Test
    default void aLongPipelineIsAnsweredCompletely() throws IOException {
        String one = "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\n\r\n";
        try (RawClient client = servers().connect()) {
            client.send(one.repeat(1000));
            byte[] expected = Files.readAllBytes(servers().tree().resolve("sizes/1024.bin"));
            for (int i = 0; i < 1000; i++) {
                assertArrayEquals(expected, client.read().body());
            }
            client.expectOpen();
        }
    }

    /** HEAD and GET of one pipeline do not take each other's bodies. */
    @Test
    default void headMayStandInAPipeline() throws IOException {
        try (RawClient client = servers().connect()) {
            String fields = " /sizes/4097.bin HTTP/1.1\r\nHost: test\r\n\r\n";
            client.send("HEAD" + fields + "GET" + fields + "HEAD" + fields);
            assertEquals("4097", client.readToHead().require("Content-Length"));
            assertEquals(4097, client.read().body().length);
            assertEquals("4097", client.readToHead().require("Content-Length"));
            client.expectOpen();
        }
    }

    /** What came before a malformed request is answered; what comes after it is not. */
    @Test
    default void aMalformedRequestEndsItsPipeline() throws IOException {
        String good = "GET / HTTP/1.1\r\nHost: test\r\n\r\n";
        try (RawClient client = servers().connect()) {
            client.send(good + "GET /\r\n\r\n" + good);
            assertEquals(200, client.read().status());
            assertEquals(400, client.read().status());
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
            assertEquals(200, client.send("\r\n").get("/").status());
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
                        "GET http://test/sizes/1024.bin HTTP/1.1\r\nHost: test\r\nRange: bytes=0-1023\r\n\r\n",
                        "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\n\r\n".repeat(2))
                .map(request -> DynamicTest.dynamicTest(
                        request.replace("\r\n", " | "), () -> assertAnsweredAtEveryCut(request)));
    }

    private void assertAnsweredAtEveryCut(String requests) throws IOException {
        byte[] expected = Files.readAllBytes(servers().tree().resolve("sizes/1024.bin"));
        int answers = requests.split("\r\n\r\n").length;
        try (RawClient client = servers().connect();
                RawClient witness = servers().connect()) {
            for (int cut = 1; cut < requests.length(); cut++) {
                client.send(requests.substring(0, cut));
                witness.expectOpen();
                client.send(requests.substring(cut));
                for (int i = 1; i < answers; i++) {
                    client.read();
                }
                assertArrayEquals(expected, client.read().body(), "cut at " + cut);
            }
        }
    }

    /** The slowest of all: byte by byte. */
    @Test
    default void aRequestMayArriveByteByByte() throws IOException {
        String request = "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\nUser-Agent: patient\r\n\r\n";
        try (RawClient client = servers().connect();
                RawClient witness = servers().connect()) {
            for (int i = 0; i < request.length(); i++) {
                client.send(request.substring(i, i + 1));
                witness.expectOpen();
            }
            assertEquals(1024, client.read().body().length);
        }
    }

    /** A client that sends its last request and closes its half still gets every answer, and then the server closes. */
    @Test
    default void aHalfClosedClientGetsItsAnswers() throws IOException {
        String one = "GET /sizes/262144.bin HTTP/1.1\r\nHost: test\r\n\r\n";
        try (RawClient client = servers().connect()) {
            client.send(one + one);
            client.finishSending();
            assertAll(
                    () -> assertEquals(262_144, client.read().body().length),
                    () -> assertEquals(262_144, client.read().body().length));
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
