package io.laio.workload.trace;

/**
 * A file that a trace asks for.
 *
 * <p>The path is at once the file's name below a document root and, percent-encoded, what is sent to a server. So that
 * every server and every file system agrees on it, it is plain: printable ASCII without blanks, segments that are not
 * empty, do not start with a dot and fit a file name.
 *
 * @param path where the document is, from the document root: starts with a slash, does not end with one
 * @param sizeBytes how long its content is, 0 or more
 */
public record Document(String path, long sizeBytes) {
    /** The longest segment of a path, in bytes ({@code NAME_MAX}, {@code include/uapi/linux/limits.h}). */
    public static final int MAX_SEGMENT_BYTES = 255;

    /** The longest path, in bytes: leaves room below {@code PATH_MAX} (4,096) for the root's own path. */
    public static final int MAX_PATH_BYTES = 3_000;

    /**
     * Checks the path and the size.
     *
     * @throws IllegalArgumentException if either breaks the rules above
     */
    public Document {
        if (sizeBytes < 0) {
            throw new IllegalArgumentException("size must be 0 or more, is " + sizeBytes);
        }
        checkPath(path);
    }

    private static void checkPath(String path) {
        if (!path.startsWith("/") || path.length() > MAX_PATH_BYTES) {
            throw bad(path);
        }
        int segmentStart = 1;
        for (int i = 1; i < path.length(); i++) {
            char c = path.charAt(i);
            if (c <= ' ' || c > '~') {
                throw bad(path);
            }
            if (c == '/') {
                checkSegment(path, segmentStart, i);
                segmentStart = i + 1;
            }
        }
        checkSegment(path, segmentStart, path.length());
    }

    private static void checkSegment(String path, int start, int end) {
        if (end == start || end - start > MAX_SEGMENT_BYTES || path.charAt(start) == '.') {
            throw bad(path);
        }
    }

    private static IllegalArgumentException bad(String path) {
        return new IllegalArgumentException("not a document path: \"" + path + "\"");
    }
}
