package io.laio.analysis.statistics;

import java.util.Arrays;
import java.util.Collection;

/** Repeated measurements of one thing, in rising order. Immutable. */
public final class Sample {
    private final double[] sorted;

    private Sample(double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("a sample needs a value");
        }
        if (!Arrays.stream(values).allMatch(Double::isFinite)) {
            throw new IllegalArgumentException("not all finite: " + Arrays.toString(values));
        }
        sorted = values;
        Arrays.sort(sorted);
    }

    /**
     * A sample of these values.
     *
     * @param values at least one, all finite, in any order
     * @return the sample
     */
    public static Sample of(double... values) {
        return new Sample(values.clone());
    }

    /**
     * A sample of these values.
     *
     * @param values at least one, all finite, in any order
     * @return the sample
     */
    public static Sample of(Collection<Double> values) {
        return new Sample(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /**
     * How many values.
     *
     * @return at least 1
     */
    public int size() {
        return sorted.length;
    }

    /**
     * The value of a rank.
     *
     * @param rank 0 for the smallest
     * @return the value
     */
    public double value(int rank) {
        return sorted[rank];
    }

    /**
     * The smallest value.
     *
     * @return the minimum
     */
    public double min() {
        return sorted[0];
    }

    /**
     * The largest value.
     *
     * @return the maximum
     */
    public double max() {
        return sorted[sorted.length - 1];
    }

    /**
     * The middle value, or the mean of the two.
     *
     * @return the median
     */
    public double median() {
        return medianOfSorted(sorted);
    }

    /**
     * The reciprocals: of a metric of which less is better they are one of which more is.
     *
     * @return a sample of the same size
     */
    public Sample inverse() {
        return new Sample(Arrays.stream(sorted).map(value -> 1 / value).toArray());
    }

    static double medianOfSorted(double[] sorted) {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    @Override
    public String toString() {
        return Arrays.toString(sorted);
    }
}
