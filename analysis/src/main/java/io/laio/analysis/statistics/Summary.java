package io.laio.analysis.statistics;

/**
 * A sample in a few numbers.
 *
 * @param count repeats
 * @param median their median
 * @param interval the median's bootstrap 95 % interval, or the range of the sample if it is provisional
 * @param provisional whether there are fewer repeats than {@link #ENOUGH_REPEATS}
 */
public record Summary(int count, double median, Interval interval, boolean provisional) {
    /**
     * Repeats from which an interval is given: with five, even the whole range holds the median only 94 % of the time
     * ({@code 1 - 2 / 2^5}), with six 97 %.
     */
    public static final int ENOUGH_REPEATS = 6;

    /**
     * Summarises a sample.
     *
     * @param sample the repeats
     * @return median with interval or range
     */
    public static Summary of(Sample sample) {
        boolean provisional = sample.size() < ENOUGH_REPEATS;
        Interval interval = provisional ? new Interval(sample.min(), sample.max()) : Bootstrap.medianInterval(sample);
        return new Summary(sample.size(), sample.median(), interval, provisional);
    }
}
