package io.laio.workload.trace;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.zip.ZipException;

/**
 * Reads a trace from front to back.
 *
 * <p>The table of documents is held in memory, the requests are not. Whatever is wrong with the file is a
 * {@link TraceFormatException}: a reader that reached the end without one has seen every byte, the compression's own
 * check sums and the content's digest included. Belongs to one thread.
 */
public final class TraceReader implements Closeable {
    private final Path file;
    private final TraceInput input;
    private final TraceHeader header;
    private final List<Document> documents;
    private long sequencesRead;
    private long requestsRead;
    private boolean finished;

    private TraceReader(Path file, TraceInput input) throws IOException {
        this.file = file;
        this.input = input;
        this.header = readHeader();
        this.documents = readDocuments();
    }

    /**
     * Opens a trace, and reads its header and its table of documents.
     *
     * @param file the trace
     * @return the reader, before the first sequence
     * @throws TraceFormatException if it is not a trace, is damaged or cut short
     * @throws IOException if it cannot be read
     */
    public static TraceReader open(Path file) throws IOException {
        TraceInput input;
        try {
            input = new TraceInput(file);
        } catch (EOFException | ZipException e) {
            throw TraceFormatException.notATrace(file, "it is not a gzip file");
        }
        try {
            return new TraceReader(file, input);
        } catch (IOException | RuntimeException e) {
            input.close();
            throw e;
        }
    }

    /**
     * What the trace says about itself.
     *
     * @return the header
     */
    public TraceHeader header() {
        return header;
    }

    /**
     * The documents that the trace's requests are for.
     *
     * @return the table, in the order of the indexes
     */
    public List<Document> documents() {
        return documents;
    }

    /**
     * Reads the next sequence.
     *
     * @param into is emptied and filled
     * @return false at the end of the trace, with {@code into} empty
     * @throws TraceFormatException if the file is damaged or cut short
     * @throws IOException if it cannot be read
     */
    public boolean next(RequestSequence into) throws IOException {
        into.clear(0);
        if (finished) {
            return false;
        }
        try {
            if (sequencesRead == header.sequences()) {
                finish();
                return false;
            }
            readSequence(into);
            return true;
        } catch (EOFException | ZipException | RuntimeException e) {
            throw TraceFormatException.damaged(file, e);
        }
    }

    /**
     * Lets go of the file.
     *
     * @throws IOException if that fails
     */
    @Override
    public void close() throws IOException {
        input.close();
    }

    private TraceHeader readHeader() throws IOException {
        try {
            TraceHeader read = TraceHeaderJson.read(input.line());
            input.startDigest();
            return read;
        } catch (EOFException | ZipException e) {
            throw TraceFormatException.damaged(file, e);
        } catch (RuntimeException e) {
            throw TraceFormatException.notATrace(file, String.valueOf(e.getMessage()));
        }
    }

    private List<Document> readDocuments() throws IOException {
        try {
            // The count is only believed as far as there are documents: damage must not become an OutOfMemoryError.
            List<Document> table = new ArrayList<>(Math.min(header.files(), 1 << 16));
            long bytes = 0;
            for (int i = 0; i < header.files(); i++) {
                long size = input.number();
                input.expect(' ');
                table.add(new Document(input.line(), size));
                bytes = Math.addExact(bytes, size);
            }
            check("bytes", header.footprintBytes(), bytes);
            return Collections.unmodifiableList(table);
        } catch (EOFException | ZipException | RuntimeException e) {
            throw TraceFormatException.damaged(file, e);
        }
    }

    private void readSequence(RequestSequence into) throws IOException {
        if (input.accept('@')) {
            into.clear(input.number());
            input.expect(' ');
        }
        do {
            readRequest(into);
        } while (input.accept(' '));
        input.expect('\n');
        sequencesRead++;
        requestsRead += into.size();
    }

    private void readRequest(RequestSequence into) throws IOException {
        RequestKind kind = readKind();
        long document = input.number();
        if (document >= documents.size()) {
            throw new IllegalArgumentException("document " + document + " of " + documents.size());
        }
        if (kind == RequestKind.RANGE) {
            input.expect(':');
            long offset = input.number();
            input.expect(':');
            long length = input.number();
            into.addRange((int) document, offset, length, readGap());
        } else {
            into.add(kind, (int) document, readGap());
        }
    }

    private RequestKind readKind() throws IOException {
        return switch (input.peek()) {
            case 'H' -> taken(RequestKind.HEAD);
            case 'R' -> taken(RequestKind.RANGE);
            case 'N' -> taken(RequestKind.NOT_MODIFIED);
            default -> RequestKind.GET;
        };
    }

    private RequestKind taken(RequestKind kind) throws IOException {
        input.expect(kind.letter());
        return kind;
    }

    private long readGap() throws IOException {
        return input.accept('+') ? input.number() : 0;
    }

    private void finish() throws IOException {
        for (int i = 0; i < TraceContent.END.length(); i++) {
            input.expect(TraceContent.END.charAt(i));
        }
        input.expect('\n');
        String digest = input.digest();
        input.expectEnd();
        check("requests", header.requests(), requestsRead);
        if (!digest.equals(header.sha256())) {
            throw new IllegalArgumentException("its SHA-256 is not the one its header names");
        }
        finished = true;
    }

    private static void check(String what, long expected, long found) {
        if (expected != found) {
            throw new IllegalArgumentException(found + " " + what + " where its header says " + expected);
        }
    }
}
