package io.laio.comparison.statistics;

import io.laio.analysis.statistics.Difference;

/**
 * How one number of one server changed from one comparison to another.
 *
 * @param contestant the server
 * @param cell where
 * @param metric what
 * @param before median of the first comparison
 * @param after median of the second
 * @param difference second against first, by itself
 * @param kind the verdict, all changes of the two comparisons considered together
 */
public record Change(
        String contestant, Cell cell, Metric metric, double before, double after, Difference difference, Kind kind) {

    /** What became of it. */
    public enum Kind {
        /** Significantly better. */
        BETTER,

        /** Significantly worse. */
        WORSE,

        /** Better as far as too few repeats can tell. */
        PROVISIONALLY_BETTER,

        /** Worse as far as too few repeats can tell. */
        PROVISIONALLY_WORSE,

        /** Nothing that the repeats could tell from chance. */
        NO_SIGNIFICANT_DIFFERENCE
    }
}
