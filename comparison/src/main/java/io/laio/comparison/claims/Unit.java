package io.laio.comparison.claims;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Interval;

/** In what a claim's number is said. */
enum Unit {
    /** A ratio. */
    TIMES {
        @Override
        String number(double value) {
            return Numbers.measured(value);
        }
    },

    /** A share. */
    PERCENT {
        @Override
        String number(double value) {
            return Numbers.percent(value);
        }
    },

    /** Lines of code. */
    LINES {
        @Override
        String number(double value) {
            return Numbers.whole(Math.round(value));
        }
    };

    abstract String number(double value);

    /** The number with what is sure of it: {@code 2.31 times (95 % interval 2.20 to 2.44)}. */
    String words(Estimate estimate) {
        if (estimate instanceof Estimate.AtMost(Estimate.Ratio seen)) {
            return "at most " + words(seen);
        }
        Interval interval = estimate.interval(1);
        String number = number(estimate.value());
        String value = this == TIMES ? number + " times" : number;
        if (interval.low() == interval.high()) {
            return value;
        }
        return value + (estimate.provisional() ? " (range " : " (95 % interval ") + number(interval.low()) + " to "
                + number(interval.high()) + ")";
    }
}
