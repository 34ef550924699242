package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Summary;
import org.jspecify.annotations.Nullable;

/** Values as a table shows them; what was not measured is a dash. */
final class Shown {
    static final String NOTHING = "–";

    private Shown() {}

    static String measured(@Nullable Double value) {
        return value == null ? NOTHING : Numbers.measured(value);
    }

    static String percent(@Nullable Double fraction) {
        return fraction == null ? NOTHING : Numbers.percent(fraction);
    }

    static String bytes(@Nullable Long bytes) {
        return bytes == null ? NOTHING : Numbers.bytes(bytes);
    }

    /** Median, and in brackets the interval or range, if there is more than one run. */
    static String summary(Summary summary) {
        String median = Numbers.measured(summary.median());
        return summary.count() == 1
                ? median
                : median + " (" + Numbers.measured(summary.interval().low()) + "–"
                        + Numbers.measured(summary.interval().high()) + ")";
    }
}
