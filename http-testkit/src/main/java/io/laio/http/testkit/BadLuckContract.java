package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Clients that read slowly or vanish, and files that change while they are being sent. */
interface BadLuckContract extends ContractPart {
    /** More than the socket buffers of both sides hold, so that the file is still being read when it changes; bytes. */
    int LARGE_BYTES = 48 << 20;

    /** What a slow reader lets the kernel hold for it, in bytes. */
    int SMALL_WINDOW_BYTES = 4096;

    /** A slow reader gets everything, and others are served between any two of its reads. */
    @Test
    default void aSlowReaderGetsEverythingAndDelaysNobody() throws IOException {
        byte[] expected = Content.of("slow", 4 << 20);
        servers().tree().write("slow.bin", expected);
        try (RawClient slow = servers().connect(SMALL_WINDOW_BYTES);
                Witness other = servers().witness()) {
            slow.send("GET /slow.bin HTTP/1.1\r\nHost: test\r\n\r\n");
            assertEquals(200, slow.readHead().status());
            for (int from = 0; from < expected.length; from += 64 << 10) {
                int to = from + (64 << 10);
                assertArrayEquals(Arrays.copyOfRange(expected, from, to), slow.readBody(to - from), "from " + from);
                other.expectServed();
            }
            servers().expectSettled(slow);
        }
    }

    /** Clients that vanish in the middle of an answer, many of them, leave a server that serves. */
    @Test
    default void clientsThatVanishDoNoHarm() throws IOException {
        servers().tree().write("vanish.bin", Content.of("vanish", 8 << 20));
        for (int i = 0; i < 50; i++) {
            RawClient client = servers().connect(SMALL_WINDOW_BYTES);
            client.send("GET /vanish.bin HTTP/1.1\r\nHost: test\r\n\r\n".repeat(1 + i % 3));
            if (i % 2 == 0) {
                client.readHead();
            }
            client.reset();
        }
        byte[] answer = servers().ask("GET /vanish.bin HTTP/1.1").body();
        assertArrayEquals(Content.of("vanish", 8 << 20), answer);
    }

    /** Clients that vanish before they have said all they wanted. */
    @Test
    default void clientsThatVanishInTheMiddleOfARequestDoNoHarm() throws IOException {
        for (int i = 0; i < 50; i++) {
            try (RawClient client = servers().connect()) {
                client.send("GET / HTTP/1.1\r\nHost");
                if (i % 2 == 0) {
                    client.reset();
                }
            }
        }
        assertEquals(200, servers().ask("GET / HTTP/1.1").status());
    }

    /** A file cut short while it is sent: what is missing is not made up, and the connection ends. */
    @Test
    default void aFileCutShortIsNotPadded() throws IOException {
        byte[] content = Content.of("cut", LARGE_BYTES);
        Path file = servers().tree().write("cut.bin", content);
        int kept = 1 << 20;
        try (RawClient client = askFor("/cut.bin")) {
            try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
                access.setLength(kept);
            }
            byte[] body = client.readUntilClosed();
            assertTrue(
                    body.length < LARGE_BYTES,
                    "all " + body.length + " bytes came, and the file has no longer so many");
            assertArrayEquals(Arrays.copyOf(content, body.length), body);
        }
        assertArrayEquals(
                Arrays.copyOf(content, kept),
                servers().ask("GET /cut.bin HTTP/1.1").body());
    }

    /** A file that grows while it is sent: no more than was promised. */
    @Test
    default void aFileThatGrowsIsNotSentBeyondItsLength() throws IOException {
        byte[] content = Content.of("grow", LARGE_BYTES);
        Path file = servers().tree().write("grow.bin", content);
        try (RawClient client = askFor("/grow.bin")) {
            Files.write(file, Content.of("more", 1 << 20), StandardOpenOption.APPEND);
            assertArrayEquals(content, client.readBody(LARGE_BYTES));
            servers().expectSettled(client);
        }
        assertEquals(
                LARGE_BYTES + (1 << 20), servers().ask("GET /grow.bin HTTP/1.1").body().length);
    }

    /** A file replaced by another while it is sent: one version or a part of it, never both mixed. */
    @Test
    default void aFileReplacedIsNotMixed() throws IOException {
        byte[] before = Content.of("before", LARGE_BYTES);
        byte[] after = Content.of("after", LARGE_BYTES + 1);
        Path file = servers().tree().write("replaced.bin", before);
        Path next = servers().tree().write("next.bin", after);
        try (RawClient client = askFor("/replaced.bin")) {
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            assertIsPrefixOf(before, client.readBody(LARGE_BYTES));
        }
        assertArrayEquals(after, servers().ask("GET /replaced.bin HTTP/1.1").body());
    }

    /** A file deleted while it is sent: all of it or a part, and then it is not found. */
    @Test
    default void aFileDeletedIsGoneAfterwards() throws IOException {
        byte[] content = Content.of("deleted", LARGE_BYTES);
        Path file = servers().tree().write("deleted.bin", content);
        try (RawClient client = askFor("/deleted.bin")) {
            Files.delete(file);
            assertIsPrefixOf(content, client.readBody(LARGE_BYTES));
        }
        assertEquals(404, servers().ask("GET /deleted.bin HTTP/1.1").status());
    }

    /** A client that has asked, seen the header of the answer, and reads no further for now. */
    private RawClient askFor(String path) throws IOException {
        RawClient client = servers().connect(SMALL_WINDOW_BYTES);
        client.send("GET " + path + " HTTP/1.1\r\nHost: test\r\n\r\n");
        Response head = client.readHead();
        assertEquals(200, head.status());
        assertEquals(String.valueOf(LARGE_BYTES), head.require("Content-Length"));
        return client;
    }

    private static void assertIsPrefixOf(byte[] whole, byte[] part) {
        assertArrayEquals(Arrays.copyOf(whole, part.length), part, () -> "of " + part.length + " bytes");
    }
}
