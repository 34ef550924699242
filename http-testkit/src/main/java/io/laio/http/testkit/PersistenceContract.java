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
import org.junit.jupiter.api.Test;

/** Connections persist and requests may be pipelined (RFC 9112, 9). */
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

    /** Connections of HTTP/1.0 end with the answer, unless clients ask them to persist, which must be confirmed (RFC 9112, 9.3). */
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

    /** Empty lines between requests are ignored, as some clients send them (RFC 9112, 2.2). */
    @Test
    default void anEmptyLineBetweenRequestsIsIgnored() throws IOException {
        try (RawClient client = servers().connect()) {
            assertEquals(200, client.send("\r\n").get("/").status());
            assertEquals(200, client.send("\r\n").get("/").status());
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

    /** Two requests that arrive in two pieces, cut anywhere, on a connection that has served many. */
    @Test
    default void twoRequestsMayArriveInTwoPieces() throws IOException {
        byte[] expected = Files.readAllBytes(servers().tree().resolve("sizes/1024.bin"));
        String requests = "GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\n\r\n".repeat(2);
        try (RawClient client = servers().connect();
                Witness witness = servers().witness()) {
            for (int cut = 1; cut < requests.length(); cut++) {
                client.send(requests.substring(0, cut));
                witness.expectServed();
                client.send(requests.substring(cut));
                assertArrayEquals(expected, client.read().body(), "first, cut at " + cut);
                assertArrayEquals(expected, client.read().body(), "second, cut at " + cut);
            }
        }
    }

    /** A second request that stops in the middle is timed out like a first one. */
    @Test
    default void aLaterRequestIsTimedOutToo() throws Exception {
        Deadlines.tryUnder(servers(), (client, server) -> {
            expectServed(client);
            client.send("GET / HT");
            Deadlines.assertTimedOut(client);
        });
    }

    /** Between requests there is nothing to answer: the connection just ends. */
    @Test
    default void anIdleConnectionIsClosedWithoutAWord() throws Exception {
        Deadlines.tryUnder(servers(), (client, server) -> {
            expectServed(client);
            client.expectClosed();
        });
    }

    /** A first request on a connection with a deadline. Timed out itself, it came too late, which is not the server's fault. */
    private static void expectServed(RawClient client) throws IOException {
        Response answer = client.get("/");
        if (answer.status() == 408) {
            throw new IOException("the request came after its deadline: " + answer);
        }
        assertEquals(200, answer.status());
    }
}
