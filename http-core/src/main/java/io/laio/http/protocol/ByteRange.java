package io.laio.http.protocol;

import io.laio.http.protocol.EntityTags.Comparison;

/**
 * Which bytes of a file a GET asks for: RFC 9110 section 14. Reused from request to request.
 *
 * <p>Only a single range of bytes is honoured. Several ranges, other units and what is malformed are ignored, as section 14.2
 * allows, and the whole file is sent. No file reaches 2^63 bytes, so numbers beyond count as 2^63 - 1.
 */
public final class ByteRange {
    private static final byte[] UNIT = Ascii.bytes("bytes");
    private static final int SPEC_OFFSET = UNIT.length + 1;

    private long first;
    private long last;

    /** Makes a range that is empty. */
    public ByteRange() {
        set(0, -1);
    }

    /** How to answer. */
    public enum Outcome {
        /** 200 with the whole file. */
        WHOLE,
        /** 206 with one range. */
        PARTIAL,
        /** 416: no byte of the file is in the range. */
        UNSATISFIABLE
    }

    /**
     * The first byte to send.
     *
     * @return its offset in the file
     */
    public long first() {
        return first;
    }

    /**
     * The last byte to send.
     *
     * @return its offset in the file; before {@link #first} if nothing is to be sent
     */
    public long last() {
        return last;
    }

    /**
     * How much to send.
     *
     * @return bytes
     */
    public long bytes() {
        return last - first + 1;
    }

    /**
     * Decides what part of a file answers a request, If-Range included.
     *
     * @param request the request; Range counts with GET only
     * @param file the file it asks for
     * @param nowEpochSeconds the time
     * @return how to answer; {@link #first} and {@link #last} say what to send
     */
    public Outcome resolve(Request request, FileHeaders file, long nowEpochSeconds) {
        Slice range = request.range();
        if (!range.present() || request.method() != Method.GET || !ifRange(request, file, nowEpochSeconds)) {
            return whole(file.contentBytes());
        }
        return resolve(request.buffer(), range.offset(), range.end(), file.contentBytes());
    }

    /** Resolves the field's value {@code [begin, end)} against a size. */
    Outcome resolve(byte[] buffer, int begin, int end, long size) {
        int spec = begin + SPEC_OFFSET;
        boolean inBytes = spec <= end && buffer[spec - 1] == '=' && Ascii.equalsLower(buffer, begin, spec - 1, UNIT);
        int dash = inBytes ? indexOfDash(buffer, spec, end) : -1;
        if (dash < 0) {
            return whole(size);
        }
        return dash == spec ? suffix(buffer, dash + 1, end, size) : interval(buffer, spec, dash, end, size);
    }

    private static int indexOfDash(byte[] buffer, int begin, int end) {
        for (int i = begin; i < end; i++) {
            if (buffer[i] == '-') {
                return i;
            }
        }
        return -1;
    }

    /** {@code first-} or {@code first-last}. */
    private Outcome interval(byte[] buffer, int begin, int dash, int end, long size) {
        long from = Ascii.parseDecimal(buffer, begin, dash);
        long to = dash + 1 == end ? Long.MAX_VALUE : Ascii.parseDecimal(buffer, dash + 1, end);
        if (from < 0 || to < from) {
            return whole(size);
        }
        return from >= size ? unsatisfiable() : partial(from, Math.min(to, size - 1));
    }

    /** {@code -length}. The end of an empty file is satisfiable, but cannot be written as a Content-Range. */
    private Outcome suffix(byte[] buffer, int begin, int end, long size) {
        long length = Ascii.parseDecimal(buffer, begin, end);
        if (length < 0 || (length > 0 && size == 0)) {
            return whole(size);
        }
        return length == 0 ? unsatisfiable() : partial(Math.max(0, size - length), size - 1);
    }

    /**
     * Whether Range counts: there is no If-Range, or it names the file as it is. A date does so only if it is Last-Modified
     * itself and older than a second, for only then is it a strong validator (section 8.8.2.2).
     */
    private static boolean ifRange(Request request, FileHeaders file, long nowEpochSeconds) {
        Slice condition = request.ifRange();
        if (!condition.present()) {
            return true;
        }
        byte[] buffer = request.buffer();
        if (EntityTags.equal(buffer, condition.offset(), condition.end(), file, Comparison.STRONG)) {
            return true;
        }
        long date = HttpDate.parse(request, condition, nowEpochSeconds);
        return date == file.lastModifiedEpochSeconds() && date < nowEpochSeconds - 1;
    }

    private Outcome whole(long size) {
        set(0, size - 1);
        return Outcome.WHOLE;
    }

    private Outcome partial(long from, long to) {
        set(from, to);
        return Outcome.PARTIAL;
    }

    private Outcome unsatisfiable() {
        set(0, -1);
        return Outcome.UNSATISFIABLE;
    }

    private void set(long from, long to) {
        first = from;
        last = to;
    }
}
