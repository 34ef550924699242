package io.laio.workload.replay;

/**
 * The head of an HTTP/1.1 response: status line and fields (RFC 9112, sections 4 to 6).
 *
 * <p>Strict: a client that forgives would call a broken server correct. Mutable and used again for every response, so that
 * parsing allocates nothing. What it says is valid after {@link Parse#COMPLETE} until the next {@link #parse}.
 */
final class ResponseHead {
    /** The longest head that is read, in bytes. */
    static final int MAX_BYTES = 16_384;

    /** {@link #contentLength} of a response without that field. */
    static final long NO_LENGTH = -1;

    private static final byte[] VERSION = HeadBytes.of("HTTP/1.");
    private static final byte[] CONTENT_LENGTH = HeadBytes.of("content-length");
    private static final byte[] TRANSFER_ENCODING = HeadBytes.of("transfer-encoding");
    private static final byte[] DATE = HeadBytes.of("date");
    private static final byte[] CHUNKED = HeadBytes.of("chunked");
    private static final byte[] CONNECTION = HeadBytes.of("connection");
    private static final byte[] CLOSE = HeadBytes.of("close");
    private static final byte[] KEEP_ALIVE = HeadBytes.of("keep-alive");
    private static final int STATUS_LINE_MIN_BYTES = "HTTP/1.1 200".length();
    private static final int MAX_LENGTH_DIGITS = 18;

    private byte[] bytes = new byte[0];
    private int position;
    private int limit;
    private Parse outcome = Parse.INCOMPLETE;
    private String defect = "";
    private int status;
    private long contentLength;
    private boolean transferEncoded;
    private boolean chunked;
    private boolean close;
    private int dateFrom;
    private int dateTo;

    /** What came of parsing. */
    enum Parse {
        COMPLETE,
        /** More bytes are needed. */
        INCOMPLETE,
        /** It is not a response; {@link #defect} says why. */
        MALFORMED
    }

    /** Parses the bytes from one index up to another, from the beginning of a response. */
    Parse parse(byte[] source, int from, int to) {
        bytes = source;
        position = from;
        limit = to;
        outcome = Parse.COMPLETE;
        contentLength = NO_LENGTH;
        transferEncoded = false;
        chunked = false;
        dateFrom = 0;
        dateTo = 0;
        if (statusLine()) {
            while (outcome == Parse.COMPLETE && !endOfHead()) {
                field();
            }
        }
        if (outcome == Parse.INCOMPLETE && to - from >= MAX_BYTES) {
            malformed("the head is longer than " + MAX_BYTES + " bytes");
        }
        return outcome;
    }

    /** Index of the first byte after the head. */
    int end() {
        return position;
    }

    int status() {
        return status;
    }

    /** The content's length in bytes, or {@link #NO_LENGTH}. */
    long contentLength() {
        return contentLength;
    }

    boolean transferEncoded() {
        return transferEncoded;
    }

    /** Whether the only transfer coding is the chunked one. */
    boolean chunked() {
        return chunked;
    }

    /** Whether the server will close the connection after this response. */
    boolean close() {
        return close;
    }

    /** When the server made the response, in milliseconds since 1970; {@link HttpDate#NONE} if it does not say. */
    long dateMillis() {
        return HttpDate.epochMillis(bytes, dateFrom, dateTo);
    }

    String defect() {
        return defect;
    }

    /** Leaves the position at the first field; false if there is no whole and right status line. */
    private boolean statusLine() {
        if (limit - position < STATUS_LINE_MIN_BYTES) {
            return startsLikeAResponse() ? incomplete() : malformed("no status line");
        }
        if (!startsLikeAResponse()) {
            return malformed("no status line");
        }
        byte minor = bytes[position + VERSION.length];
        int code = position + VERSION.length + 2;
        if ((minor != '0' && minor != '1') || bytes[code - 1] != ' ') {
            return malformed("no HTTP/1.1 or HTTP/1.0 status line");
        }
        close = minor == '0';
        status = 100 * digit(code) + 10 * digit(code + 1) + digit(code + 2);
        if (status < 100 || status > 599) {
            return malformed("no status code");
        }
        position = code + 3;
        if (position < limit && bytes[position] != ' ' && bytes[position] != '\r') {
            return malformed("no blank after the status code");
        }
        int lineEnd = lineEnd();
        if (lineEnd >= 0) {
            position = lineEnd + 2;
        }
        return lineEnd >= 0;
    }

    private boolean startsLikeAResponse() {
        int length = Math.min(VERSION.length, limit - position);
        for (int i = 0; i < length; i++) {
            if (bytes[position + i] != VERSION[i]) {
                return false;
            }
        }
        return true;
    }

    /** The digit's value, or one that makes the code invalid. */
    private int digit(int index) {
        int value = bytes[index] - '0';
        return value >= 0 && value <= 9 ? value : -1_000;
    }

    private boolean endOfHead() {
        if (position == limit) {
            incomplete();
            return true;
        }
        if (bytes[position] != '\r') {
            return false;
        }
        if (position + 1 == limit) {
            incomplete();
        } else if (bytes[position + 1] != '\n') {
            malformed("a carriage return without a line feed");
        } else {
            position += 2;
        }
        return true;
    }

    private void field() {
        int name = position;
        int colon = name;
        while (colon < limit && HeadBytes.isToken(bytes[colon])) {
            colon++;
        }
        if (colon == limit) {
            incomplete();
            return;
        }
        if (bytes[colon] != ':' || colon == name) {
            malformed("a field without a name");
            return;
        }
        position = colon + 1;
        int lineEnd = lineEnd();
        if (lineEnd >= 0) {
            interpret(name, colon, lineEnd);
            position = lineEnd + 2;
        }
    }

    /** Index of the CR that ends the line; -1 if there is none, or something that must not be in a line. */
    private int lineEnd() {
        for (int i = position; i < limit; i++) {
            byte b = bytes[i];
            if ((b >= ' ' && b != 0x7f) || b < 0 || b == '\t') {
                continue;
            }
            if (b != '\r') {
                malformed("a control character in the head");
                return -1;
            }
            if (i + 1 == limit) {
                break;
            }
            if (bytes[i + 1] != '\n') {
                malformed("a carriage return without a line feed");
                return -1;
            }
            return i;
        }
        incomplete();
        return -1;
    }

    private void interpret(int name, int colon, int lineEnd) {
        switch (colon - name) {
            case 4 -> {
                if (HeadBytes.equalIgnoringCase(bytes, name, colon, DATE)) {
                    dateFrom = HeadBytes.skipBlanks(bytes, colon + 1, lineEnd);
                    dateTo = HeadBytes.dropBlanks(bytes, dateFrom, lineEnd);
                }
            }
            case 10 -> {
                if (HeadBytes.equalIgnoringCase(bytes, name, colon, CONNECTION)) {
                    connection(colon + 1, lineEnd);
                }
            }
            case 14 -> {
                if (HeadBytes.equalIgnoringCase(bytes, name, colon, CONTENT_LENGTH)) {
                    contentLength(colon + 1, lineEnd);
                }
            }
            case 17 -> {
                if (HeadBytes.equalIgnoringCase(bytes, name, colon, TRANSFER_ENCODING)) {
                    transferCoding(colon + 1, lineEnd);
                }
            }
            default -> {
                // Every other field is the server's business.
            }
        }
    }

    /** RFC 9110, section 7.6.1: a list of options, of which two matter. */
    private void connection(int from, int to) {
        int start = from;
        while (start < to) {
            int end = start;
            while (end < to && bytes[end] != ',') {
                end++;
            }
            int first = HeadBytes.skipBlanks(bytes, start, end);
            int last = HeadBytes.dropBlanks(bytes, first, end);
            if (HeadBytes.equalIgnoringCase(bytes, first, last, CLOSE)) {
                close = true;
            } else if (HeadBytes.equalIgnoringCase(bytes, first, last, KEEP_ALIVE)) {
                close = false;
            }
            start = end + 1;
        }
    }

    /** RFC 9112, section 6.1: a list, of which this client reads one that has one element. */
    private void transferCoding(int from, int to) {
        int first = HeadBytes.skipBlanks(bytes, from, to);
        int last = HeadBytes.dropBlanks(bytes, first, to);
        chunked = !transferEncoded && HeadBytes.equalIgnoringCase(bytes, first, last, CHUNKED);
        transferEncoded = true;
        rejectBothLengths();
    }

    private void contentLength(int from, int to) {
        int first = HeadBytes.skipBlanks(bytes, from, to);
        int last = HeadBytes.dropBlanks(bytes, first, to);
        long value = 0;
        for (int i = first; i < last; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                malformed("Content-Length is not a number");
                return;
            }
            value = 10 * value + bytes[i] - '0';
        }
        if (first == last || last - first > MAX_LENGTH_DIGITS) {
            malformed("Content-Length is not a number");
        } else if (contentLength != NO_LENGTH && contentLength != value) {
            malformed("two different Content-Lengths");
        } else {
            contentLength = value;
            rejectBothLengths();
        }
    }

    /** RFC 9112, section 6.2: a sender must not send both. */
    private void rejectBothLengths() {
        if (transferEncoded && contentLength != NO_LENGTH) {
            malformed("both Content-Length and Transfer-Encoding");
        }
    }

    private boolean incomplete() {
        outcome = Parse.INCOMPLETE;
        return false;
    }

    private boolean malformed(String why) {
        outcome = Parse.MALFORMED;
        defect = why;
        return false;
    }
}
