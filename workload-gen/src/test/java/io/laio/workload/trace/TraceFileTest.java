package io.laio.workload.trace;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TraceFileTest {
    @TempDir
    Path directory;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = directory.resolve("t.trace");
    }

    @Test
    void whatWasWrittenIsRead() throws IOException {
        TraceHeader written = SmallTraces.writeEveryKind(file);
        try (TraceReader reader = TraceReader.open(file)) {
            assertEquals(written, reader.header());
            assertEquals(SmallTraces.DOCUMENTS, reader.documents());
            RequestSequence sequence = new RequestSequence();
            assertTrue(reader.next(sequence));
            assertEquals("0 GET 0, 1 HEAD 0, 1 RANGE 65536:4464 0, 2 NOT_MODIFIED 0 at 0", show(sequence));
            assertTrue(reader.next(sequence));
            assertEquals("2 GET 0, 0 GET 250 at 5000", show(sequence));
            assertFalse(reader.next(sequence));
            assertFalse(reader.next(sequence), "the end stays the end");
        }
    }

    @Test
    void theHeaderCountsAndSums() throws IOException {
        TraceHeader header = SmallTraces.writeEveryKind(file);
        assertEquals(
                List.of(3L, 70_120L, 2L, 6L),
                List.of((long) header.files(), header.footprintBytes(), header.sequences(), header.requests()));
        assertEquals("by hand, with \"quotes\" and ü", header.parameters().get("source"));
    }

    @Test
    void theContentIsAsDocumented() throws IOException {
        SmallTraces.writeEveryKind(file);
        String text;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        String content = text.substring(text.indexOf('\n') + 1);
        assertEquals("""
                120 /index.html
                70000 /a/picture.jpg
                0 /a/empty.txt
                0 H1 R1:65536:4464 N2
                @5000 2 0+250
                end
                """, content);
        assertTrue(text.startsWith("{\"format\":\"laio-trace\",\"version\":1,\"name\":\"by-hand\",\"seed\":7,"), text);
    }

    @Test
    void theSameCallsMakeTheSameBytes() throws IOException {
        SmallTraces.writeEveryKind(file);
        Path again = directory.resolve("again.trace");
        SmallTraces.writeEveryKind(again);
        assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(again));
    }

    @Test
    void everyTruncationIsNoticed() throws IOException {
        SmallTraces.writeEveryKind(file);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Path cut = directory.resolve("cut.trace");
            Files.write(cut, Arrays.copyOf(whole, length));
            int bytes = length;
            TraceFormatException e =
                    assertThrows(TraceFormatException.class, () -> readAll(cut), () -> "cut to " + bytes + " bytes");
            assertOneClearLine(cut, e);
        }
    }

    @Test
    void everyFlippedByteOfTheContentIsNoticed() throws IOException {
        SmallTraces.writeEveryKind(file);
        byte[] whole = Files.readAllBytes(file);
        for (int i = 0; i < whole.length; i++) {
            Path damaged = directory.resolve("damaged.trace");
            byte[] bytes = whole.clone();
            bytes[i] ^= 0x55;
            Files.write(damaged, bytes);
            if (hasSameText(bytes, whole)) {
                continue; // the time or the system in a gzip header: means nothing
            }
            int at = i;
            assertThrows(TraceFormatException.class, () -> readAll(damaged), () -> "byte " + at);
        }
    }

    @Test
    void bytesAfterTheEndAreNoticed() throws IOException {
        SmallTraces.writeEveryKind(file);
        byte[] whole = Files.readAllBytes(file);
        byte[] twice = Arrays.copyOf(whole, 2 * whole.length);
        System.arraycopy(whole, 0, twice, whole.length, whole.length);
        Files.write(file, twice);
        assertThrows(TraceFormatException.class, () -> readAll(file));
    }

    @Test
    void aLaterVersionIsRefusedByNumber() throws IOException {
        rewrite("\"version\":1", "\"version\":2");
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> TraceReader.open(file));
        assertTrue(Messages.of(e).contains("format version 2"), Messages.of(e));
    }

    @Test
    void anotherFileIsNotATrace() throws IOException {
        Files.writeString(file, "127.0.0.1 - - [17/May/2015:10:05:03 +0000] \"GET / HTTP/1.0\" 200 5\n");
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> TraceReader.open(file));
        assertTrue(Messages.of(e).contains("not a trace"), Messages.of(e));
        assertOneClearLine(file, e);
    }

    @Test
    void changedContentUnderAValidCompressionIsNoticed() throws IOException {
        rewrite("/a/picture.jpg", "/a/pictura.jpg");
        TraceFormatException e = assertThrows(TraceFormatException.class, () -> readAll(file));
        assertTrue(Messages.of(e).contains("SHA-256"), Messages.of(e));
    }

    @Test
    void nothingIsLeftWithoutACommit() throws IOException {
        try (TraceWriter writer = TraceWriter.create(file)) {
            writer.document(new Document("/a", 1));
        }
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void onlyTheTraceIsLeftAfterACommit() throws IOException {
        SmallTraces.writeEveryKind(file);
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(file), left.toList());
        }
    }

    @Test
    void aWriterRefusesWhatCouldNotBeRead() throws IOException {
        try (TraceWriter writer = TraceWriter.create(file)) {
            writer.document(new Document("/a", 1));
            RequestSequence sequence = new RequestSequence();
            assertThrows(IllegalArgumentException.class, () -> writer.sequence(sequence), "empty");
            sequence.add(RequestKind.GET, 1, 0);
            assertThrows(IllegalArgumentException.class, () -> writer.sequence(sequence), "no such document");
        }
    }

    private void rewrite(String text, String replacement) throws IOException {
        SmallTraces.writeEveryKind(file);
        String all;
        try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(file))) {
            all = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        assertTrue(all.contains(text), all);
        try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write(all.replace(text, replacement).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static boolean hasSameText(byte[] a, byte[] b) {
        try (GZIPInputStream first = new GZIPInputStream(new ByteArrayInputStream(a));
                GZIPInputStream second = new GZIPInputStream(new ByteArrayInputStream(b))) {
            return Arrays.equals(first.readAllBytes(), second.readAllBytes());
        } catch (IOException damaged) {
            return false;
        }
    }

    private static void readAll(Path file) throws IOException {
        try (TraceReader reader = TraceReader.open(file)) {
            RequestSequence sequence = new RequestSequence();
            boolean more = true;
            while (more) {
                more = reader.next(sequence);
            }
        }
    }

    private static void assertOneClearLine(Path file, TraceFormatException e) {
        String message = Messages.of(e);
        assertTrue(message.startsWith(file.toString()), message);
        assertTrue(message.contains("laio workload synth"), message);
        assertFalse(message.contains("\n"), message);
    }

    private static String show(RequestSequence sequence) {
        List<String> requests = new ArrayList<>();
        for (int i = 0; i < sequence.size(); i++) {
            String range = sequence.kind(i) == RequestKind.RANGE
                    ? sequence.rangeOffset(i) + ":" + sequence.rangeLength(i) + " "
                    : "";
            requests.add(sequence.document(i) + " " + sequence.kind(i) + " " + range + sequence.gapMillis(i));
        }
        return String.join(", ", requests) + " at " + sequence.startMillis();
    }
}
