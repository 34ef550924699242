package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.replay.ResponseHead.Parse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ResponseHeadTest {
    private final ResponseHead head = new ResponseHead();

    @Test
    void aHeadIsReadToItsEnd() {
        byte[] bytes = ascii("..HTTP/1.1 206 Partial Content\r\nServer: x\r\ncontent-LENGTH:\t 42 \r\n\r\nbody");
        assertEquals(Parse.COMPLETE, head.parse(bytes, 2, bytes.length));
        assertEquals(206, head.status());
        assertEquals(42, head.contentLength());
        assertEquals(bytes.length - 4, head.end());
        assertFalse(head.close());
        assertFalse(head.transferEncoded());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nConnection: close\r\n\r\n",
                "HTTP/1.1 304 \r\n\r\n",
                "HTTP/1.0 200\r\nA:\r\nB: \u00e9\r\n\r\n"
            })
    void everyPrefixIsIncompleteAndNothingElse(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int length = 0; length < bytes.length; length++) {
            assertEquals(Parse.INCOMPLETE, head.parse(bytes, 0, length), text.substring(0, length));
        }
        assertEquals(Parse.COMPLETE, head.parse(bytes, 0, bytes.length));
        assertEquals(bytes.length, head.end());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "220 smtp\r\n\r\n",
                "HTTP/2 200 OK\r\n\r\n",
                "HTTP/1.2 200 OK\r\n\r\n",
                "HTTP/1.1  200 OK\r\n\r\n",
                "HTTP/1.1 20 OK\r\n\r\n...",
                "HTTP/1.1 2000 OK\r\n\r\n",
                "HTTP/1.1 099 OK\r\n\r\n",
                "HTTP/1.1 600 OK\r\n\r\n",
                "HTTP/1.1 200 OK\n\n",
                "HTTP/1.1 200 OK\r\r\n",
                "HTTP/1.1 200 O\u0000K\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\nC: d\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA : b\r\n\r\n",
                "HTTP/1.1 200 OK\r\n: b\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\n folded\r\n\r\n",
                "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
                "HTTP/1.1 200 OK\r\nA: b\r\n\rx",
                "HTTP/1.1 200 OK\r\nContent-Length:\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: +1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 0x10\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1, 1\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1234567890123456789\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 1\r\n\r\n"
            })
    void whatIsNoResponseIsRefused(String text) {
        byte[] bytes = ascii(text);
        assertEquals(Parse.MALFORMED, head.parse(bytes, 0, bytes.length));
        assertFalse(head.defect().isEmpty());
    }

    @Test
    void theSameLengthTwiceIsOneLength() {
        assertEquals(Parse.COMPLETE, parse("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 1\r\n\r\n"));
        assertEquals(1, head.contentLength());
    }

    @Test
    void withoutALengthThereIsNone() {
        assertEquals(Parse.COMPLETE, parse("HTTP/1.1 200 OK\r\n\r\n"));
        assertEquals(ResponseHead.NO_LENGTH, head.contentLength());
    }

    @Test
    void nothingIsLeftOfTheHeadBefore() {
        parse("HTTP/1.1 200 OK\r\nContent-Length: 1\r\nConnection: close\r\n\r\n");
        parse("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertEquals(ResponseHead.NO_LENGTH, head.contentLength());
        assertTrue(head.transferEncoded());
        assertFalse(head.close());
    }

    @Test
    void whetherTheConnectionStays() {
        assertFalse(closes("HTTP/1.1 200 OK\r\n\r\n"));
        assertTrue(closes("HTTP/1.0 200 OK\r\n\r\n"));
        assertTrue(closes("HTTP/1.1 200 OK\r\nConnection: foo , Close\r\n\r\n"));
        assertFalse(closes("HTTP/1.1 200 OK\r\nConnection: closed\r\n\r\n"));
        assertFalse(closes("HTTP/1.0 200 OK\r\nConnection: Keep-Alive\r\n\r\n"));
    }

    @Test
    void anEndlessHeadIsRefusedAtTheLimit() {
        byte[] bytes = ascii("HTTP/1.1 200 OK\r\nA: " + "b".repeat(ResponseHead.MAX_BYTES));
        assertEquals(Parse.INCOMPLETE, head.parse(bytes, 0, ResponseHead.MAX_BYTES - 1));
        assertEquals(Parse.MALFORMED, head.parse(bytes, 0, ResponseHead.MAX_BYTES));
    }

    private boolean closes(String text) {
        assertEquals(Parse.COMPLETE, parse(text));
        return head.close();
    }

    private Parse parse(String text) {
        byte[] bytes = ascii(text);
        return head.parse(bytes, 0, bytes.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
