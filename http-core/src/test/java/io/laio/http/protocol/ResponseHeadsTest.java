package io.laio.http.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class ResponseHeadsTest {
    private static final int AT = 7;
    private static final String DATE = "Date: Mon, 23 Nov 2026 12:00:00 GMT\r\n";
    private final DateLine dateLine = new DateLine(Heads.NOW);
    private final ResponseHeads heads = new ResponseHeads(dateLine);
    private final FileHeaders file = Heads.file(12_345);

    private interface Writer {
        int write(byte[] target, int at);
    }

    /** What is written, and that nothing is written before it, after it or beyond the room that was announced. */
    private static String written(int room, Writer writer) {
        byte[] target = new byte[AT + room];
        Arrays.fill(target, (byte) '#');
        int end = writer.write(target, AT);
        for (int i = 0; i < target.length; i++) {
            assertTrue((i >= AT && i < end) || target[i] == '#', "byte " + i);
        }
        return Heads.text(target, AT, end);
    }

    private String redirect(String target) {
        Request request = Heads.request("HEAD", target);
        return written(
                ResponseHeads.maxRedirectBytes(request),
                (bytes, at) -> heads.writeSlashRedirect(bytes, at, request, Persistence.IMPLIED));
    }

    private static String location(String head) {
        return head.lines()
                .filter(line -> line.startsWith("Location: "))
                .findFirst()
                .orElseThrow()
                .substring("Location: ".length());
    }

    private String error(Status status, Method method) {
        return written(
                ResponseHeads.MAX_PAGE_BYTES,
                (bytes, at) -> heads.writeError(bytes, at, status, method, Persistence.CLOSE));
    }

    @Test
    void aWholeFileHasTypeValidatorsAndLength() {
        String expected = "HTTP/1.1 200 OK\r\nServer: laio\r\n" + DATE + "ETag: " + Heads.tag(file) + "\r\n"
                + "Content-Type: text/plain; charset=utf-8\r\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\n"
                + "Accept-Ranges: bytes\r\nContent-Length: 12345\r\n\r\n";
        assertEquals(
                expected,
                written(
                        ResponseHeads.maxFileHeadBytes(file),
                        (bytes, at) -> heads.writeWhole(bytes, at, file, Persistence.IMPLIED)));
    }

    @Test
    void aPartTellsItsPlace() {
        ByteRange range = new ByteRange();
        range.resolve(Heads.get("Range: bytes=5-104"), file, Heads.NOW);
        String head = written(
                ResponseHeads.maxFileHeadBytes(file),
                (bytes, at) -> heads.writePartial(bytes, at, file, range, Persistence.KEEP_ALIVE));
        String expected = "HTTP/1.1 206 Partial Content\r\nServer: laio\r\n" + DATE + "Connection: keep-alive\r\nETag: "
                + Heads.tag(file) + "\r\nContent-Type: text/plain; charset=utf-8\r\n"
                + "Last-Modified: Sun, 06 Nov 1994 08:49:37 GMT\r\nAccept-Ranges: bytes\r\n"
                + "Content-Range: bytes 5-104/12345\r\nContent-Length: 100\r\n\r\n";
        assertEquals(expected, head);
    }

    @Test
    void theRoomSufficesForTheLongestNumbers() {
        FileHeaders largest = Heads.file(Long.MAX_VALUE);
        ByteRange range = new ByteRange();
        range.resolve(Heads.get("Range: bytes=-9223372036854775806"), largest, Heads.NOW);
        String head = written(
                ResponseHeads.maxFileHeadBytes(largest),
                (bytes, at) -> heads.writePartial(bytes, at, largest, range, Persistence.KEEP_ALIVE));
        assertTrue(head.contains("Content-Range: bytes 1-9223372036854775806/9223372036854775807\r\n"), head);
    }

    @Test
    void notModifiedHasItsTagAndNoLength() {
        assertEquals(
                "HTTP/1.1 304 Not Modified\r\nServer: laio\r\n" + DATE + "Connection: close\r\nETag: " + Heads.tag(file)
                        + "\r\n\r\n",
                written(
                        ResponseHeads.maxFileHeadBytes(file),
                        (bytes, at) -> heads.writeNotModified(bytes, at, file, Persistence.CLOSE)));
    }

    @Test
    void anUnsatisfiableRangeLearnsTheSize() {
        String response = written(
                ResponseHeads.MAX_PAGE_BYTES,
                (bytes, at) -> heads.writeUnsatisfiable(bytes, at, file, Method.GET, Persistence.IMPLIED));
        assertTrue(response.startsWith("HTTP/1.1 416 Range Not Satisfiable\r\n"), response);
        assertTrue(response.contains("\r\nContent-Range: bytes */12345\r\n"), response);
        assertLengthIsThatOfTheBody(response);
    }

    @ParameterizedTest
    @EnumSource(
            names = {"OK", "NO_CONTENT", "PARTIAL_CONTENT", "NOT_MODIFIED"},
            mode = EnumSource.Mode.EXCLUDE)
    void errorsHaveAPageUnlessTheRequestIsAHead(Status status) {
        String page = error(status, Method.GET);
        assertTrue(page.startsWith("HTTP/1.1 " + status.code() + " " + status.reason() + "\r\nServer: laio\r\n"), page);
        assertTrue(page.contains(DATE + "Connection: close\r\n"), page);
        assertTrue(page.contains("<h1>" + status.code() + " " + status.reason() + "</h1>"), page);
        assertEquals(status == Status.METHOD_NOT_ALLOWED, page.contains("\r\nAllow: GET, HEAD\r\n"));
        assertLengthIsThatOfTheBody(page);
        assertEquals(page.substring(0, page.indexOf("\r\n\r\n") + 4), error(status, Method.HEAD));
        assertEquals(page, error(status, Method.UNKNOWN));
    }

    private static void assertLengthIsThatOfTheBody(String response) {
        int body = response.indexOf("\r\n\r\n") + 4;
        assertTrue(response.contains("\r\nContent-Length: " + (response.length() - body) + "\r\n"), response);
        assertTrue(response.length() > body);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/a                  | /a/",
                "/a/b                | /a/b/",
                "/a?q=1&r=%20        | /a/?q=1&r=%20",
                "/a?                 | /a/?",
                "/a?b?c              | /a/?b?c",
                "//evil.example      | /evil.example/",
                "/x/..//evil.example | /evil.example/",
                "/\\evil.example     | /%5Cevil.example/",
                "/a%20b%3fc%23d      | /a%20b%3Fc%23d/",
                "/a%0d%0aX:%20y      | /a%0D%0AX:%20y/",
                "/%c3%bc             | /%C3%BC/",
                "/a%25b              | /a%25b/",
                "/a?<\"x\">          | /a/?%3C%22x%22%3E",
                "http://other/a?b    | /a/?b",
            })
    void redirectsStayOnThisHostAndKeepTheQuery(String target, String location) {
        assertEquals(location, location(redirect(target)));
    }

    @Test
    void aRedirectHasAPageUnlessTheRequestIsAHead() {
        Request request = Heads.request("GET", "/a");
        String response = written(
                ResponseHeads.maxRedirectBytes(request),
                (bytes, at) -> heads.writeSlashRedirect(bytes, at, request, Persistence.IMPLIED));
        assertTrue(response.startsWith("HTTP/1.1 301 Moved Permanently\r\n"), response);
        assertLengthIsThatOfTheBody(response);
        assertTrue(redirect("/a").endsWith("\r\n\r\n"));
    }

    @Test
    void theRoomSufficesForTheWorstRedirect() {
        assertEquals(
                "/" + "%20".repeat(1000) + "/?" + "%22".repeat(1000),
                location(redirect("/" + "%20".repeat(1000) + "?" + "\"".repeat(1000))));
    }

    @Test
    void otherContentIsNotToBeStored() {
        assertEquals(
                "HTTP/1.1 200 OK\r\nServer: laio\r\n" + DATE
                        + "Cache-Control: no-store\r\nContent-Type: application/json\r\nContent-Length: 42\r\n\r\n",
                written(
                        ResponseHeads.MAX_PAGE_BYTES,
                        (bytes, at) -> heads.writeContent(
                                bytes, at, Ascii.bytes("application/json"), 42, Persistence.IMPLIED)));
        assertEquals(
                "HTTP/1.1 204 No Content\r\nServer: laio\r\n" + DATE + "Connection: close\r\n\r\n",
                written(
                        ResponseHeads.MAX_PAGE_BYTES,
                        (bytes, at) -> heads.writeNoContent(bytes, at, Persistence.CLOSE)));
    }

    @Test
    void theDateFollowsTheClock() {
        dateLine.update(Heads.NOW + 1);
        assertTrue(error(Status.NOT_FOUND, Method.HEAD).contains("Date: Mon, 23 Nov 2026 12:00:01 GMT\r\n"));
        dateLine.update(Heads.NOW);
        assertTrue(error(Status.NOT_FOUND, Method.HEAD).contains(DATE));
    }

    @Test
    void aFileFromTheFutureWasModifiedNow() {
        FileHeaders future = Heads.file(1, Heads.NOW + 1000);
        assertEquals(Heads.NOW, future.lastModifiedEpochSeconds());
    }

    @Test
    void tooSmallATargetIsAnError() {
        byte[] target = new byte[100];
        assertThrows(IndexOutOfBoundsException.class, () -> heads.writeWhole(target, 0, file, Persistence.IMPLIED));
    }

    @ParameterizedTest
    @CsvSource({
        "HTTP/1.1, x, IMPLIED",
        "HTTP/1.1, close, CLOSE",
        "HTTP/1.0, x, CLOSE",
        "HTTP/1.0, keep-alive, KEEP_ALIVE",
    })
    void theConnectionFollowsTheRequest(String version, String option, Persistence expected) {
        Request request = Heads.head("GET / " + version + "\r\nHost: h\r\nConnection: " + option + "\r\n\r\n");
        assertEquals(expected, Persistence.of(request));
    }

    @Test
    void everyStatusOfTheParserCanBeAnswered() {
        for (int code : new int[] {400, 414, 431, 501, 505}) {
            assertEquals(code, Status.of(code).code());
        }
        assertThrows(IllegalArgumentException.class, () -> Status.of(299));
        assertThrows(IllegalArgumentException.class, () -> Status.of(-400));
        assertThrows(IllegalArgumentException.class, () -> Status.of(600));
        assertFalse(Status.of(404).reason().isEmpty());
    }
}
