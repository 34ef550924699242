package io.laio.workload.documents;

import io.laio.workload.trace.Document;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.HashSet;
import java.util.Set;

/** A document as a file. */
final class DocumentFile {
    private static final FileTime MODIFIED = FileTime.from(DocumentRoot.MODIFIED);

    // ext4's and XFS's usual block and a generous inode with its directory entry: for estimating the space needed.
    private static final long BLOCK_BYTES = 4096;
    private static final long OVERHEAD_BYTES = 512;

    private DocumentFile() {}

    static Path path(Path root, Document document) {
        return root.resolve(document.path().substring(1));
    }

    static boolean isComplete(Path file, Document document) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return attributes.isRegularFile()
                    && attributes.size() == document.sizeBytes()
                    && attributes.lastModifiedTime().equals(MODIFIED);
        } catch (IOException absentOrUnreadable) {
            return false;
        }
    }

    static long bytesOnDisk(Document document) {
        return Math.ceilDiv(document.sizeBytes(), BLOCK_BYTES) * BLOCK_BYTES + OVERHEAD_BYTES;
    }

    /** Writes documents, one after the other. Belongs to one thread. */
    static final class Writer implements AutoCloseable {
        private static final int BUFFER_BYTES = 1 << 20;
        private static final String PART = ".laio-part";

        private final Path root;
        private final Volume volume;
        private final Path part;
        private final Set<Path> directories = new HashSet<>();
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment content = arena.allocate(BUFFER_BYTES);
        private final ByteBuffer bytes = content.asByteBuffer();

        Writer(Path root, Volume volume) {
            this.root = root;
            this.volume = volume;
            this.part = root.resolve(PART);
        }

        void write(Document document) throws DocumentRootException {
            Path file = path(root, document);
            try {
                makeDirectory(file);
                writeContent(document);
                Files.setLastModifiedTime(part, MODIFIED);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (IOException e) {
                throw new DocumentRootException(
                        file + ": cannot be written (" + e.getMessage()
                                + "); the documents written so far are kept: mend that and run the command again",
                        e);
            }
        }

        @Override
        public void close() throws IOException {
            arena.close();
            Files.deleteIfExists(part);
        }

        private void makeDirectory(Path file) throws IOException {
            Path parent = file.getParent();
            if (parent != null && directories.add(parent)) {
                Files.createDirectories(parent);
            }
        }

        private void writeContent(Document document) throws IOException {
            long seed = DocumentContent.seed(document.path());
            try (Volume.Sink sink = volume.create(part)) {
                for (long offset = 0; offset < document.sizeBytes(); offset += BUFFER_BYTES) {
                    int length = (int) Math.min(BUFFER_BYTES, document.sizeBytes() - offset);
                    DocumentContent.fill(seed, offset, content, length);
                    sink.write(bytes.clear().limit(length));
                }
            }
        }
    }
}
