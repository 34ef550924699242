package io.laio.workload.imports;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/** The lines of a log, compressed with gzip or not. Characters are bytes. Belongs to one thread. */
final class LogReader implements Closeable {
    /** Longer lines are cut: servers limit requests to some 8 KB, so they are no log lines. */
    static final int MAX_LINE_BYTES = 1 << 16;

    private static final int BUFFER_BYTES = 1 << 16;
    private static final int GZIP_MAGIC = 0x1f8b;

    private final InputStream in;
    private final StringBuilder line = new StringBuilder();

    LogReader(Path file) throws IOException {
        BufferedInputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER_BYTES);
        try {
            in = isGzip(raw) ? new BufferedInputStream(new GZIPInputStream(raw, BUFFER_BYTES), BUFFER_BYTES) : raw;
        } catch (IOException e) {
            raw.close();
            throw e;
        }
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
