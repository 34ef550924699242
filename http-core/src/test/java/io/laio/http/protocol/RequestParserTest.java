package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestParserTest {
    private final RequestParser parser = new RequestParser(RequestLimits.DEFAULT);
    private final Request request = new Request();

    static List<RequestCorpus.Case> corpus() {
        return RequestCorpus.all();
    }

    private Request accept(String head) {
        byte[] bytes = head.getBytes(ISO_8859_1);
        assertEquals(bytes.length, parser.parse(bytes, 0, bytes.length, request));
        return request;
    }

    private Request acceptGet(String target) {
        return accept("GET " + target + " HTTP/1.1\r\nHost: h\r\n\r\n");
    }

    private Request acceptFields(String lines) {
        return accept("GET / HTTP/1.1\r\nHost: h\r\n" + lines + "\r\n");
    }

    private static String path(Request request) {
        return new String(request.path().bytes(), 0, request.path().length(), UTF_8);
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void acceptsOrRefusesEachRequestOfTheCorpus(RequestCorpus.Case entry) {
        int outcome = ParsedHead.whole(entry.bytes(), RequestLimits.DEFAULT).outcome();
        if (entry.status() == RequestCorpus.ACCEPTED) {
            assertEquals(entry.text().indexOf("\r\n\r\n", entry.text().indexOf("HTTP")) + 4, outcome);
        } else {
            assertEquals(-entry.status(), outcome);
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void agreesWithTheReferenceOnTheCorpus(RequestCorpus.Case entry) {
        for (RequestLimits limits : List.of(RequestLimits.DEFAULT, ParsedHead.SMALL)) {
            int expected = ReferenceParser.outcome(entry.bytes(), limits);
            assertEquals(expected, ParsedHead.whole(entry.bytes(), limits).outcome());
        }
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void everySplitGivesTheSameAsTheWhole(RequestCorpus.Case entry) {
        byte[] bytes = entry.bytes();
        for (RequestLimits limits : List.of(RequestLimits.DEFAULT, ParsedHead.SMALL)) {
            ParsedHead whole = ParsedHead.whole(bytes, limits);
            for (int first = 0; first <= bytes.length; first++) {
                assertSame(whole, ParsedHead.inPieces(bytes, limits, first, bytes.length));
                for (int second = first + 1; second <= bytes.length; second += 7) {
                    assertSame(whole, ParsedHead.inPieces(bytes, limits, first, second, bytes.length));
                }
            }
            assertSame(whole, ParsedHead.byteByByte(bytes, limits));
        }
    }

    private static void assertSame(ParsedHead whole, ParsedHead pieces) {
        assertEquals(whole.outcome(), pieces.outcome());
        assertEquals(whole.request(), pieces.request());
    }

    @ParameterizedTest
    @MethodSource("corpus")
    void decidesAsSoonAsTheLastByteThatMattersIsThere(RequestCorpus.Case entry) {
        ParsedHead head = ParsedHead.byteByByte(entry.bytes(), RequestLimits.DEFAULT);
        if (entry.status() == RequestCorpus.ACCEPTED) {
            assertEquals(head.outcome(), head.given());
        } else {
            assertTrue(head.given() <= entry.bytes().length);
        }
    }

    @Test
    void pipelinedRequestsAreReadOneAfterTheOther() {
        String first = "GET /first HTTP/1.1\r\nHost: h\r\nRange: bytes=0-1\r\n\r\n";
        String second = "HEAD /second?q HTTP/1.0\r\n\r\n";
        byte[] bytes = (first + second + "GET /th").getBytes(ISO_8859_1);
        assertEquals(first.length(), parser.parse(bytes, 0, bytes.length, request));
        assertEquals("first", path(request));
        int start = first.length();
        assertEquals(second.length(), parser.parse(bytes, start, bytes.length, request));
        assertAll(
                () -> assertEquals(Method.HEAD, request.method()),
                () -> assertEquals("second", path(request)),
                () -> assertEquals("q", ParsedHead.text(request, request.query())),
                () -> assertFalse(request.range().present()),
                () -> assertFalse(request.host().present()));
        assertEquals(RequestParser.NEED_MORE, parser.parse(bytes, start + second.length(), bytes.length, request));
    }

    @Test
    void aRefusalLeavesTheParserReadyForAnotherConnection() {
        byte[] bad = "GET / HTTP/1.1\r\nbad\r\n".getBytes(ISO_8859_1);
        assertEquals(-400, parser.parse(bad, 0, bad.length, request));
        assertEquals("x", path(acceptGet("/x")));
    }

    @Test
    void resetForgetsHalfAHead() {
        byte[] half = "POST /secret HTTP/1.1\r\nContent-Length: 7\r\n".getBytes(ISO_8859_1);
        assertEquals(RequestParser.NEED_MORE, parser.parse(half, 0, half.length, request));
        parser.reset();
        assertFalse(acceptGet("/").hasContent());
    }

    @Test
    void aRefusedHeadKeepsWhatWasUnderstood() {
        byte[] bad = "HEAD /x HTTP/1.1\r\nHost: h\r\nno colon\r\n\r\n".getBytes(ISO_8859_1);
        assertEquals(-400, parser.parse(bad, 0, bad.length, request));
        assertEquals(Method.HEAD, request.method());
        assertEquals("HEAD /x HTTP/1.1", ParsedHead.text(request, request.requestLine()));
    }

    @Test
    void aRefusedLineDoesNotShowTheRequestBefore() {
        acceptGet("/before");
        byte[] bad = "\u0016\u0003".getBytes(ISO_8859_1);
        assertEquals(-400, parser.parse(bad, 0, bad.length, request));
        assertEquals(Method.UNKNOWN, request.method());
        assertEquals(0, request.requestLine().length());
        assertEquals(0, request.path().length());
    }

    @Test
    void slicesFollowTheirBytes() {
        acceptGet("/a?query");
        byte[] elsewhere = ("....." + "GET /a?query HTTP/1.1").getBytes(ISO_8859_1);
        request.moveTo(elsewhere, 5);
        assertEquals("query", ParsedHead.text(request, request.query()));
        assertEquals("GET /a?query HTTP/1.1", ParsedHead.text(request, request.requestLine()));
        assertEquals(0, request.range().offset());
    }

    @Test
    void nothingOfARequestIsLeftInTheNext() {
        for (int i = 0; i < RequestLimits.DEFAULT.maxHeaderCount(); i++) {
            accept("POST /b HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n");
            assertTrue(request.hasContent());
            accept("\r\n\r\nGET /.a/ HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
            assertFalse(request.hasContent());
            assertTrue(request.keepAlive());
            accept("OPTIONS * HTTP/1.0\r\nConnection: close\r\nContent-Length: 5\r\n\r\n");
            assertFalse(request.keepAlive() || request.path().trailingSlash());
            assertTrue(acceptGet("/a").keepAlive());
            assertFalse(
                    request.hasContent() || request.asterisk() || request.path().hidden());
            assertFalse(accept("GET /a HTTP/1.0\r\n\r\n").keepAlive());
        }
    }

    @Test
    void rangesOutsideTheBufferAreRefused() {
        byte[] bytes = new byte[10];
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(bytes, 0, 11, request));
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(bytes, -1, 5, request));
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(bytes, 6, 5, request));
    }

    @Test
    void aHeadMayNotShrink() {
        byte[] bytes = "GET / HTTP/1.1\r\nHost".getBytes(ISO_8859_1);
        assertEquals(RequestParser.NEED_MORE, parser.parse(bytes, 0, bytes.length, request));
        assertThrows(IndexOutOfBoundsException.class, () -> parser.parse(bytes, 0, 5, request));
    }

    @ParameterizedTest
    @CsvSource({
        "/, '', true",
        "/a, a, false",
        "/a/, a, true",
        "//a///b, a/b, false",
        "/a//, a, true",
        "/a/b/../c, a/c, false",
        "/a/.., '', true",
        "/a/b/.., a, true",
        "/a/b/../, a, true",
        "/a/., a, true",
        "/./a, a, false",
        "/a/b/../../c, c, false",
        "/%61%2Ehtml, a.html, false",
        "/a%20b, a b, false",
        "/a/%2e%2e/b, b, false",
        "/a+b, a+b, false",
        "/a.b/c..d/e., a.b/c..d/e., false",
        "/%C3%BC, \u00fc, false",
        "/a%25b, a%b, false",
        "/a%3Fb?c, a?b, false",
        "/a?/../.., a, false",
        "http://h, '', true",
        "http://h/a/, a, true",
    })
    void pathsAreCanonical(String target, String path, boolean trailingSlash) {
        acceptGet(target);
        assertEquals(path, path(request));
        assertEquals(trailingSlash, request.path().trailingSlash());
        assertEquals(0, request.path().refusal());
        assertFalse(request.path().hidden());
    }

    @ParameterizedTest
    @CsvSource({
        "/.., 403",
        "/../, 403",
        "/a/../.., 403",
        "/%2e%2e/a, 403",
        "/.%2E, 403",
        "/a/../../a, 403",
        "/a%2fb, 404",
        "/%2F, 404",
        "/a%00, 404",
        "/%00/../.., 404",
        "/..%2f..%2fetc, 404",
    })
    void pathsThatNoFileCanHaveAreRefusedWithoutPath(String target, int status) {
        acceptGet(target);
        assertEquals(status, request.path().refusal());
        assertEquals(0, request.path().length());
        assertEquals(0, acceptGet("/next").path().refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"/.git", "/a/.b/c", "/%2egit", "/...", "/.a/", "/.laio/stats", "/..a", "/.x/../y"})
    void namesThatBeginWithADotAreMarked(String target) {
        assertTrue(acceptGet(target).path().hidden());
        assertFalse(acceptGet("/a.b").path().hidden());
    }

    @Test
    void longPathsAreDecodedWhole() {
        String name = "x".repeat(4000);
        assertEquals(name, path(acceptGet("/" + name)));
        assertEquals("y", path(acceptGet("/y")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1.1 |                        | true",
                "1.1 | close                  | false",
                "1.1 | Close                  | false",
                "1.1 | te, close , x          | false",
                "1.1 | closed                 | true",
                "1.1 | keep-alive             | true",
                "1.1 | keep-alive, close      | false",
                "1.0 |                        | false",
                "1.0 | keep-alive             | true",
                "1.0 | Keep-Alive             | true",
                "1.0 | upgrade,KEEP-ALIVE     | true",
                "1.0 | keep-alive, close      | false",
                "1.0 | keep_alive             | false",
            })
    void connectionsPersistAsVersionAndFieldSay(String version, String option, boolean persists) {
        String field = option == null ? "" : "Connection: " + option + "\r\n";
        assertEquals(
                persists,
                accept("GET / HTTP/" + version + "\r\nHost: h\r\n" + field + "\r\n")
                        .keepAlive());
    }

    @Test
    void closeInAnyConnectionFieldCloses() {
        assertFalse(
                acceptFields("Connection: close\r\nConnection: keep-alive\r\n").keepAlive());
    }

    @ParameterizedTest
    @CsvSource({
        "Content-Length: 0, false, 0",
        "Content-Length: 5, true, 5",
        "content-length: 9223372036854775807, true, 9223372036854775807",
        "Content-Length: 9223372036854775808, true, 9223372036854775807",
        "Transfer-Encoding: chunked, true, -1",
        "X-Nothing: 5, false, -1",
    })
    void contentIsAnnounced(String field, boolean content, long length) {
        acceptFields(field + "\r\n");
        assertEquals(content, request.hasContent());
        assertEquals(length, request.contentLength());
    }

    static Stream<String> knownFields() {
        return Stream.of(
                "Host",
                "Range",
                "Referer",
                "If-Range",
                "If-Match",
                "User-Agent",
                "If-None-Match",
                "If-Modified-Since",
                "If-Unmodified-Since");
    }

    private static Slice slice(Request request, String name) {
        return switch (name) {
            case "Host" -> request.host();
            case "Range" -> request.range();
            case "Referer" -> request.referer();
            case "If-Range" -> request.ifRange();
            case "If-Match" -> request.ifMatch();
            case "User-Agent" -> request.userAgent();
            case "If-None-Match" -> request.ifNoneMatch();
            case "If-Modified-Since" -> request.ifModifiedSince();
            default -> request.ifUnmodifiedSince();
        };
    }

    @ParameterizedTest
    @MethodSource("knownFields")
    void eachKnownFieldIsFoundByItsWholeNameOnly(String name) {
        accept("GET / HTTP/1.0\r\n" + name + ": \t one-two \r\n\r\n");
        assertEquals("one-two", ParsedHead.text(request, slice(request, name)));
        for (int i = 0; i < name.length(); i++) {
            String other = name.substring(0, i) + '~' + name.substring(i + 1);
            accept("GET / HTTP/1.0\r\n" + other + ": one\r\n\r\n");
            assertFalse(slice(request, name).present(), other);
        }
    }

    @Test
    void theAuthorityOfTheTargetReplacesHost() {
        accept("GET http://target:81/p HTTP/1.1\r\nHost: field\r\n\r\n");
        assertEquals("target:81", ParsedHead.text(request, request.host()));
    }

    @Test
    void theQueryMayBeEmptyOrMissing() {
        assertFalse(acceptGet("/a").query().present());
        assertTrue(acceptGet("/a?").query().present());
        assertEquals(0, request.query().length());
        assertEquals("b?c", ParsedHead.text(acceptGet("/a?b?c"), request.query()));
    }

    @Test
    void theFirstOfSeveralRefererCounts() {
        acceptFields("Referer: one\r\nReferer: two\r\n");
        assertEquals("one", ParsedHead.text(request, request.referer()));
        assertTrue(request.referer().repeated());
    }
}
