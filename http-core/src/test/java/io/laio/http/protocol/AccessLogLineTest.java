package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.http.protocol.AccessLogLine.Format;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AccessLogLineTest {
    private static final byte[] CLIENT = Ascii.bytes("127.0.0.1");
    private static final String START = "127.0.0.1 - - [23/Nov/2026:12:00:00 +0000] ";
    private final AccessLogLine common = line(Format.COMMON);
    private final AccessLogLine combined = line(Format.COMBINED);

    private static AccessLogLine line(Format format) {
        AccessLogLine line = new AccessLogLine(format);
        line.update(Heads.NOW);
        return line;
    }

    private static String write(AccessLogLine line, Request request, int status, long bytes) {
        byte[] target = new byte[5 + AccessLogLine.maxBytes(CLIENT, request)];
        return Heads.text(target, 5, line.write(target, 5, CLIENT, request, status, bytes));
    }

    @Test
    void commonHasSevenFields() {
        assertEquals(
                START + "\"GET /a?b HTTP/1.1\" 200 2326\n",
                write(common, Heads.request("GET", "/a?b", "Referer: r", "User-Agent: u"), 200, 2326));
    }

    @Test
    void combinedAlsoHasRefererAndAgent() {
        Request request = Heads.request("GET", "/", "User-Agent: Mozilla/5.0 (X11)", "Referer: http://x/?y");
        assertEquals(
                START + "\"GET / HTTP/1.1\" 206 9223372036854775807 \"http://x/?y\" \"Mozilla/5.0 (X11)\"\n",
                write(combined, request, 206, Long.MAX_VALUE));
    }

    @Test
    void whatIsMissingIsADash() {
        assertEquals(START + "\"GET / HTTP/1.1\" 304 - \"-\" \"-\"\n", write(combined, Heads.get("Referer:"), 304, 0));
        assertEquals(START + "\"-\" 408 -\n", write(common, new Request(), 408, 0));
    }

    @Test
    void whatCouldBreakTheLineIsEscaped() {
        byte[] head = "GET /\"\\\u00fc HTTP/1.0\r\nReferer: a\tb\"\r\nUser-Agent: \\\r\n\r\n".getBytes(ISO_8859_1);
        Request request = new Request();
        assertEquals(head.length, new RequestParser(RequestLimits.DEFAULT).parse(head, 0, head.length, request));
        assertEquals(
                START + "\"GET /\\x22\\x5C\\xFC HTTP/1.0\" 404 5 \"a\\x09b\\x22\" \"\\x5C\"\n",
                write(combined, request, 404, 5));
    }

    @Test
    void aRefusedLineIsLoggedAsItCame() {
        byte[] head = "NONSENSE\r\n".getBytes(ISO_8859_1);
        Request request = new Request();
        assertEquals(-400, new RequestParser(RequestLimits.DEFAULT).parse(head, 0, head.length, request));
        assertEquals(START + "\"NONSENSE\" 400 10\n", write(common, request, 400, 10));
    }

    @Test
    void theRoomSufficesForTheWorstLine() {
        String quotes = "\"".repeat(2000);
        Request request = Heads.request("GET", "/" + quotes, "Referer: " + quotes, "User-Agent: " + quotes);
        String escaped = "\\x22".repeat(2000);
        assertEquals(
                START + "\"GET /" + escaped + " HTTP/1.1\" 200 9223372036854775807 \"" + escaped + "\" \"" + escaped
                        + "\"\n",
                write(combined, request, 200, Long.MAX_VALUE));
    }

    @Test
    void theTimeAgreesWithJavaTime() {
        long seed = 7;
        Random random = new Random(seed);
        DateTimeFormatter formatter =
                DateTimeFormatter.ofPattern("dd/MMM/yyyy:HH:mm:ss Z", Locale.US).withZone(ZoneOffset.UTC);
        Request request = Heads.get();
        for (int i = 0; i < 1000; i++) {
            long now = random.nextLong(0, 4_102_444_800L);
            common.update(now);
            String expected = "127.0.0.1 - - [" + formatter.format(Instant.ofEpochSecond(now)) + "] ";
            assertEquals(expected + "\"GET / HTTP/1.1\" 200 1\n", write(common, request, 200, 1), "seed " + seed);
        }
    }
}
