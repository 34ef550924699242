package io.laio.http.protocol;

import java.util.Objects;

/**
 * Reads the head of a request from a buffer that fills little by little: RFC 9112, strictly. What could be read in two ways
 * is refused, never guessed.
 *
 * <pre>
 *              empty line (a few)
 *                  +----+
 *                  v    |
 *   parse() --> REQUEST_LINE --- line ---> FIELDS --- empty line ---> bytes consumed
 *                  |                       ^    |                         |
 *                  |                       +----+ field line              v
 *                  |                         |                       REQUEST_LINE
 *                  |                         |
 *                  +--- no whole line yet ---+---> NEED_MORE: the same state goes on with the next call
 *                  |                         |
 *                  +--- refused -------------+---> minus the status; the connection must be closed
 *
 *   414 request line too long                 431 header section too long, too many lines
 *   400 malformed, or with two meanings       501 method or transfer coding not known
 *   505 not HTTP/1
 * </pre>
 *
 * <p>Each byte is looked at once to find line ends and control characters, however many calls it arrives in, and once more
 * when its line is complete. Whether a head is accepted, and with which status it is refused, does not depend on how it was
 * cut into pieces. Confined to one thread; one parser a connection.
 */
public final class RequestParser {
    /** The head is not complete yet. */
    public static final int NEED_MORE = 0;

    /** Empty lines that may precede a request: RFC 9112 section 2.2 wants at least one. */
    static final int MAX_LEADING_EMPTY_LINES = 4;

    private static final int CRLF_BYTES = 2;
    private static final int NO_LINE_YET = -1;

    private final RequestLimits limits;
    private State state = State.REQUEST_LINE;
    private boolean begun;
    private int lineOffset;
    private int scannedOffset;
    private int fieldsLimitOffset;
    private int emptyLines;
    private int fieldLines;

    private enum State {
        REQUEST_LINE,
        FIELDS
    }

    /**
     * Makes a parser.
     *
     * @param limits how large a head may be
     */
    public RequestParser(RequestLimits limits) {
        this.limits = limits;
    }

    /**
     * Goes on with a head. While it is incomplete the caller adds bytes at the end and calls again with the same request; it
     * may move the bytes, all of them, to another place or another array between calls.
     *
     * @param buffer holds the bytes; none outside {@code [start, end)} is read
     * @param start where the first byte after the previous request is
     * @param end where the received bytes end
     * @param into the request to fill; its slices stay valid as long as the buffer is left alone
     * @return the bytes that the head took, leading empty lines included; {@link #NEED_MORE}; or minus the status (400, 414,
     *     431, 501, 505) that refuses the request. With either but NEED_MORE the parser is ready for another head
     * @throws IndexOutOfBoundsException if the range is not within the buffer, or is shorter than in the call before
     */
    public int parse(byte[] buffer, int start, int end, Request into) {
        Objects.checkFromToIndex(start, end, buffer.length);
        Objects.checkFromToIndex(start + scannedOffset, end, buffer.length);
        if (begun) {
            into.moveTo(buffer, start);
        } else {
            into.begin(buffer, start);
            begun = true;
        }
        int outcome = parseLines(buffer, start, end, into);
        if (outcome != NEED_MORE) {
            reset();
        }
        return outcome;
    }

    /** Forgets what was read of an incomplete head. */
    public void reset() {
        state = State.REQUEST_LINE;
        begun = false;
        lineOffset = 0;
        scannedOffset = 0;
        emptyLines = 0;
        fieldLines = 0;
    }

    private int parseLines(byte[] buffer, int start, int end, Request into) {
        while (true) {
            int lineEnd = lineEnd(buffer, start, end);
            if (lineEnd < 0) {
                return lineEnd == NO_LINE_YET ? NEED_MORE : lineEnd;
            }
            int lineBegin = start + lineOffset;
            boolean last = state == State.FIELDS && lineBegin == lineEnd;
            lineOffset = lineEnd + CRLF_BYTES - start;
            scannedOffset = lineOffset;
            int status = last ? into.framing.verdict(into.minorVersion()) : line(buffer, lineBegin, lineEnd, into);
            if (last || status != 0) {
                return status == 0 ? lineOffset : -status;
            }
        }
    }

    /** Where the CR of the current line is; {@link #NO_LINE_YET}; or minus the status that refuses it. */
    private int lineEnd(byte[] buffer, int start, int end) {
        int limit = start + limitOffset();
        int stop = Math.min(end, limit);
        int at = ControlScan.first(buffer, start + scannedOffset, stop);
        while (state == State.FIELDS && at < stop && buffer[at] == '\t') {
            at = ControlScan.first(buffer, at + 1, stop);
        }
        scannedOffset = at - start;
        if (at >= limit - 1) {
            return state == State.FIELDS ? -431 : -414;
        }
        if (at < stop && buffer[at] != '\r') {
            return -400;
        }
        if (at >= stop - 1) {
            return NO_LINE_YET;
        }
        return buffer[at + 1] == '\n' ? at : -400;
    }

    /** How far the current line's CRLF may reach. */
    private int limitOffset() {
        return state == State.FIELDS ? fieldsLimitOffset : lineOffset + limits.maxRequestLineBytes() + CRLF_BYTES;
    }

    private int line(byte[] buffer, int begin, int end, Request into) {
        if (state == State.FIELDS) {
            return fieldLine(buffer, begin, end, into);
        }
        if (begin == end) {
            return ++emptyLines > MAX_LEADING_EMPTY_LINES ? 400 : 0;
        }
        state = State.FIELDS;
        fieldsLimitOffset = lineOffset + limits.maxHeaderBytes();
        return RequestLine.parse(buffer, begin, end, into);
    }

    private int fieldLine(byte[] buffer, int begin, int end, Request into) {
        if (++fieldLines > limits.maxHeaderCount()) {
            return 431;
        }
        return HeaderFields.parse(buffer, begin, end, into) ? 0 : 400;
    }
}
