package io.laio.http.protocol;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestLimitsTest {
    private static final RequestLimits LIMITS = new RequestLimits(40, 60, 3);
    private static final String LINE = "GET / HTTP/1.0\r\n";

    private static int outcome(String head) {
        byte[] bytes = head.getBytes(US_ASCII);
        int whole = ParsedHead.whole(bytes, LIMITS).outcome();
        assertEquals(whole, ParsedHead.byteByByte(bytes, LIMITS).outcome());
        return whole;
    }

    private static String lineOf(int bytes) {
        String fixed = "GET / HTTP/1.0";
        return "GET /" + "x".repeat(bytes - fixed.length()) + " HTTP/1.0";
    }

    private static String fieldsOf(int bytes) {
        return "X:" + "y".repeat(bytes - 6) + "\r\n\r\n";
    }

    @Test
    void aRequestLineMayBeExactlyAsLongAsItsLimit() {
        assertEquals(44, outcome(lineOf(40) + "\r\n\r\n"));
        assertEquals(-414, outcome(lineOf(41) + "\r\n\r\n"));
    }

    @Test
    void leadingEmptyLinesDoNotCount() {
        assertEquals(48, outcome("\r\n\r\n" + lineOf(40) + "\r\n\r\n"));
        assertEquals(-414, outcome("\r\n\r\n" + lineOf(41) + "\r\n\r\n"));
    }

    @Test
    void tooLongALineIsRefusedBeforeItEnds() {
        assertEquals(RequestParser.NEED_MORE, outcome("x".repeat(40)));
        assertEquals(-414, outcome("x".repeat(41)));
    }

    @Test
    void aHeaderSectionMayBeExactlyAsLongAsItsLimit() {
        assertEquals(LINE.length() + 60, outcome(LINE + fieldsOf(60)));
        assertEquals(-431, outcome(LINE + fieldsOf(61)));
        assertEquals(-431, outcome(LINE + fieldsOf(62)));
    }

    @Test
    void tooLongAHeaderSectionIsRefusedBeforeItEnds() {
        assertEquals(RequestParser.NEED_MORE, outcome(LINE + "X:" + "y".repeat(56)));
        assertEquals(-431, outcome(LINE + "X:" + "y".repeat(57)));
    }

    @Test
    void asManyFieldsAsTheLimitAreAllowed() {
        assertTrue(outcome(LINE + "A: 1\r\n".repeat(3) + "\r\n") > 0);
        assertEquals(-431, outcome(LINE + "A: 1\r\n".repeat(4) + "\r\n"));
    }

    @Test
    void aBufferOfMaxHeadBytesHoldsTheLargestHead() {
        String largest = "\r\n".repeat(4) + lineOf(40) + "\r\n" + fieldsOf(60);
        assertEquals(LIMITS.maxHeadBytes(), largest.length());
        assertEquals(largest.length(), outcome(largest));
    }

    @Test
    void nothingFillsABufferOfMaxHeadBytesWithoutADecision() {
        byte[] tabs = new byte[LIMITS.maxHeadBytes()];
        Arrays.fill(tabs, (byte) 'x');
        byte[] start = ("\r\n".repeat(4) + lineOf(40) + "\r\nX:").getBytes(US_ASCII);
        System.arraycopy(start, 0, tabs, 0, start.length);
        assertEquals(-431, ParsedHead.whole(tabs, LIMITS).outcome());
    }

    @Test
    void theDefaultsAreThoseOfTheDocumentation() {
        assertEquals(new RequestLimits(8192, 16384, 100), RequestLimits.DEFAULT);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, RequestLimits.MAX_VALUE + 1})
    void senselessLimitsAreRefusedByName(int value) {
        assertNames("maxRequestLineBytes", value, () -> new RequestLimits(value, 1, 1));
        assertNames("maxHeaderBytes", value, () -> new RequestLimits(1, value, 1));
        assertNames("maxHeaderCount", value, () -> new RequestLimits(1, 1, value));
    }

    private static void assertNames(String name, int value, Runnable constructor) {
        String message =
                assertThrows(IllegalArgumentException.class, constructor::run).toString();
        assertTrue(message.contains(name) && message.contains(Integer.toString(value)), message);
    }
}
