package io.laio.workload.documents;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

/**
 * Makes a directory hold the documents of a trace.
 *
 * <p>Every file holds its {@link DocumentContent}, in full: never sparse, so a disk has to read all of it. Every file is
 * dated {@link #MODIFIED}, so that all servers send the same validators and a replay can ask conditionally.
 *
 * <p><b>Resumable.</b> A file is written beside and renamed once it has its content and its date: a file of the right
 * size and date is whole. When all are there, the file system is synced (clean pages can be evicted, dirty ones cannot)
 * and a manifest is written, which makes the next call cheap. Other files in the directory are left alone.
 *
 * <p>Two processes must not build the same directory at the same time.
 */
public final class DocumentRoot {
    /** When every document was last modified: the day the study was presented. */
    public static final Instant MODIFIED = Instant.parse("2004-06-27T00:00:00Z");

    private final Path directory;
    private final Volume volume;
    private final Progress progress;

    DocumentRoot(Path directory, Volume volume, Progress progress) {
        this.directory = directory;
        this.volume = volume;
        this.progress = progress;
    }

    /** Is told how far the writing has come, after each file; on the thread that writes. */
    @FunctionalInterface
    public interface Progress {
        /** Tells nobody. */
        Progress NONE = (written, total) -> {};

        /**
         * Some bytes more have been written.
         *
         * @param writtenBytes how many by now
         * @param totalBytes how many it will be
         */
        void at(long writtenBytes, long totalBytes);
    }

    /** How much an existing directory is believed. */
    public enum Trust {
        /** A manifest for the same documents proves them all. */
        MANIFEST,
        /** The size and date of every file are looked at. */
        FILES
    }

    /**
     * What was done.
     *
     * @param files how many documents the directory now holds
     * @param bytes sum of their sizes
     * @param filesWritten how many of them had to be written
     * @param bytesWritten sum of the sizes of those
     */
    public record Report(int files, long bytes, int filesWritten, long bytesWritten) {}

    /**
     * Makes a directory hold the documents of a trace, trusting its manifest.
     *
     * @param trace the trace
     * @param directory where; made if absent
     * @param progress is told how far it has come
     * @return what was done
     * @throws DocumentRootException if there is not enough space, or a file cannot be written
     * @throws IOException if the trace cannot be read, or the directory not be looked at
     */
    public static Report create(Path trace, Path directory, Progress progress) throws IOException {
        try (TraceReader reader = TraceReader.open(trace)) {
            return create(reader.documents(), directory, Trust.MANIFEST, progress);
        }
    }

    /**
     * Makes a directory hold documents.
     *
     * @param documents which
     * @param directory where; made if absent
     * @param trust how much an existing directory is believed
     * @param progress is told how far it has come
     * @return what was done
     * @throws DocumentRootException if there is not enough space, or a file cannot be written
     * @throws IOException if the directory cannot be looked at
     */
    public static Report create(List<Document> documents, Path directory, Trust trust, Progress progress)
            throws IOException {
        return new DocumentRoot(directory, new LinuxVolume(), progress).complete(documents, trust);
    }

    Report complete(List<Document> documents, Trust trust) throws IOException {
        long bytes = documents.stream().mapToLong(Document::sizeBytes).sum();
        Files.createDirectories(directory);
        Manifest manifest = Manifest.of(documents);
        if (trust == Trust.MANIFEST && manifest.isIn(directory)) {
            return new Report(documents.size(), bytes, 0, 0);
        }
        Manifest.removeFrom(directory);
        List<Document> missing =
                documents.stream().filter(document -> !isComplete(document)).toList();
        long missingBytes = missing.stream().mapToLong(Document::sizeBytes).sum();
        checkSpace(missing, missingBytes);
        write(missing, missingBytes);
        volume.sync(directory);
        manifest.writeTo(directory);
        return new Report(documents.size(), bytes, missing.size(), missingBytes);
    }

    private boolean isComplete(Document document) {
        return DocumentFile.isComplete(DocumentFile.path(directory, document), document);
    }

    private void checkSpace(List<Document> missing, long missingBytes) throws IOException {
        long needed = missing.stream().mapToLong(DocumentFile::bytesOnDisk).sum();
        long usable = volume.usableBytes(directory);
        if (needed > usable) {
            throw new DocumentRootException(String.format(
                    Locale.ROOT,
                    "%s: %,d bytes needed for %,d documents (%,d bytes of content), %,d free; free some space, choose"
                            + " another directory, or make the trace with a smaller --scale",
                    directory,
                    needed,
                    missing.size(),
                    missingBytes,
                    usable));
        }
    }

    private void write(List<Document> missing, long missingBytes) throws IOException {
        try (DocumentFile.Writer writer = new DocumentFile.Writer(directory, volume)) {
            long written = 0;
            for (Document document : missing) {
                writer.write(document);
                written += document.sizeBytes();
                progress.at(written, missingBytes);
            }
        }
    }
}
