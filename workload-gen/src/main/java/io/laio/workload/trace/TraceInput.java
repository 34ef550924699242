package io.laio.workload.trace;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.zip.GZIPInputStream;

/**
 * The uncompressed bytes of a trace file: read one by one, with one byte of look-ahead, and digested on the way.
 *
 * <p>Everything is strict, because a trace is made by a program: what does not fit is damage. Damage is reported as
 * {@link IllegalArgumentException} or by {@link GZIPInputStream}; {@link TraceReader} gives both the file's name.
 */
final class TraceInput implements Closeable {
    private static final int BUFFER_BYTES = 1 << 16;
    private static final int MAX_LINE_BYTES = 1 << 20;

    private final InputStream in;
    private final MessageDigest digest = TraceContent.newDigest();
    private final byte[] buffer = new byte[BUFFER_BYTES];
    private int position;
    private int digestedTo;
    private int limit;
    private boolean digesting;

    TraceInput(Path file) throws IOException {
        InputStream raw = Files.newInputStream(file);
        try {
            in = new GZIPInputStream(raw, BUFFER_BYTES);
        } catch (IOException e) {
            raw.close();
            throw e;
        }
    }

    /** From here on, what is read counts for {@link #digest}. */
    void startDigest() {
        digesting = true;
        digestedTo = position;
    }

    /** The digest of everything read since {@link #startDigest}, in hexadecimal; ends the digesting. */
    String digest() {
        digestUpTo(position);
        digesting = false;
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The next byte, which stays; -1 at the end. */
    int peek() throws IOException {
        return position < limit || fill() ? buffer[position] : -1;
    }

    /** Takes the next byte; -1 at the end. */
    int read() throws IOException {
        return position < limit || fill() ? buffer[position++] : -1;
    }

    /** Takes the next byte if it is the one given. */
    boolean accept(char expected) throws IOException {
        if (peek() != expected) {
            return false;
        }
        position++;
        return true;
    }

    void expect(char expected) throws IOException {
        int found = read();
        if (found != expected) {
            throw unexpected(found);
        }
    }

    void expectEnd() throws IOException {
        int found = read();
        if (found != -1) {
            throw unexpected(found);
        }
    }

    /** Takes a decimal number, 0 or more. */
    long number() throws IOException {
        int digit = peek();
        if (digit < '0' || digit > '9') {
            throw unexpected(digit);
        }
        long value = 0;
        while (digit >= '0' && digit <= '9') {
            value = Math.addExact(Math.multiplyExact(value, 10L), digit - '0');
            position++;
            digit = peek();
        }
        return value;
    }

    /** Takes the rest of the line and its end. */
    String line() throws IOException {
        StringBuilder text = new StringBuilder();
        int next = read();
        while (next != '\n') {
            if (next == -1 || text.length() == MAX_LINE_BYTES) {
                throw new IllegalArgumentException("a line does not end");
            }
            text.append((char) (next & 0xff));
            next = read();
        }
        // The header is UTF-8, paths are ASCII: read as bytes, decoded as a whole.
        return new String(text.toString().getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private boolean fill() throws IOException {
        digestUpTo(limit);
        position = 0;
        digestedTo = 0;
        limit = Math.max(0, in.read(buffer, 0, buffer.length));
        return limit > 0;
    }

    private void digestUpTo(int end) {
        if (digesting) {
            digest.update(buffer, digestedTo, end - digestedTo);
            digestedTo = end;
        }
    }

    private static IllegalArgumentException unexpected(int found) {
        return new IllegalArgumentException(
                found == -1 ? "it ends too early" : "unexpected byte 0x" + Integer.toHexString(found & 0xff));
    }
}
