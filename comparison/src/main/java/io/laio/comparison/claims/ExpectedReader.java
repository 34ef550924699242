package io.laio.comparison.claims;

import io.laio.analysis.figures.Numbers;
import java.util.List;

/**
 * Reads where a number should lie: {@code {"above": 1}}, {@code {"below": 1}}, {@code {"between": [0.73, 0.86]}},
 * {@code {"about": 1.4, "within": 1.10}} (from 1.4 / 1.10 to 1.4 × 1.10), or {@code {"notBelow": 1, "within": 1.10}} (from 1 / 1.10 up).
 */
final class ExpectedReader {
    private ExpectedReader() {}

    static Expected read(JsonFields fields) {
        if (fields.has("between")) {
            return between(fields);
        }
        if (fields.has("about")) {
            return about(fields);
        }
        if (fields.has("notBelow")) {
            double bound = positive(fields, "notBelow");
            double margin = margin(fields);
            return new Expected(
                    bound / margin, Double.POSITIVE_INFINITY, true, words(bound) + " or more," + percent(margin));
        }
        if (fields.has("above")) {
            double bound = positive(fields, "above");
            return new Expected(bound, Double.POSITIVE_INFINITY, false, "above " + words(bound));
        }
        double bound = positive(fields, "below");
        return new Expected(Double.NEGATIVE_INFINITY, bound, false, "below " + words(bound));
    }

    private static Expected between(JsonFields fields) {
        List<Double> bounds = fields.numbers("between");
        if (bounds.size() != 2 || !(bounds.getFirst() < bounds.getLast())) {
            throw fields.wrong("between: two rising numbers are needed");
        }
        return new Expected(
                bounds.getFirst(),
                bounds.getLast(),
                true,
                "between " + words(bounds.getFirst()) + " and " + words(bounds.getLast()));
    }

    private static Expected about(JsonFields fields) {
        double middle = positive(fields, "about");
        double margin = margin(fields);
        return new Expected(middle / margin, middle * margin, true, words(middle) + percent(margin));
    }

    private static String words(double number) {
        return Numbers.tick(number);
    }

    private static String percent(double margin) {
        return " to within " + Numbers.tick(Math.round((margin - 1) * 1000) / 10.0) + " %";
    }

    private static double margin(JsonFields fields) {
        double margin = fields.number("within");
        if (!(margin > 1 && margin <= 2)) {
            throw fields.wrong("within: a factor above 1 and at most 2 is needed");
        }
        return margin;
    }

    private static double positive(JsonFields fields, String name) {
        double bound = fields.number(name);
        if (!(bound > 0)) {
            throw fields.wrong(name + ": a number above 0 is needed");
        }
        return bound;
    }
}
