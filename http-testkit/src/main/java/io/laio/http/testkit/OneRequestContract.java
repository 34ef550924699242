package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * A connection serves one request: every answer says so and is followed by the end of the stream, and what a client sends behind
 * its first request is not answered. The end is never a reset, which could take the answer away (RFC 9112, 9.6).
 */
interface OneRequestContract extends ContractPart {
    /**
     * Whatever the answer is, and whatever the client wishes.
     *
     * @return a test for every kind
     */
    @TestFactory
    default Stream<DynamicTest> everyAnswerSaysCloseAndEndsItsConnection() {
        return Stream.of(
                        "200 GET / HTTP/1.1",
                        "200 HEAD /sizes/1024.bin HTTP/1.1",
                        "200 GET / HTTP/1.1|Connection: keep-alive",
                        "200 GET / HTTP/1.1|Connection: close",
                        "200 GET / HTTP/1.0",
                        "200 GET / HTTP/1.0|Connection: keep-alive",
                        "200 GET /sizes/0.bin HTTP/1.1",
                        "206 GET /sizes/1024.bin HTTP/1.1|Range: bytes=5-",
                        "301 GET /nested HTTP/1.1",
                        "304 GET / HTTP/1.1|If-None-Match: *",
                        "404 GET /nothing-here HTTP/1.1",
                        "405 OPTIONS / HTTP/1.1",
                        "412 GET / HTTP/1.1|If-Match: \"other\"",
                        "416 GET /sizes/1024.bin HTTP/1.1|Range: bytes=99999999-")
                .map(expected -> DynamicTest.dynamicTest(
                        expected,
                        () -> assertTheLast(Integer.parseInt(expected.substring(0, 3)), expected.substring(4))));
    }

    private void assertTheLast(int status, String lines) throws IOException {
        try (RawClient client = servers().connect()) {
            client.send(lines.replace("|", "\r\n") + "\r\nHost: test\r\n\r\n");
            Response answer = lines.startsWith("HEAD ") ? client.readToHead() : client.read();
            assertEquals(status, answer.status(), answer::toString);
            assertEquals("close", answer.require("Connection"));
            client.expectEnd();
        }
    }

    /** One connection after the other, each with an answer of its own. */
    @Test
    default void everyRequestHasItsConnection() throws IOException {
        for (int i = 0; i < 100; i++) {
            assertTheLast(200, "GET / HTTP/1.1");
        }
    }

    /** Requests behind the first, in the same segment, in either order of methods: only the first is answered. */
    @Test
    default void aPipelineIsAnsweredOnce() throws IOException {
        String fields = " /sizes/4097.bin HTTP/1.1\r\nHost: test\r\n\r\n";
        for (String methods : List.of("GET GET", "HEAD GET", "GET HEAD", "HEAD HEAD")) {
            try (RawClient client = servers().connect()) {
                client.send(methods.replace(" ", fields) + fields);
                Response answer = methods.startsWith("HEAD") ? client.readToHead() : client.read();
                assertEquals("4097", answer.require("Content-Length"), methods);
                client.expectEnd();
            }
        }
    }

    /** More behind the first than the server takes in at once: unread, it would make a careless end a reset. */
    @Test
    default void aLongPipelineTakesNoAnswerAway() throws IOException {
        String path = RangeContract.RANGED_PATH;
        byte[] expected = Files.readAllBytes(servers().tree().resolve(path.substring(1)));
        try (RawClient client = servers().connect()) {
            client.send(("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n").repeat(1000));
            assertArrayEquals(expected, client.read().body());
            client.expectEnd();
        }
    }

    /** A client that has not noticed and asks again: it is not answered, and it is not reset before it has read its answer. */
    @Test
    default void whatComesAfterTheAnswerIsIgnored() throws IOException {
        try (RawClient client = servers().connect()) {
            client.send("GET /sizes/1024.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(200, client.readHead().status());
            client.send("GET / HTTP/1.1\r\nHost: test\r\n\r\n".repeat(3));
            assertEquals(1024, client.readBody(1024).length);
            client.expectEnd();
        }
    }

    /** A client that closes its half after two requests gets one answer. */
    @Test
    default void aHalfClosedPipelineIsAnsweredOnce() throws IOException {
        String one = "GET /sizes/262144.bin HTTP/1.1\r\nHost: test\r\n\r\n";
        try (RawClient client = servers().connect()) {
            client.send(one + one);
            client.finishSending();
            assertEquals(262_144, client.read().body().length);
            client.expectEnd();
        }
    }
}
