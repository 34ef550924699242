package io.laio.http.helper;

/**
 * What became of the helpers of one kind, and of the requests to them.
 *
 * @param limit the most helpers at a time
 * @param running helpers that have started and live, now
 * @param spawned how often a start was begun
 * @param retired helpers ended because they were idle
 * @param died helpers that could not be started, or died
 * @param hung helpers that did not answer in time and were given up
 * @param asked requests given to a helper
 * @param joined requests that joined an identical one under way
 * @param queuedMax the most requests that waited for a helper at a time
 * @param retried requests given to another helper because the first one died, or did not answer in time
 * @param repeatedBlocking calls that the loop made itself, blocking: no helper could be had, or what a helper had brought into
 *     memory was gone again
 */
public record HelperStatistics(
        int limit,
        int running,
        long spawned,
        long retired,
        long died,
        long hung,
        long asked,
        long joined,
        int queuedMax,
        long retried,
        long repeatedBlocking) {
    /** No helpers. */
    public static final HelperStatistics NONE = new HelperStatistics(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);

    /**
     * Adds those of another loop.
     *
     * @param other statistics of the same kind
     * @return the sum; of {@code queuedMax} the greater
     */
    public HelperStatistics plus(HelperStatistics other) {
        return new HelperStatistics(
                limit + other.limit,
                running + other.running,
                spawned + other.spawned,
                retired + other.retired,
                died + other.died,
                hung + other.hung,
                asked + other.asked,
                joined + other.joined,
                Math.max(queuedMax, other.queuedMax),
                retried + other.retried,
                repeatedBlocking + other.repeatedBlocking);
    }
}
