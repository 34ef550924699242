package io.laio.workload.trace;

/** What a correct server answers to a request of a trace (RFC 9110, sections 9.3, 14 and 15). */
public final class ExpectedAnswer {
    private ExpectedAnswer() {}

    /**
     * The status code.
     *
     * @param kind what the request asks for
     * @return 200, 206 or 304
     */
    public static int status(RequestKind kind) {
        return switch (kind) {
            case GET, HEAD -> 200;
            case RANGE -> 206;
            case NOT_MODIFIED -> 304;
        };
    }

    /**
     * How many bytes of content follow the header.
     *
     * @param sequence the sequence that holds the request
     * @param index of the request, from 0
     * @param documentBytes size of the document that it is for
     * @return the length of the body
     */
    public static long bodyBytes(RequestSequence sequence, int index, long documentBytes) {
        return switch (sequence.kind(index)) {
            case GET -> documentBytes;
            case HEAD, NOT_MODIFIED -> 0;
            case RANGE -> rangeBytes(sequence.rangeOffset(index), sequence.rangeLength(index), documentBytes);
        };
    }

    private static long rangeBytes(long offset, long length, long documentBytes) {
        return Math.min(length, Math.max(0, documentBytes - offset));
    }
}
