package io.laio.http.protocol;

/** The constant pieces of response heads. */
final class HeadText {
    static final byte[] CRLF = Ascii.bytes("\r\n");
    static final byte[] ENTITY_TAG = Ascii.bytes("ETag: ");
    static final byte[] CONTENT_TYPE = Ascii.bytes("Content-Type: ");
    static final byte[] LAST_MODIFIED = Ascii.bytes("Last-Modified: ");
    static final byte[] ACCEPT_RANGES = Ascii.bytes("Accept-Ranges: bytes\r\n");
    static final byte[] CONTENT_RANGE = Ascii.bytes("Content-Range: bytes ");
    static final byte[] LOCATION = Ascii.bytes("Location: ");
    static final byte[] NO_STORE = Ascii.bytes("Cache-Control: no-store\r\n");

    static final byte[] CONTENT_LENGTH = Ascii.bytes("Content-Length: ");

    private HeadText() {}

    static int line(byte[] target, int at, byte[] name, byte[] value) {
        return Ascii.put(target, Ascii.put(target, Ascii.put(target, at, name), value), CRLF);
    }

    /** The last line of a head, and the empty line. */
    static int contentLengthAndEnd(byte[] target, int at, long contentBytes) {
        int end = Ascii.put(target, at, CONTENT_LENGTH);
        end = Ascii.putDecimal(target, end, contentBytes);
        return Ascii.put(target, Ascii.put(target, end, CRLF), CRLF);
    }
}
