package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Memory;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Content in chunks, cut everywhere. The document is verified, so a byte taken wrongly would be found. */
final class ChunkDecoderTest {
    private static final Document DOCUMENT = new Document("/d", 300);
    private static final byte[] CONTENT = ScriptedServer.content(DOCUMENT);

    private final ReceiveBuffer buffer = new ReceiveBuffer();
    private final Requests requests =
            new Requests(List.of(DOCUMENT), new InetSocketAddress(InetAddress.getLoopbackAddress(), 80), false);
    private final Exchange exchange = new Exchange();
    private final ResponseHead head = new ResponseHead();
    private final ChunkDecoder decoder = new ChunkDecoder(exchange, buffer);

    @BeforeEach
    void begin() {
        RequestSequence sequence = new RequestSequence();
        sequence.add(RequestKind.GET, 0, 0);
        exchange.begin(requests, sequence, 0, true);
        byte[] bytes = ScriptedServer.ascii("HTTP/1.1 200 OK\r\nTransfer-Encoding: Chunked\r\n\r\n");
        head.parse(bytes, 0, bytes.length);
        assertTrue(exchange.head(head));
        assertTrue(exchange.chunked());
        decoder.begin();
    }

    @AfterEach
    void free() {
        requests.close();
        buffer.close();
    }

    @Test
    void everySplitPointGivesTheSameContent() {
        byte[] message = message("64\r\n", 100, "\r\n0C8;name=\"v\"\r\n", 200, "\r\n000\r\nX-Sum: 1\r\nY: \r\n\r\n");
        for (int split = 0; split <= message.length; split++) {
            begin();
            assertEquals(split, take(message, 0, split));
            assertEquals(split == message.length, decoder.done());
            assertEquals(message.length - split, take(message, split, message.length));
            assertComplete();
        }
    }

    @Test
    void oneByteAtATimeGivesTheSameContent() {
        byte[] message = message("12c \r\n", 300, "\r\n0\r\n\r\n");
        for (int i = 0; i < message.length; i++) {
            assertFalse(decoder.done());
            take(message, i, i + 1);
        }
        assertComplete();
    }

    @Test
    void whatFollowsTheLastChunkIsLeft() {
        byte[] message = message("12C\r\n", 300, "\r\n0\r\n\r\nHTTP");
        assertEquals(message.length - 4, take(message, 0, message.length));
        assertTrue(decoder.done());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\r\n",
                "x\r\n",
                "-1\r\n",
                "0x10\r\n",
                ";a\r\n",
                " 1\r\n",
                "1\n",
                "1\rx",
                "1;a\n",
                "1\r\nab",
                "1\r\na\n",
                "1\r\na\rx",
                "4000000000000000\r\n",
                "00000000000000000000ffffffffffffffff\r\n",
                "0\r\n\rx",
                "0\r\nA: b\n\r\n",
                "0\r\nA: b\rx",
                "0\n\n"
            })
    void whatIsNoChunkIsRefused(String text) {
        byte[] bytes = ScriptedServer.ascii(text);
        take(bytes, 0, bytes.length);
        assertTrue(decoder.malformed());
    }

    @Test
    void endlessExtensionsAndTrailersAreRefused() {
        byte[] endless = ScriptedServer.ascii("0;" + "x".repeat(ResponseHead.MAX_BYTES + 1));
        take(endless, 0, endless.length);
        assertTrue(decoder.malformed());
    }

    @Test
    void noiseNeverGetsItStuckOrOut() {
        Random random = new Random(11);
        byte[] alphabet = ScriptedServer.ascii("0123af;\r\n :x");
        for (int i = 0; i < 50_000; i++) {
            begin();
            byte[] noise = new byte[random.nextInt(40)];
            for (int k = 0; k < noise.length; k++) {
                noise[k] = alphabet[random.nextInt(alphabet.length)];
            }
            int taken = take(noise, 0, noise.length);
            assertTrue(taken == noise.length || decoder.done() || decoder.malformed());
        }
    }

    private void assertComplete() {
        assertTrue(decoder.done());
        exchange.endedByChunk(0);
        assertNull(exchange.failure(), exchange::detail);
        assertEquals(300, exchange.receivedBytes());
    }

    private int take(byte[] message, int from, int to) {
        byte[] part = Arrays.copyOfRange(message, from, to);
        Memory.copy(part, 0, buffer.address(), part.length);
        return (int) decoder.take(0, part.length);
    }

    /** Text, and where there is a number, so many bytes more of the content. */
    private static byte[] message(Object... parts) {
        StringBuilder message = new StringBuilder();
        int from = 0;
        for (Object part : parts) {
            if (part instanceof Integer length) {
                message.append(new String(CONTENT, from, length, StandardCharsets.ISO_8859_1));
                from += length;
            } else {
                message.append(part);
            }
        }
        return message.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
