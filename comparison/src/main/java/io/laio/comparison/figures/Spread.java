package io.laio.comparison.figures;

import io.laio.analysis.statistics.Summary;
import java.util.List;

/** What error bars are: in a figure's data, and in the sentence below it. */
final class Spread {
    private Spread() {}

    /** The word for one value. */
    static String of(Summary summary) {
        String spread = summary.provisional() ? "range" : "bootstrap 95 %";
        return summary.count() == 1 ? "none" : spread;
    }

    /** The sentence for all values of a figure. */
    static String sentence(List<Summary> summaries) {
        if (summaries.isEmpty()) {
            return "No run counts.";
        }
        int fewest = summaries.stream().mapToInt(Summary::count).min().orElseThrow();
        int most = summaries.stream().mapToInt(Summary::count).max().orElseThrow();
        if (most == 1) {
            return "One run each: no error bars, provisional.";
        }
        String runs = fewest == most ? most + " runs" : fewest + " to " + most + " runs";
        return "Points: median of " + runs + ". Bars: " + bars(fewest, most) + ".";
    }

    private static String bars(int fewest, int most) {
        if (fewest >= Summary.ENOUGH_REPEATS) {
            return "bootstrap 95 % interval of the median";
        }
        String range = "range of the runs";
        return most < Summary.ENOUGH_REPEATS
                ? range + ", provisional"
                : "bootstrap 95 % interval of the median; " + range + " where there are fewer than "
                        + Summary.ENOUGH_REPEATS;
    }
}
