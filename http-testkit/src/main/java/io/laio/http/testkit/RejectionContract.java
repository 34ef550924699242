package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Malformed, oversized, ambiguous and smuggling-shaped requests are refused and the connection is closed: never a guess
 * at what was meant (RFC 9112, 11).
 */
interface RejectionContract extends ContractPart {
    /**
     * A request that must be refused.
     *
     * @param name what is wrong with it
     * @param request its bytes, one a character
     * @param statuses with one of which it is refused
     */
    record Refused(String name, String request, Set<Integer> statuses) {
        private static Refused of(int status, String name, String request) {
            return new Refused(name, request, Set.of(status));
        }

        private static Refused line(int status, String name, String requestLine) {
            return of(status, name, requestLine + "\r\nHost: test\r\n\r\n");
        }

        private static Refused fields(int status, String name, String fields) {
            return of(status, name, "GET / HTTP/1.1\r\nHost: test\r\n" + fields + "\r\n\r\n");
        }
    }

    /**
     * Everything that is refused on sight.
     *
     * @return requests and the statuses due
     */
    static Stream<Refused> refusedRequests() {
        return Stream.of(malformedLines(), malformedFields(), oversized(), smuggling(), unsupported())
                .flatMap(requests -> requests);
    }

    private static Stream<Refused> malformedLines() {
        return Stream.of(
                Refused.line(400, "no version", "GET /"),
                Refused.line(400, "no target", "GET HTTP/1.1"),
                Refused.line(400, "two spaces before the target", "GET  / HTTP/1.1"),
                Refused.line(400, "two spaces before the version", "GET /  HTTP/1.1"),
                Refused.line(400, "a space in the target", "GET /a b HTTP/1.1"),
                Refused.line(400, "a space after the version", "GET / HTTP/1.1 "),
                Refused.line(400, "a space before the method", " GET / HTTP/1.1"),
                Refused.line(400, "a tab for a space", "GET\t/ HTTP/1.1"),
                Refused.line(400, "a target without its slash", "GET index.html HTTP/1.1"),
                Refused.line(400, "lower-case version", "GET / http/1.1"),
                Refused.line(400, "a version that is none", "GET / HTTP/1.x"),
                Refused.line(400, "a version of two digits", "GET / HTTP/1.10"),
                Refused.line(400, "a control character in the target", "GET /a\u0001b HTTP/1.1"),
                Refused.line(400, "NUL in the target", "GET /a\u0000b HTTP/1.1"),
                Refused.line(400, "an encoding cut short", "GET /a%4 HTTP/1.1"),
                Refused.line(400, "an encoding that is none", "GET /a%zz HTTP/1.1"),
                Refused.of(400, "a carriage return in the target", "GET /a\rb HTTP/1.1\r\nHost: test\r\n\r\n"),
                Refused.of(400, "bare line feeds", "GET / HTTP/1.1\nHost: test\n\n"),
                Refused.of(
                        400, "binary", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001\u00fc\u0003\u0003\r\n\r\n"));
    }

    private static Stream<Refused> malformedFields() {
        return Stream.of(
                Refused.of(400, "no Host", "GET / HTTP/1.1\r\n\r\n"),
                Refused.fields(400, "two Hosts", "Host: other"),
                Refused.of(400, "a Host that is none", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n"),
                Refused.fields(400, "a space before the colon", "X-Field : value"),
                Refused.fields(400, "no colon", "X-Field"),
                Refused.fields(400, "no name", ": value"),
                Refused.fields(400, "a space in the name", "X Field: value"),
                Refused.fields(400, "a folded line", "X-Field: one\r\n two"),
                Refused.of(400, "white space before the first field", "GET / HTTP/1.1\r\n Host: test\r\n\r\n"),
                Refused.fields(400, "NUL in a value", "X-Field: a\u0000b"),
                Refused.fields(400, "a bare carriage return in a value", "X-Field: a\rb"),
                Refused.fields(400, "a bare line feed in a value", "X-Field: a\nX-Other: b"),
                Refused.fields(400, "a control character in a name", "X\u0001: b"));
    }

    private static Stream<Refused> oversized() {
        return Stream.of(
                Refused.line(414, "a long target", "GET /" + "a".repeat(70_000) + " HTTP/1.1"),
                Refused.fields(431, "a long field", "X-Field: " + "a".repeat(70_000)),
                Refused.fields(431, "many fields", "X-Field: a\r\n".repeat(7_000) + "X-Last: a"),
                new Refused(
                        "a method without end",
                        "A".repeat(70_000) + " / HTTP/1.1\r\nHost: test\r\n\r\n",
                        Set.of(400, 414, 501)),
                new Refused(
                        "a field that never ends",
                        "GET / HTTP/1.1\r\nHost: test\r\nX-Field: " + "a".repeat(300_000),
                        Set.of(431)),
                Refused.fields(413, "a body of many bytes", "Content-Length: 99999999999"),
                new Refused(
                        "a body of more bytes than fit into a number",
                        "GET / HTTP/1.1\r\nHost: test\r\nContent-Length: 99999999999999999999999999\r\n\r\n",
                        Set.of(400, 413)));
    }

    private static Stream<Refused> smuggling() {
        return Stream.of(
                Refused.fields(400, "both lengths", "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"),
                Refused.fields(400, "two different lengths", "Content-Length: 5\r\nContent-Length: 6\r\n\r\nhello"),
                Refused.fields(400, "a list of different lengths", "Content-Length: 5, 6\r\n\r\nhello"),
                Refused.fields(400, "a signed length", "Content-Length: +5\r\n\r\nhello"),
                Refused.fields(400, "a negative length", "Content-Length: -5"),
                Refused.fields(400, "a hexadecimal length", "Content-Length: 0x5\r\n\r\nhello"),
                Refused.fields(400, "a length with a space in it", "Content-Length: 1 0\r\n\r\nhellohello"),
                Refused.fields(400, "an empty length", "Content-Length: "),
                new Refused(
                        "a coding that is not chunked",
                        "GET / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: xchunked\r\n\r\n",
                        Set.of(400, 501)),
                new Refused(
                        "chunked, and not last",
                        "GET / HTTP/1.1\r\nHost: test\r\nTransfer-Encoding: chunked, identity\r\n\r\n",
                        Set.of(400, 501)),
                new Refused(
                        "a coding in HTTP/1.0",
                        "GET / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
                        Set.of(400, 501)));
    }

    private static Stream<Refused> unsupported() {
        return Stream.of(
                Refused.line(501, "an unknown method", "BREW / HTTP/1.1"),
                Refused.line(501, "a method in lower case", "get / HTTP/1.1"),
                Refused.line(505, "HTTP/2.0", "GET / HTTP/2.0"),
                Refused.line(505, "HTTP/0.9 with a version", "GET / HTTP/0.9"),
                new Refused("HTTP/2's preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", Set.of(400, 501, 505)));
    }

    /**
     * Refused with the right status, then closed; others are not disturbed.
     *
     * @return a test for every bad request
     */
    @TestFactory
    default Stream<DynamicTest> badRequestsAreRefusedAndTheConnectionIsClosed() {
        return refusedRequests().map(bad -> DynamicTest.dynamicTest(bad.name(), () -> assertRefused(bad)));
    }

    private void assertRefused(Refused bad) throws IOException {
        try (RawClient client = servers().connect()) {
            client.send(bad.request());
            Response answer = client.read();
            assertTrue(bad.statuses().contains(answer.status()), () -> bad.statuses() + " was due: " + answer);
            assertEquals("close", answer.require("Connection").toLowerCase(Locale.ROOT));
            client.expectClosed();
        }
        assertEquals(200, servers().ask("GET / HTTP/1.1").status());
    }

    /**
     * Methods that are known and not allowed: told which are.
     *
     * @return a test for every method
     */
    @TestFactory
    default Stream<DynamicTest> methodsThatChangeSomethingAreNotAllowed() {
        return Stream.of("POST", "PUT", "DELETE", "OPTIONS", "TRACE", "PATCH")
                .map(method -> DynamicTest.dynamicTest(method, () -> {
                    Response answer = servers().ask(method + " /index.html HTTP/1.1", "Content-Length: 0");
                    assertEquals(405, answer.status(), answer::toString);
                    assertEquals("GET, HEAD", answer.require("Allow"));
                }));
    }

    /** A body that nobody asked for is never taken for the next request. */
    @Test
    default void aBodyIsNeverTakenForARequest() throws IOException {
        String smuggled = "GET /no-extension HTTP/1.1\r\nHost: test\r\n\r\n";
        for (String method : new String[] {"POST", "GET"}) {
            try (RawClient client = servers().connect()) {
                client.send(method + " / HTTP/1.1\r\nHost: test\r\nConnection: close\r\nContent-Length: "
                        + smuggled.length() + "\r\n\r\n" + smuggled);
                client.read();
                client.expectClosed();
            }
        }
    }

    /** Chunked is a coding that every server of HTTP/1.1 must be able to skip, or refuse as a whole. */
    @Test
    default void aChunkedBodyIsNeverTakenForARequest() throws IOException {
        String smuggled = "GET /no-extension HTTP/1.1\r\nHost: test\r\n\r\n";
        try (RawClient client = servers().connect()) {
            client.send("GET / HTTP/1.1\r\nHost: test\r\nConnection: close\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + Integer.toHexString(smuggled.length()) + "\r\n" + smuggled + "\r\n0\r\n\r\n");
            client.read();
            client.expectClosed();
        }
    }

    /** The reason is worth a body that a person can read, and HEAD gets none. */
    @Test
    default void aRefusalToHeadHasNoBody() throws IOException {
        try (RawClient client = servers().connect()) {
            client.send("HEAD /nothing-here HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(404, client.readToHead().status());
            servers().expectSettled(client);
        }
    }
}
