package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What stands below a figure of curves: what points and bars are, and what is missing. */
final class CurveCaption {
    private final CurveFigure figure;

    CurveCaption(CurveFigure figure) {
        this.figure = figure;
    }

    /** A sentence each. */
    List<String> sentences() {
        List<String> sentences = new ArrayList<>(List.of(meaning()));
        String missing = listed(point -> point.summary() == null);
        if (!missing.isEmpty()) {
            sentences.add("No run that counts: " + missing + ".");
        }
        String partly = listed(point -> point.summary() != null && point.invalidRuns() > 0);
        if (!partly.isEmpty()) {
            sentences.add("Invalid runs left out: " + partly + ".");
        }
        String across = figure.curves().stream()
                .filter(Curve::across)
                .map(Curve::contestant)
                .collect(Collectors.joining(", "));
        if (!across.isEmpty()) {
            sentences.add("Lines without points: " + across + ", which have nothing of the kind.");
        }
        return sentences;
    }

    private String meaning() {
        List<Summary> summaries = figure.curves().stream()
                .flatMap(curve -> curve.measured().stream())
                .map(Curve.Measured::summary)
                .toList();
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

    private String listed(Predicate<Curve.Point> which) {
        return figure.curves().stream()
                .filter(curve -> curve.points().stream().anyMatch(which))
                .map(curve -> curve.contestant() + " at "
                        + curve.points().stream()
                                .filter(which)
                                .map(point -> String.valueOf(point.count()))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
    }

    /** The figure for those who do not see it: every value in words. */
    String description() {
        return "Curves against the number of " + figure.against().words() + ". " + values() + " "
                + String.join(" ", sentences());
    }

    /** Every value, in a sentence for each curve. */
    String values() {
        String unit = " " + figure.metric().unit();
        return figure.curves().stream()
                .map(curve -> curve.contestant() + ": " + values(curve, unit))
                .collect(Collectors.joining(". ", "", "."));
    }

    private static String values(Curve curve, String unit) {
        if (curve.across()) {
            return curve.measured().stream()
                    .map(point -> Numbers.measured(point.summary().median()) + unit)
                    .findFirst()
                    .orElse("none");
        }
        return curve.measured().stream()
                .map(point -> Numbers.measured(point.summary().median()) + unit + " at " + point.count())
                .collect(Collectors.joining(", "));
    }
}
