package io.laio.http.protocol;

/**
 * How large the head of a request may be.
 *
 * @param maxRequestLineBytes longest request line without its CRLF; a longer one is answered 414
 * @param maxHeaderBytes longest header section, from after the request line to after the empty line; else 431
 * @param maxHeaderCount most header lines; else 431
 */
public record RequestLimits(int maxRequestLineBytes, int maxHeaderBytes, int maxHeaderCount) {
    /** What a server uses unless told otherwise: 8192 bytes, 16384 bytes and 100 lines. */
    public static final RequestLimits DEFAULT = new RequestLimits(8192, 16384, 100);

    /** The largest value of each limit: far beyond use, and far from overflowing an {@code int} sum. */
    public static final int MAX_VALUE = 1 << 24;

    /**
     * Checks the limits.
     *
     * @throws IllegalArgumentException if one is below 1 or above {@link #MAX_VALUE}
     */
    public RequestLimits {
        check("maxRequestLineBytes", maxRequestLineBytes);
        check("maxHeaderBytes", maxHeaderBytes);
        check("maxHeaderCount", maxHeaderCount);
    }

    private static void check(String name, int value) {
        if (value < 1 || value > MAX_VALUE) {
            throw new IllegalArgumentException(name + " must be between 1 and " + MAX_VALUE + ", not " + value);
        }
    }

    /**
     * The room a whole head can need, a few leading empty lines included: a buffer of this size never has to grow.
     *
     * @return bytes
     */
    public int maxHeadBytes() {
        return RequestParser.MAX_LEADING_EMPTY_LINES * 2 + maxRequestLineBytes + 2 + maxHeaderBytes;
    }
}
