package io.laio.http.protocol;

import java.nio.charset.StandardCharsets;

/**
 * The path of a request in canonical form: percent-decoded, without leading or trailing slash, without empty, {@code .} or
 * {@code ..} segments (removed as RFC 3986 section 5.2.4 does, after decoding, so that {@code %2e%2e} is {@code ..}). Two
 * targets that name the same file have the same bytes here, which makes them a key for caches, and it can be handed to
 * {@code openat2} below the document root. The root itself is the empty path.
 */
public final class RequestPath {
    private static final int INITIAL_BYTES = 256;

    private byte[] bytes = new byte[INITIAL_BYTES];
    private int length;
    private int segment;
    private boolean trailingSlash;
    private boolean hidden;
    private int refusal;

    RequestPath() {}

    /**
     * The decoded path.
     *
     * @return the array that holds it from index 0 on; another request may put another array in its place
     */
    public byte[] bytes() {
        return bytes;
    }

    /**
     * Its length.
     *
     * @return bytes, 0 for the root and where {@link #refusal()} is not 0
     */
    public int length() {
        return length;
    }

    /**
     * Whether the target named a directory: it ended in a slash, {@code /.} or {@code /..}. Always so for the root.
     *
     * @return whether a slash ended it
     */
    public boolean trailingSlash() {
        return trailingSlash;
    }

    /**
     * Whether a segment of the target begins with a dot ({@code .git}, {@code .laio}), other than {@code .} and {@code ..}.
     *
     * @return whether the path is one of those that are not served as files
     */
    public boolean hidden() {
        return hidden;
    }

    /**
     * Why no file can have this path: 403 because it leads out of the root, 404 because a name contains a slash or a NUL once
     * decoded. The request is well-formed all the same, and the connection goes on.
     *
     * @return the status to answer, or 0
     */
    public int refusal() {
        return refusal;
    }

    void clear() {
        length = 0;
        segment = 0;
        trailingSlash = false;
        hidden = false;
        refusal = 0;
    }

    /** Takes the raw path {@code [begin, end)}, with its leading slash. Returns false if it is malformed. */
    boolean decode(byte[] buffer, int begin, int end) {
        clear();
        if (bytes.length < end - begin) {
            bytes = new byte[Math.max(end - begin, 2 * bytes.length)];
        }
        boolean wellFormed = decodeSegments(buffer, begin + 1, end);
        if (refusal != 0) {
            length = 0;
        }
        return wellFormed;
    }

    private boolean decodeSegments(byte[] buffer, int begin, int end) {
        int i = begin;
        while (i < end) {
            byte value = buffer[i];
            if (value == '/') {
                endSegment(true);
                i++;
            } else if (value == '%') {
                int decoded = i + 2 < end ? escape(buffer, i) : -1;
                if (decoded < 0) {
                    return false;
                }
                putDecoded((byte) decoded);
                i += 3;
            } else {
                bytes[length++] = value;
                i++;
            }
        }
        endSegment(false);
        return true;
    }

    private static int escape(byte[] buffer, int at) {
        return Ascii.hexDigit(buffer[at + 1]) << 4 | Ascii.hexDigit(buffer[at + 2]);
    }

    private void putDecoded(byte value) {
        if (value == 0 || value == '/') {
            refuse(404);
        }
        bytes[length++] = value;
    }

    /** Keeps, drops or undoes the segment that ends here; a slash goes in front of the next one. */
    private void endSegment(boolean slashFollows) {
        trailingSlash = false;
        int size = length - segment;
        if (size == 0 || isDots(1)) {
            dropSegment();
        } else if (isDots(2)) {
            dropSegment();
            dropParent();
        } else {
            hidden |= bytes[segment] == '.';
            if (slashFollows) {
                bytes[length++] = '/';
                segment = length;
            }
        }
        if (!slashFollows && segment == length) {
            trailingSlash = true;
            length = Math.max(0, length - 1);
        }
    }

    private boolean isDots(int count) {
        return length - segment == count && bytes[segment] == '.' && bytes[length - 1] == '.';
    }

    private void dropSegment() {
        length = segment;
    }

    private void dropParent() {
        if (segment == 0) {
            refuse(403);
            return;
        }
        length--;
        while (length > 0 && bytes[length - 1] != '/') {
            length--;
        }
        segment = length;
    }

    /** The first reason stands. */
    private void refuse(int status) {
        if (refusal == 0) {
            refusal = status;
        }
    }

    /** For people; allocates. */
    @Override
    public String toString() {
        return new String(bytes, 0, length, StandardCharsets.UTF_8);
    }
}
