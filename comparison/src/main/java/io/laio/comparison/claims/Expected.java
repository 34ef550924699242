package io.laio.comparison.claims;

import io.laio.analysis.statistics.Interval;

/**
 * Where a claim says that a number lies.
 *
 * @param low its lower bound; minus infinity if there is none
 * @param high its upper bound; infinity if there is none
 * @param margin whether the bounds already leave room for differences that mean nothing
 * @param words the same, for a sentence: {@code above 1}
 */
record Expected(double low, double high, boolean margin, String words) {

    /** Whether all of an interval lies here, by a factor of {@code guard} at least. A margin is guard enough. */
    boolean holds(Interval interval, double guard) {
        double room = margin ? 1 : guard;
        return interval.low() > low * room && interval.high() < high / room;
    }

    /** Whether none of it does, by that factor. */
    boolean fails(Interval interval, double guard) {
        return interval.high() < low / guard || interval.low() > high * guard;
    }

    /** The bound that is nearer, as a ratio. */
    double nearest(double value) {
        return Math.abs(Math.log(value / low)) < Math.abs(Math.log(value / high)) ? low : high;
    }
}
