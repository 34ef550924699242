package io.laio.analysis.statistics;

/**
 * A closed interval of numbers.
 *
 * @param low lower bound
 * @param high upper bound, not below the lower
 */
public record Interval(double low, double high) {

    /** Checks the order of the bounds. */
    public Interval {
        if (!(low <= high)) {
            throw new IllegalArgumentException("not an interval: " + low + " to " + high);
        }
    }

    /**
     * Whether a number lies within.
     *
     * @param value the number
     * @return true on the bounds too
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }
}
