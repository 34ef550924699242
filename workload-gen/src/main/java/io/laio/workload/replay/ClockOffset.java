package io.laio.workload.replay;

/**
 * By how much a generator's clock is ahead of the server's, as far as the server's answers tell.
 *
 * @param lowMillis at least so much, in milliseconds; negative if it is behind
 * @param highMillis at most so much, in milliseconds
 * @param samples how many answers were looked at, 1 or more
 */
public record ClockOffset(double lowMillis, double highMillis, long samples) {
    /**
     * Whether the answers agree with each other. They do not if the server's clock was set meanwhile, or if it looks at its clock
     * less often than each second.
     *
     * @return true if there is an offset that fits all of them
     */
    public boolean isConsistent() {
        return lowMillis <= highMillis;
    }
}
