package io.laio.http.protocol;

/** What a response says about the connection: RFC 9112 section 9.3. */
public enum Persistence {
    /** It goes on, which HTTP/1.1 takes for granted: no line. */
    IMPLIED(""),
    /** It goes on, which a client of HTTP/1.0 must be told. */
    KEEP_ALIVE("Connection: keep-alive\r\n"),
    /** It ends after this response. */
    CLOSE("Connection: close\r\n");

    @SuppressWarnings("ImmutableEnumChecker") // never handed out, never written again
    private final byte[] line;

    Persistence(String line) {
        this.line = Ascii.bytes(line);
    }

    /**
     * What to say when the server itself has no reason to close.
     *
     * @param request an accepted request
     * @return what its version and its Connection field ask for
     */
    public static Persistence of(Request request) {
        if (!request.keepAlive()) {
            return CLOSE;
        }
        return request.minorVersion() == 0 ? KEEP_ALIVE : IMPLIED;
    }

    int put(byte[] target, int at) {
        return Ascii.put(target, at, line);
    }
}
