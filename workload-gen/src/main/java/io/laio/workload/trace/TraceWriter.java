package io.laio.workload.trace;

import io.laio.analysis.files.NamedOutputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/**
 * Writes a trace: first its documents, then its sequences, then {@link #commit}.
 *
 * <p>The header, which holds counts and the digest, comes first in the file but is known last. So the content goes to
 * {@code FILE.content.part} as a gzip member of its own, and committing puts the header's member before it in
 * {@code FILE.part}, forces that to disk and renames it: {@code FILE} is always a whole trace or absent. Closing without
 * committing takes both away. Two processes must not write the same file at the same time.
 *
 * <p>The same calls make the same bytes: the gzip header carries neither time nor name. (Compressed bytes could differ
 * under another implementation of zlib; the digest in the header is over the uncompressed content, and could not.)
 */
public final class TraceWriter implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;

    private final Path file;
    private final Path contentPart;
    private final Path part;
    private final MessageDigest digest = TraceContent.newDigest();
    private final OutputStream content;
    private final StringBuilder line = new StringBuilder();
    private int files;
    private long footprintBytes;
    private long sequences;
    private long requests;

    private TraceWriter(Path file) throws IOException {
        this.file = file;
        this.contentPart = file.resolveSibling(file.getFileName() + ".content.part");
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.content = new BufferedOutputStream(
                new DigestOutputStream(
                        new GZIPOutputStream(NamedOutputStream.open(contentPart, file), BUFFER_BYTES), digest),
                BUFFER_BYTES);
    }

    /**
     * Starts a trace.
     *
     * @param file where it will be once committed; its directory exists, and a file there is replaced
     * @return the writer
     * @throws IOException if the file cannot be made
     * @throws IllegalArgumentException if what is there is no regular file
     */
    public static TraceWriter create(Path file) throws IOException {
        return new TraceWriter(file.toAbsolutePath());
    }

    /**
     * Adds a document to the table. All documents come before the first sequence.
     *
     * @param document the document
     * @return its index, which requests name
     * @throws IOException if it cannot be written
     */
    public int document(Document document) throws IOException {
        if (sequences > 0) {
            throw new IllegalStateException("documents come before sequences");
        }
        line.setLength(0);
        TraceContent.appendDocument(line, document);
        writeLine();
        footprintBytes = Math.addExact(footprintBytes, document.sizeBytes());
        return files++;
    }

    /**
     * Adds a sequence.
     *
     * @param sequence one request or more, for documents of the table
     * @throws IOException if it cannot be written
     */
    public void sequence(RequestSequence sequence) throws IOException {
        line.setLength(0);
        TraceContent.appendSequence(line, sequence, files);
        writeLine();
        sequences++;
        requests += sequence.size();
    }

    /**
     * Completes the file under its own name.
     *
     * @param name what the trace is called
     * @param seed what its random numbers started from, 0 if there were none
     * @param parameters how it was made
     * @return the header that was written
     * @throws IOException if it cannot be written; the file is then absent or what it was before
     */
    public TraceHeader commit(String name, long seed, Map<String, String> parameters) throws IOException {
        line.setLength(0);
        line.append(TraceContent.END);
        writeLine();
        content.close();
        TraceHeader header = new TraceHeader(
                TraceHeader.FORMAT_VERSION,
                name,
                seed,
                parameters,
                HexFormat.of().formatHex(digest.digest()),
                files,
                footprintBytes,
                sequences,
                requests);
        joinHeaderAndContent(header);
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return header;
    }

    /**
     * Takes away what was not committed.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        try {
            content.close();
        } finally {
            Files.deleteIfExists(contentPart);
            Files.deleteIfExists(part);
        }
    }

    private void writeLine() throws IOException {
        content.write(line.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    }

    private void joinHeaderAndContent(TraceHeader header) throws IOException {
        try (OutputStream out = NamedOutputStream.open(part, file);
                GZIPOutputStream member = new GZIPOutputStream(out)) {
            member.write(TraceHeaderJson.write(header));
            member.finish();
            Files.copy(contentPart, out);
        }
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            channel.force(true);
        }
    }
}
