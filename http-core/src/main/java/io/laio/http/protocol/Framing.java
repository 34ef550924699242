package io.laio.http.protocol;

/**
 * What the fields that decide where a message ends, whose it is and whether the connection goes on have said; judged
 * together once all are known, because their order must not matter. RFC 9112 sections 3.2, 6 and 9.3.
 */
final class Framing {
    private static final byte[] CHUNKED = Ascii.bytes("chunked");
    private static final byte[] CLOSE = Ascii.bytes("close");
    private static final byte[] KEEP_ALIVE = Ascii.bytes("keep-alive");

    private int hosts;
    private int contentLengths;
    private int transferEncodings;
    private long contentLength;
    private boolean chunked;
    private boolean close;
    private boolean keepAlive;

    void clear() {
        hosts = 0;
        contentLengths = 0;
        transferEncodings = 0;
        contentLength = -1;
        chunked = false;
        close = false;
        keepAlive = false;
    }

    /** One {@code Host}: a registered name, an address or nothing, and a port or none. */
    boolean host(byte[] buffer, int begin, int end) {
        hosts++;
        return isAuthority(buffer, begin, end);
    }

    static boolean isAuthority(byte[] buffer, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (!Ascii.isAuthority(buffer[i])) {
                return false;
            }
        }
        return true;
    }

    /** One {@code Content-Length}: decimal digits and nothing else; a list of equal numbers is refused like any list. */
    boolean contentLength(byte[] buffer, int begin, int end) {
        contentLengths++;
        contentLength = Ascii.parseDecimal(buffer, begin, end);
        return contentLength >= 0;
    }

    void transferEncoding(byte[] buffer, int begin, int end) {
        transferEncodings++;
        chunked = Ascii.equalsLower(buffer, begin, end, CHUNKED);
    }

    /** One {@code Connection}: a list of options, of which two matter. */
    void connection(byte[] buffer, int begin, int end) {
        int option = begin;
        while (option <= end) {
            int comma = option;
            while (comma < end && buffer[comma] != ',') {
                comma++;
            }
            connectionOption(buffer, option, comma);
            option = comma + 1;
        }
    }

    private void connectionOption(byte[] buffer, int begin, int end) {
        int first = HeaderFields.skipBlanks(buffer, begin, end);
        int last = HeaderFields.trimBlanks(buffer, first, end);
        close |= Ascii.equalsLower(buffer, first, last, CLOSE);
        keepAlive |= Ascii.equalsLower(buffer, first, last, KEEP_ALIVE);
    }

    /**
     * The status that refuses the message, or 0. Two lengths, two encodings, or one of each could be read in two ways: RFC
     * 9112 section 6.3 and 11.2 (request smuggling).
     */
    int verdict(int minorVersion) {
        boolean hostWrong = hosts > 1 || (hosts == 0 && minorVersion > 0);
        if (hostWrong || contentLengths + transferEncodings > 1) {
            return 400;
        }
        if (transferEncodings == 0) {
            return 0;
        }
        return minorVersion == 0 ? 400 : chunked ? 0 : 501;
    }

    boolean keepAlive(int minorVersion) {
        return !close && (minorVersion > 0 || keepAlive);
    }

    boolean hasContent() {
        return transferEncodings > 0 || contentLength > 0;
    }

    long contentLength() {
        return contentLength;
    }
}
