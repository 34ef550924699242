package io.laio.http.protocol;

/**
 * {@code field-name ":" OWS field-value OWS}: RFC 9112 section 5. A field that this server knows is recognised by the length
 * of its name and then by its bytes; the others are checked and passed over.
 */
final class HeaderFields {
    private static final byte[] HOST = Ascii.bytes("host");
    private static final byte[] RANGE = Ascii.bytes("range");
    private static final byte[] REFERER = Ascii.bytes("referer");
    private static final byte[] IF_RANGE = Ascii.bytes("if-range");
    private static final byte[] IF_MATCH = Ascii.bytes("if-match");
    private static final byte[] CONNECTION = Ascii.bytes("connection");
    private static final byte[] USER_AGENT = Ascii.bytes("user-agent");
    private static final byte[] IF_NONE_MATCH = Ascii.bytes("if-none-match");
    private static final byte[] CONTENT_LENGTH = Ascii.bytes("content-length");
    private static final byte[] IF_MODIFIED_SINCE = Ascii.bytes("if-modified-since");
    private static final byte[] TRANSFER_ENCODING = Ascii.bytes("transfer-encoding");
    private static final byte[] IF_UNMODIFIED_SINCE = Ascii.bytes("if-unmodified-since");

    private HeaderFields() {}

    /**
     * Fills the request from the line {@code [begin, end)}, which is not empty and holds no control character but tabs; false
     * if it is malformed. Space before the colon and folded lines fail because a name is nothing but a token.
     */
    static boolean parse(byte[] buffer, int begin, int end, Request into) {
        int colon = begin;
        while (colon < end && Ascii.isToken(buffer[colon])) {
            colon++;
        }
        if (colon == begin || colon == end || buffer[colon] != ':') {
            return false;
        }
        int valueBegin = skipBlanks(buffer, colon + 1, end);
        int valueEnd = trimBlanks(buffer, valueBegin, end);
        return field(buffer, begin, colon, valueBegin, valueEnd, into);
    }

    static int skipBlanks(byte[] buffer, int begin, int end) {
        int i = begin;
        while (i < end && Ascii.isBlank(buffer[i])) {
            i++;
        }
        return i;
    }

    static int trimBlanks(byte[] buffer, int begin, int end) {
        int i = end;
        while (i > begin && Ascii.isBlank(buffer[i - 1])) {
            i--;
        }
        return i;
    }

    private static boolean field(byte[] buffer, int name, int colon, int begin, int end, Request into) {
        return switch (colon - name) {
            case 4 -> !named(buffer, name, colon, HOST) || host(buffer, begin, end, into);
            case 5 -> !named(buffer, name, colon, RANGE) || single(into.range, begin, end);
            case 7 -> !named(buffer, name, colon, REFERER) || any(into.referer, begin, end);
            case 8 -> ifRangeOrIfMatch(buffer, name, colon, begin, end, into);
            case 10 -> connectionOrUserAgent(buffer, name, colon, begin, end, into);
            case 13 -> !named(buffer, name, colon, IF_NONE_MATCH) || any(into.ifNoneMatch, begin, end);
            case 14 -> !named(buffer, name, colon, CONTENT_LENGTH) || into.framing.contentLength(buffer, begin, end);
            case 17 -> encodingOrIfModifiedSince(buffer, name, colon, begin, end, into);
            case 19 -> !named(buffer, name, colon, IF_UNMODIFIED_SINCE) || single(into.ifUnmodifiedSince, begin, end);
            default -> true;
        };
    }

    private static boolean ifRangeOrIfMatch(byte[] buffer, int name, int colon, int begin, int end, Request into) {
        if (named(buffer, name, colon, IF_RANGE)) {
            return single(into.ifRange, begin, end);
        }
        return !named(buffer, name, colon, IF_MATCH) || any(into.ifMatch, begin, end);
    }

    private static boolean connectionOrUserAgent(byte[] buffer, int name, int colon, int begin, int end, Request into) {
        if (named(buffer, name, colon, USER_AGENT)) {
            return any(into.userAgent, begin, end);
        }
        if (named(buffer, name, colon, CONNECTION)) {
            into.framing.connection(buffer, begin, end);
        }
        return true;
    }

    private static boolean encodingOrIfModifiedSince(
            byte[] buffer, int name, int colon, int begin, int end, Request into) {
        if (named(buffer, name, colon, IF_MODIFIED_SINCE)) {
            return single(into.ifModifiedSince, begin, end);
        }
        if (named(buffer, name, colon, TRANSFER_ENCODING)) {
            into.framing.transferEncoding(buffer, begin, end);
        }
        return true;
    }

    private static boolean named(byte[] buffer, int name, int colon, byte[] word) {
        return Ascii.equalsLower(buffer, name, colon, word);
    }

    /** An authority in the target has already said whom the request is for, and stands. */
    private static boolean host(byte[] buffer, int begin, int end, Request into) {
        into.host.add(begin, end);
        return into.framing.host(buffer, begin, end);
    }

    /** A field that holds one value: twice would be ambiguous. */
    private static boolean single(Slice slice, int begin, int end) {
        slice.add(begin, end);
        return !slice.repeated();
    }

    private static boolean any(Slice slice, int begin, int end) {
        slice.add(begin, end);
        return true;
    }
}
