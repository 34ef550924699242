package io.laio.comparison.report;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Difference;
import java.util.List;
import java.util.Locale;

/** Pieces of sentences. */
final class Words {
    private Words() {}

    /** {@code a}, {@code a and b}, {@code a, b and c}. */
    static String and(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1)) + " and " + items.getLast();
    }

    /** {@code 1 run}, {@code 2 runs}. */
    static String count(long count, String noun) {
        return Numbers.whole(count) + " " + noun + (count == 1 ? "" : "s");
    }

    /** {@code Every run counts}, {@code 1 run of 9 does not count}, {@code 2 runs of 9 do not count}. */
    static String counting(long invalid, long runs) {
        if (invalid == 0) {
            return "Every run counts";
        }
        return count(invalid, "run") + " of " + Numbers.whole(runs) + (invalid == 1 ? " does" : " do") + " not count";
    }

    /** The same with units kept on the line of their number. */
    static String unbroken(String words) {
        return words.replaceAll("(?<=\\d) (?=(%|ms|µs|[kMG]?B)(?![\\w]))", "\u00a0");
    }

    /** {@code 2.31 times (95 % interval 2.20 to 2.44)}; a provisional ratio has no interval, only a range. */
    static String times(Difference difference) {
        String ratio = Numbers.measured(difference.ratio()) + " times";
        if (!difference.provisional()) {
            return ratio + " (95 % interval " + Numbers.interval(difference.interval()) + ")";
        }
        boolean point = difference.interval().low() == difference.interval().high();
        return point ? ratio : ratio + " (range " + Numbers.interval(difference.interval()) + ")";
    }

    /** With a capital. */
    static String sentence(String words) {
        return words.isEmpty() ? words : words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }
}
