package io.laio.workload.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.Messages;
import io.laio.workload.documents.DocumentRoot.Report;
import io.laio.workload.documents.DocumentRoot.Trust;
import io.laio.workload.trace.Document;
import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DocumentRootTest {
    private static final List<Document> DOCUMENTS = List.of(
            new Document("/a/one.html", 10_000),
            new Document("/a/b/two.bin", (1 << 20) + 3),
            new Document("/empty", 0),
            new Document("/odd%3Fname?x=%25", 17));

    private static final long BYTES = 10_000 + (1 << 20) + 3 + 17;

    @TempDir
    Path parent;

    private Path directory;

    @BeforeEach
    void nameTheDirectory() {
        directory = parent.resolve("new/root");
    }

    @Test
    void everyFileHoldsItsContent() throws IOException {
        assertEquals(new Report(4, BYTES, 4, BYTES), create(Trust.MANIFEST));
        for (Document document : DOCUMENTS) {
            assertArrayEquals(expected(document), Files.readAllBytes(file(document)), document.path());
            assertEquals(
                    DocumentRoot.MODIFIED,
                    Files.getLastModifiedTime(file(document)).toInstant());
        }
    }

    @Test
    void aManifestMakesTheNextCallCheap() throws IOException {
        create(Trust.MANIFEST);
        assertEquals(new Report(4, BYTES, 0, 0), create(Trust.MANIFEST));
    }

    @Test
    void theManifestIsHiddenAndNothingElseIsLeft() throws IOException {
        create(Trust.MANIFEST);
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(
                    List.of(".laio-documents.json", "a", "empty", "odd%3Fname?x=%25"),
                    left.map(path -> path.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void onlyWhatIsMissingOrWrongIsWrittenAgain() throws IOException {
        create(Trust.MANIFEST);
        Files.delete(file(DOCUMENTS.get(2)));
        Files.write(file(DOCUMENTS.get(0)), new byte[9_999]);
        assertEquals(new Report(4, BYTES, 2, 10_000), create(Trust.FILES));
        assertArrayEquals(expected(DOCUMENTS.get(0)), Files.readAllBytes(file(DOCUMENTS.get(0))));
    }

    @Test
    void aFileOfTheRightSizeButAnotherDateIsNotTrusted() throws IOException {
        create(Trust.MANIFEST);
        Files.write(file(DOCUMENTS.get(0)), new byte[10_000]);
        assertEquals(new Report(4, BYTES, 1, 10_000), create(Trust.FILES));
    }

    @Test
    void anotherSetOfDocumentsIsNotProvenByTheManifest() throws IOException {
        create(Trust.MANIFEST);
        List<Document> other = List.of(new Document("/empty", 5), DOCUMENTS.get(0));
        assertEquals(
                new Report(2, 10_005, 1, 5),
                DocumentRoot.create(other, directory, Trust.MANIFEST, DocumentRoot.Progress.NONE));
        assertEquals(new Report(4, BYTES, 1, 0), create(Trust.MANIFEST), "the first set again: /empty changed");
    }

    @Test
    void aFullDiskIsForeseen() {
        Volume small = new FaultyVolume(100_000, Long.MAX_VALUE);
        DocumentRootException e =
                assertThrows(DocumentRootException.class, () -> root(small).complete(DOCUMENTS, Trust.MANIFEST));
        assertTrue(Messages.of(e).startsWith(directory.toString()), Messages.of(e));
        assertTrue(Messages.of(e).contains("100,000 free"), Messages.of(e));
        assertFalse(Files.exists(directory.resolve("a")), "nothing was written");
    }

    @Test
    void aDiskThatFillsUpOnTheWayLeavesWholeFilesAndNoManifest() throws IOException {
        Volume filling = new FaultyVolume(Long.MAX_VALUE, 500_000);
        DocumentRootException e =
                assertThrows(DocumentRootException.class, () -> root(filling).complete(DOCUMENTS, Trust.MANIFEST));
        assertTrue(Messages.of(e).contains("No space left on device"), Messages.of(e));
        assertTrue(Messages.of(e).contains("two.bin"), Messages.of(e));
        assertArrayEquals(expected(DOCUMENTS.get(0)), Files.readAllBytes(file(DOCUMENTS.get(0))));
        assertFalse(Files.exists(file(DOCUMENTS.get(1))));
        try (Stream<Path> left = Files.list(directory)) {
            assertEquals(List.of(directory.resolve("a")), left.toList());
        }
    }

    @Test
    void anInterruptedRootIsCompleted() throws IOException {
        Volume filling = new FaultyVolume(Long.MAX_VALUE, 500_000);
        assertThrows(DocumentRootException.class, () -> root(filling).complete(DOCUMENTS, Trust.MANIFEST));
        assertEquals(new Report(4, BYTES, 3, BYTES - 10_000), create(Trust.MANIFEST));
    }

    @Test
    void progressReachesTheTotal() throws IOException {
        List<Long> written = new ArrayList<>();
        DocumentRoot.create(DOCUMENTS, directory, Trust.MANIFEST, (done, total) -> {
            assertEquals(BYTES, total);
            written.add(done);
        });
        assertEquals(List.of(10_000L, BYTES - 17, BYTES - 17, BYTES), written);
    }

    private Report create(Trust trust) throws IOException {
        return DocumentRoot.create(DOCUMENTS, directory, trust, DocumentRoot.Progress.NONE);
    }

    private DocumentRoot root(Volume volume) {
        return new DocumentRoot(directory, volume, DocumentRoot.Progress.NONE);
    }

    private Path file(Document document) {
        return directory.resolve(document.path().substring(1));
    }

    private static byte[] expected(Document document) {
        byte[] bytes = new byte[(int) document.sizeBytes()];
        DocumentContent.fill(DocumentContent.seed(document.path()), 0, MemorySegment.ofArray(bytes), bytes.length);
        return bytes;
    }

    /** A disk that says how much is free, and is full after some bytes. */
    private static final class FaultyVolume implements Volume {
        private final LinuxVolume real = new LinuxVolume();
        private final long usableBytes;
        private long writableBytes;

        FaultyVolume(long usableBytes, long writableBytes) {
            this.usableBytes = usableBytes;
            this.writableBytes = writableBytes;
        }

        @Override
        public long usableBytes(Path ignored) {
            return usableBytes;
        }

        @Override
        public Sink create(Path file) throws IOException {
            Sink sink = real.create(file);
            return new Sink() {
                @Override
                public void write(ByteBuffer bytes) throws IOException {
                    writableBytes -= bytes.remaining();
                    if (writableBytes < 0) {
                        throw new IOException("No space left on device");
                    }
                    sink.write(bytes);
                }

                @Override
                public void close() throws IOException {
                    sink.close();
                }
            };
        }

        @Override
        public void sync(Path anywhere) throws IOException {
            real.sync(anywhere);
        }
    }
}
