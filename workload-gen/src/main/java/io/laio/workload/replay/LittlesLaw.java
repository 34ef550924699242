package io.laio.workload.replay;

/**
 * Little's law for a replay: requests in the system are throughput times response time (Little, Operations Research 9(3),
 * 1961). The one side is counted as the clock goes, over all requests; the other is what is reported, of the correct
 * responses. Where they differ, something that was in the system is not in the report: failures, what was abandoned at the
 * end, or a mistake.
 *
 * @param inSystem requests intended and not yet ended, on average over the time
 * @param throughputTimesResponseTime correct responses a second times their mean response time in seconds
 */
public record LittlesLaw(double inSystem, double throughputTimesResponseTime) {
    /** Two sides that are no farther apart than this are taken for equal: more than the histogram's rounding, 0.1 %. */
    public static final double TOLERATED = 0.05;

    /**
     * How far the two sides are apart.
     *
     * @return the difference, as a part of {@link #inSystem}; 0 if nothing was in the system
     */
    public double apart() {
        return inSystem == 0 ? 0 : Math.abs(throughputTimesResponseTime - inSystem) / inSystem;
    }

    /**
     * Whether the law holds.
     *
     * @return true up to {@link #TOLERATED}
     */
    public boolean holds() {
        return apart() <= TOLERATED;
    }
}
