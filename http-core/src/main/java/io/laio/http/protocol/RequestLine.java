package io.laio.http.protocol;

/**
 * {@code method SP request-target SP HTTP-version}: RFC 9112 section 3. Exactly one space stands between the parts, and
 * nothing is repaired. Bytes of 0x80 and above may stand in a target: they mean only themselves.
 */
final class RequestLine {
    /** {@code SP "HTTP/" DIGIT "." DIGIT}. */
    private static final int VERSION_BYTES = 9;

    private static final byte[] VERSION_START = Ascii.bytes(" HTTP/");

    private RequestLine() {}

    /** Fills the request from the line {@code [begin, end)}, which holds no control character; the status, or 0. */
    static int parse(byte[] buffer, int begin, int end, Request into) {
        into.requestLine.set(begin, end);
        int versionBegin = end - VERSION_BYTES;
        int methodEnd = tokenEnd(buffer, begin, end);
        if (methodEnd == begin || methodEnd >= versionBegin || buffer[methodEnd] != ' ') {
            return 400;
        }
        into.method(Method.of(buffer, begin, methodEnd));
        int status = version(buffer, versionBegin, into);
        if (status != 0) {
            return status;
        }
        return into.method() == Method.UNKNOWN ? 501 : RequestTarget.parse(buffer, methodEnd + 1, versionBegin, into);
    }

    private static int tokenEnd(byte[] buffer, int begin, int end) {
        int i = begin;
        while (i < end && Ascii.isToken(buffer[i])) {
            i++;
        }
        return i;
    }

    private static int version(byte[] buffer, int begin, Request into) {
        for (int i = 0; i < VERSION_START.length; i++) {
            if (buffer[begin + i] != VERSION_START[i]) {
                return 400;
            }
        }
        byte major = buffer[begin + 6];
        byte minor = buffer[begin + 8];
        if (!Ascii.isDigit(major) || buffer[begin + 7] != '.' || !Ascii.isDigit(minor)) {
            return 400;
        }
        into.minorVersion(minor - '0');
        return major == '1' ? 0 : 505;
    }
}
