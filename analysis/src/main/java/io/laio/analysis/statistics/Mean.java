package io.laio.analysis.statistics;

import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The mean of a sample with Student's interval: for a share that is compared with a fixed number, each value of which is itself a
 * mean of thousands of operations. With six repeats no test by ranks could say more than at 3 %, so nothing would be left for
 * several shares at once.
 */
public final class Mean {
    private Mean() {}

    /**
     * The mean.
     *
     * @param sample the repeats
     * @return their arithmetic mean
     */
    public static double of(Sample sample) {
        return IntStream.range(0, sample.size())
                .mapToDouble(sample::value)
                .average()
                .orElseThrow();
    }

    /**
     * The mean's interval, as one of several that share the level.
     *
     * @param sample the repeats, two at least
     * @param comparisons how many intervals share the level
     * @return at {@code 1 - 0.05 / comparisons}
     */
    public static Interval interval(Sample sample, int comparisons) {
        int size = sample.size();
        double half =
                StudentT.exceededBy(Difference.LEVEL / comparisons, size - 1) * deviation(sample) / Math.sqrt(size);
        return new Interval(of(sample) - half, of(sample) + half);
    }

    /**
     * How far the repeats scatter.
     *
     * @param sample the repeats
     * @return their standard deviation; 0 for a single one
     */
    public static double deviation(Sample sample) {
        double mean = of(sample);
        double squares = IntStream.range(0, sample.size())
                .mapToDouble(rank -> Math.pow(sample.value(rank) - mean, 2))
                .sum();
        return sample.size() < 2 ? 0 : Math.sqrt(squares / (sample.size() - 1));
    }

    /**
     * From how many repeats on an interval would leave something out that lies so far away.
     *
     * @param distance from the mean to what is to be left out, positive
     * @param deviation of the repeats
     * @param samples 1 for a mean, 2 for the difference of two means of equally many repeats
     * @param comparisons how many intervals share the level
     * @param most where to stop looking
     * @return {@link Summary#ENOUGH_REPEATS} or more; empty if more than the most
     */
    public static OptionalInt repeatsToTell(double distance, double deviation, int samples, int comparisons, int most) {
        return IntStream.rangeClosed(Summary.ENOUGH_REPEATS, most)
                .filter(repeats -> StudentT.exceededBy(Difference.LEVEL / comparisons, samples * (repeats - 1))
                                * deviation
                                * Math.sqrt((double) samples / repeats)
                        < distance)
                .findFirst();
    }
}
