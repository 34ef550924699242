package io.laio.workload.trace;

import java.io.IOException;

/**
 * The sequences of a trace up to a number of requests; the last one is cut short to hit it exactly.
 *
 * <p>Belongs to one thread, as its reader does.
 */
public final class PrefixSequences {
    private final TraceReader reader;
    private final long maxRequests;
    private long requests;

    /**
     * Starts at the reader's next sequence.
     *
     * @param reader what to read from
     * @param maxRequests how many requests, 0 for all
     */
    public PrefixSequences(TraceReader reader, long maxRequests) {
        if (maxRequests < 0) {
            throw new IllegalArgumentException("maxRequests must be 0 or more, is " + maxRequests);
        }
        this.reader = reader;
        this.maxRequests = maxRequests == 0 ? Long.MAX_VALUE : maxRequests;
    }

    /**
     * Reads the next sequence.
     *
     * @param into is emptied and filled
     * @return false at the end of the prefix
     * @throws IOException as {@link TraceReader#next} does
     */
    public boolean next(RequestSequence into) throws IOException {
        if (requests == maxRequests || !reader.next(into)) {
            into.clear(0);
            return false;
        }
        if (into.size() > maxRequests - requests) {
            into.truncate((int) (maxRequests - requests));
        }
        requests += into.size();
        return true;
    }

    /**
     * How many requests have been handed out.
     *
     * @return their number
     */
    public long requests() {
        return requests;
    }
}
