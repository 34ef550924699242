package io.laio.analysis.statistics;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How many times larger one thing is than another.
 *
 * @param ratio Hodges-Lehmann estimate: the median of all ratios of a value of the other to a value of the base
 * @param interval its interval at the test's level (Moses, in Walker &amp; Lev, Statistical Inference, 1953; it holds 1 exactly
 *     if the test does not reject); for a provisional difference the smallest and the largest ratio
 * @param pValue of the exact two-sided Mann-Whitney test; {@code null} if provisional, for then nothing is tested
 * @param outcome the verdict
 * @param provisional whether either side has fewer than six repeats
 */
public record Difference(
        double ratio, Interval interval, @Nullable Double pValue, Outcome outcome, boolean provisional) {
    /** Chance of calling a difference where there is none, over all comparisons of a family. */
    public static final double LEVEL = 0.05;

    /** How far apart medians must lie, as a ratio, for a provisional difference. */
    public static final double PROVISIONAL_RATIO = 1.10;

    /**
     * Compares two samples by themselves.
     *
     * @param base what is compared with, all positive
     * @param other what is compared, all positive
     * @return other against base
     */
    public static Difference between(Sample base, Sample other) {
        return between(base, other, 1);
    }

    /**
     * Compares two samples as one of several comparisons: level and interval are Bonferroni's, {@code 0.05 / comparisons}.
     *
     * @param base what is compared with, all positive
     * @param other what is compared, all positive
     * @param comparisons how many comparisons share the level
     * @return other against base
     */
    public static Difference between(Sample base, Sample other, int comparisons) {
        if (base.min() <= 0 || other.min() <= 0) {
            throw new IllegalArgumentException("ratios need positive values: " + base + ", " + other);
        }
        boolean provisional = Math.min(base.size(), other.size()) < Summary.ENOUGH_REPEATS;
        return provisional ? guessed(base, other) : tested(base, other, LEVEL / comparisons);
    }

    private static Difference guessed(Sample base, Sample other) {
        double[] ratios = ratios(base, other);
        Interval range = new Interval(ratios[0], ratios[ratios.length - 1]);
        double ratio = Sample.medianOfSorted(ratios);
        boolean apart = ratio >= PROVISIONAL_RATIO || ratio <= 1 / PROVISIONAL_RATIO;
        return new Difference(ratio, range, null, apart ? outcome(range) : Outcome.NO_SIGNIFICANT_DIFFERENCE, true);
    }

    private static Difference tested(Sample base, Sample other, double level) {
        double[] ratios = ratios(base, other);
        RankSum distribution = new RankSum(base.size(), other.size());
        int rejecting = distribution.rejecting(level);
        // The k-th smallest and k-th largest ratio, k = number of rejecting values of U on a side. Where the sizes are
        // too
        // small for the level, nothing can be rejected, and any ratio is possible.
        Interval interval = rejecting == 0
                ? new Interval(0, Double.POSITIVE_INFINITY)
                : new Interval(ratios[rejecting - 1], ratios[ratios.length - rejecting]);
        double pValue = distribution.twoSided(above(ratios));
        return new Difference(Sample.medianOfSorted(ratios), interval, pValue, outcome(interval), false);
    }

    private static double[] ratios(Sample base, Sample other) {
        double[] ratios = new double[base.size() * other.size()];
        Arrays.setAll(ratios, i -> other.value(i / base.size()) / base.value(i % base.size()));
        Arrays.sort(ratios);
        return ratios;
    }

    private static double above(double[] ratios) {
        return Arrays.stream(ratios)
                .map(ratio -> ratio > 1 ? 1 : ratio < 1 ? 0 : 0.5)
                .sum();
    }

    private static Outcome outcome(Interval interval) {
        if (interval.contains(1)) {
            return Outcome.NO_SIGNIFICANT_DIFFERENCE;
        }
        return interval.low() > 1 ? Outcome.HIGHER : Outcome.LOWER;
    }

    /**
     * Whether a difference was found.
     *
     * @return false if the verdict is "no significant difference"
     */
    public boolean found() {
        return outcome != Outcome.NO_SIGNIFICANT_DIFFERENCE;
    }
}
