package io.laio.workload.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a log, compressed with gzip or not. Characters are bytes. Belongs to one thread. */
final class LogReader implements Closeable {
    /** Longer lines are cut: servers limit requests to some 8 KB, so they are no log lines. */
    static final int MAX_LINE_BYTES = 1 << 16;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream in;
    private final Optional<Members> members;
    private final StringBuilder line = new StringBuilder();

    LogReader(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            members = isGzip(raw) ? Optional.of(new Members(raw)) : Optional.empty();
            in = members.isPresent() ? new BufferedInputStream(members.get(), BUFFER_BYTES) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** The members of a gzip file. What follows the last one and is none, the JDK leaves out without a word. */
    private static final class Members extends GZIPInputStream {
        private static final int TRAILER_BYTES = 8; // RFC 1952, section 2.3: CRC32 and ISIZE

        Members(InputStream raw) throws IOException {
            super(raw, BUFFER_BYTES);
        }

        /** Whether anything is left, after the end. */
        boolean hasRest() throws IOException {
            return inf.getRemaining() > TRAILER_BYTES || in.read() >= 0;
        }
    }

    /** Whether the file goes on after its last line: uncompressed, after a part that is compressed. */
    boolean hasRest() throws IOException {
        return members.isPresent() && members.get().hasRest();
    }

    /** The next line without its end; null after the last. */
    @Nullable
    String next() throws IOException {
        line.setLength(0);
        int next = in.read();
        if (next < 0) {
            return null;
        }
        while (next >= 0 && next != '\n') {
            if (line.length() < MAX_LINE_BYTES) {
                line.append((char) next);
            }
            next = in.read();
        }
        int length = line.length();
        if (length > 0 && line.charAt(length - 1) == '\r') {
            line.setLength(length - 1);
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static boolean isGzip(BufferedInputStream raw) throws IOException {
        raw.mark(2);
        int magic = raw.read() << 8 | raw.read();
        raw.reset();
        return magic == GZIP_MAGIC;
    }
}
