package io.laio.analysis.statistics;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * Percentile bootstrap of the median (Efron &amp; Tibshirani, An Introduction to the Bootstrap, 1993, section 13.3). The seed is
 * fixed, so the same runs give the same interval in every report. Measured on lognormal and exponential samples it holds the true
 * median 90 to 93 % of the time with six repeats, 93 to 96 % with ten and more (SummaryTest prints it): an error bar to look at,
 * while verdicts come from {@link Difference}, whose level is exact.
 */
final class Bootstrap {
    private static final int RESAMPLES = 10_000;
    private static final long SEED = 0x1A10_2004L;

    private Bootstrap() {}

    /** The interval that holds the central 95 % of the medians of resamples. */
    static Interval medianInterval(Sample sample) {
        return medianInterval(sample, new SplittableRandom(SEED));
    }

    static Interval medianInterval(Sample sample, SplittableRandom random) {
        double[] medians = new double[RESAMPLES];
        double[] resample = new double[sample.size()];
        for (int i = 0; i < RESAMPLES; i++) {
            Arrays.setAll(resample, ignored -> sample.value(random.nextInt(sample.size())));
            Arrays.sort(resample);
            medians[i] = Sample.medianOfSorted(resample);
        }
        Arrays.sort(medians);
        int tail = RESAMPLES / 40; // 2.5 % on each side
        return new Interval(medians[tail], medians[RESAMPLES - 1 - tail]);
    }
}
