package io.laio.testbed.disk.daemon;

/**
 * What an emulated disk has done since its daemon began. All counters only grow, so the difference of two is what happened
 * between them.
 *
 * @param uptimeNanos how long it has been there
 * @param cpuMicros processor time of the whole daemon, its start included
 * @param reads reads that were answered
 * @param readBytes their bytes
 * @param writes writes that were answered
 * @param writtenBytes their bytes
 * @param flushes flushes that were answered
 * @param failures requests that were answered with an error
 * @param lateRequests requests for which the image took longer than the model
 * @param lateNanos by how much, all of them together
 * @param worstLateNanos by how much at most
 * @param answerDelayNanos sum over all paced requests of the time from when the model was done until the answer was given
 * @param worstAnswerDelayNanos the longest of these times
 * @param depthNanos the integral of outstanding requests over time: its share of the uptime is the mean depth
 * @param busyNanos how long at least one request was outstanding: its share of the uptime is the utilisation
 * @param maxDepth the most requests that were outstanding at a time
 * @param paced whether the model decides; if not, requests complete as soon as the image has them
 * @param engine what carries out the daemon's own calls
 */
public record DiskStatistics(
        long uptimeNanos,
        long cpuMicros,
        long reads,
        long readBytes,
        long writes,
        long writtenBytes,
        long flushes,
        long failures,
        long lateRequests,
        long lateNanos,
        long worstLateNanos,
        long answerDelayNanos,
        long worstAnswerDelayNanos,
        long depthNanos,
        long busyNanos,
        int maxDepth,
        boolean paced,
        String engine) {
    /**
     * How many requests were answered.
     *
     * @return reads, writes and flushes
     */
    public long requests() {
        return reads + writes + flushes;
    }

    /**
     * How many answers were given.
     *
     * @return those of {@link #requests}, and failures
     */
    public long answered() {
        return requests() + failures;
    }

    /**
     * How many requests were outstanding on average.
     *
     * @return 0 or more
     */
    public double meanDepth() {
        return uptimeNanos == 0 ? 0 : (double) depthNanos / uptimeNanos;
    }

    /**
     * How much of the time something was outstanding.
     *
     * @return 0 to 1
     */
    public double utilisation() {
        return uptimeNanos == 0 ? 0 : (double) busyNanos / uptimeNanos;
    }

    /**
     * How long after the model an answer was given, on average over all answers.
     *
     * @return nanoseconds; too small where many requests were not paced
     */
    public double meanAnswerDelayNanos() {
        return requests() == 0 ? 0 : (double) answerDelayNanos / requests();
    }
}
