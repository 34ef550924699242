package io.laio.comparison.claims;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Mean;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** A number that a claim speaks of, as far as it is known. */
sealed interface Estimate {
    /** The largest number of repeats that is looked at when saying how many would do. */
    int MOST_REPEATS = 100;

    /** The number. */
    double value();

    /** What is sure of it, as one of several numbers that share the level; with few repeats, all that was seen. */
    Interval interval(int comparisons);

    /** The repeats behind it. */
    int repeats();

    /** How far from a bound a provisional number must lie to say anything, as a factor. */
    default double guard() {
        return 1;
    }

    /** Whether there are too few repeats for an interval. */
    default boolean provisional() {
        return repeats() < Summary.ENOUGH_REPEATS;
    }

    /** Whether the repeats tell how much they scatter. */
    default boolean scattered() {
        return deviation() > 0;
    }

    /** How much they do: of a ratio, that of its logarithm. */
    double deviation();

    /** From how many repeats on an interval would leave out a bound, if number and scatter stay as they are. */
    OptionalInt repeatsToLeaveOut(double bound, int comparisons);

    /**
     * How many times as good one is as the other.
     *
     * @param base repeats of what is compared with
     * @param other repeats of what is compared
     */
    record Ratio(Sample base, Sample other) implements Estimate {
        @Override
        public double value() {
            return Difference.between(base, other).ratio();
        }

        @Override
        public Interval interval(int comparisons) {
            return Difference.between(base, other, comparisons).interval();
        }

        @Override
        public int repeats() {
            return Math.min(base.size(), other.size());
        }

        @Override
        public double guard() {
            return provisional() ? Difference.PROVISIONAL_RATIO : 1;
        }

        @Override
        public double deviation() {
            return Math.sqrt((Math.pow(ofLogarithms(base), 2) + Math.pow(ofLogarithms(other), 2)) / 2);
        }

        private static double ofLogarithms(Sample sample) {
            return Mean.deviation(Sample.of(IntStream.range(0, sample.size())
                    .mapToDouble(rank -> Math.log(sample.value(rank)))
                    .toArray()));
        }

        @Override
        public OptionalInt repeatsToLeaveOut(double bound, int comparisons) {
            return Mean.repeatsToTell(Math.abs(Math.log(value() / bound)), deviation(), 2, comparisons, MOST_REPEATS);
        }
    }

    /**
     * A part of something.
     *
     * @param sample one share a repeat
     */
    record Share(Sample sample) implements Estimate {
        @Override
        public double value() {
            return Mean.of(sample);
        }

        @Override
        public Interval interval(int comparisons) {
            return provisional() ? new Interval(sample.min(), sample.max()) : Mean.interval(sample, comparisons);
        }

        @Override
        public int repeats() {
            return sample.size();
        }

        @Override
        public double deviation() {
            return Mean.deviation(sample);
        }

        @Override
        public OptionalInt repeatsToLeaveOut(double bound, int comparisons) {
            return Mean.repeatsToTell(Math.abs(value() - bound), deviation(), 1, comparisons, MOST_REPEATS);
        }
    }

    /**
     * A ratio to the best of those that ran, where others are missing that may be better: the ratio to the best of all is this at most.
     *
     * @param seen the ratio to the best of those that ran
     */
    record AtMost(Ratio seen) implements Estimate {
        @Override
        public double value() {
            return seen.value();
        }

        @Override
        public Interval interval(int comparisons) {
            return new Interval(0, seen.interval(comparisons).high());
        }

        @Override
        public int repeats() {
            return seen.repeats();
        }

        @Override
        public double guard() {
            return seen.guard();
        }

        @Override
        public double deviation() {
            return seen.deviation();
        }

        /** None where it lies above: the others may be better by any factor. */
        @Override
        public OptionalInt repeatsToLeaveOut(double bound, int comparisons) {
            return value() < bound ? seen.repeatsToLeaveOut(bound, comparisons) : OptionalInt.empty();
        }
    }

    /**
     * What was counted, not measured: another count would give the same.
     *
     * @param value the number
     */
    record Count(double value) implements Estimate {
        @Override
        public Interval interval(int comparisons) {
            return new Interval(value, value);
        }

        @Override
        public int repeats() {
            return 1;
        }

        @Override
        public boolean provisional() {
            return false;
        }

        @Override
        public double deviation() {
            return 0;
        }

        @Override
        public OptionalInt repeatsToLeaveOut(double bound, int comparisons) {
            return OptionalInt.empty();
        }
    }
}
