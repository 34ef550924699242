package io.laio.http.protocol;

import io.laio.http.protocol.EntityTags.Comparison;

/** The conditions of a GET or HEAD for a file that exists, in the order of RFC 9110 section 13.2.2. */
public final class Preconditions {
    private Preconditions() {}

    /** What the conditions ask for. */
    public enum Outcome {
        /** Answer as if there were none. */
        PROCEED,
        /** Answer 304. */
        NOT_MODIFIED,
        /** Answer 412. */
        FAILED
    }

    /**
     * Evaluates all conditions but If-Range, which is {@link ByteRange}'s. A date that is none does not count.
     *
     * <p>A list spread over several fields is known by its first only; then If-None-Match does not answer 304, and If-Match
     * fails, unless that first one decides.
     *
     * @param request the request
     * @param file the file it asks for
     * @param nowEpochSeconds the time
     * @return what to answer
     */
    public static Outcome evaluate(Request request, FileHeaders file, long nowEpochSeconds) {
        if (!permitted(request, file, nowEpochSeconds)) {
            return Outcome.FAILED;
        }
        return modified(request, file, nowEpochSeconds) ? Outcome.PROCEED : Outcome.NOT_MODIFIED;
    }

    private static boolean permitted(Request request, FileHeaders file, long nowEpochSeconds) {
        if (request.ifMatch().present()) {
            return covers(request, request.ifMatch(), file, Comparison.STRONG);
        }
        if (!request.ifUnmodifiedSince().present()) {
            return true;
        }
        long date = HttpDate.parse(request, request.ifUnmodifiedSince(), nowEpochSeconds);
        return date == HttpDate.INVALID || file.lastModifiedEpochSeconds() <= date;
    }

    private static boolean modified(Request request, FileHeaders file, long nowEpochSeconds) {
        if (request.ifNoneMatch().present()) {
            return !covers(request, request.ifNoneMatch(), file, Comparison.WEAK);
        }
        if (!request.ifModifiedSince().present()) {
            return true;
        }
        long date = HttpDate.parse(request, request.ifModifiedSince(), nowEpochSeconds);
        return date == HttpDate.INVALID || file.lastModifiedEpochSeconds() > date;
    }

    private static boolean covers(Request request, Slice list, FileHeaders file, Comparison comparison) {
        return EntityTags.listCovers(request.buffer(), list.offset(), list.end(), file, comparison);
    }
}
