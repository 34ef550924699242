package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
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
        List<String> sentences = new ArrayList<>(List.of(Spread.sentence(figure.panels().stream()
                .flatMap(CurvePanel::measured)
                .map(Curve.Measured::summary)
                .toList())));
        String missing = listed(point -> point.summary() == null);
        if (!missing.isEmpty()) {
            sentences.add("No run that counts: " + missing + ".");
        }
        String partly = listed(point -> point.summary() != null && point.invalidRuns() > 0);
        if (!partly.isEmpty()) {
            sentences.add("Invalid runs left out: " + partly + ".");
        }
        String across = figure.panels().stream()
                .flatMap(panel -> panel.curves().stream())
                .filter(Curve::across)
                .map(Curve::contestant)
                .distinct()
                .collect(Collectors.joining(", "));
        if (!across.isEmpty()) {
            sentences.add("Lines without points: " + across + ", which have nothing of the kind.");
        }
        return sentences;
    }

    private String listed(Predicate<Curve.Point> which) {
        return figure.panels().stream()
                .flatMap(panel -> panel.curves().stream()
                        .filter(curve -> curve.points().stream().anyMatch(which))
                        .map(curve -> curve.contestant() + " at " + places(curve, which) + within(panel)))
                .collect(Collectors.joining("; "));
    }

    private String places(Curve curve, Predicate<Curve.Point> which) {
        return curve.points().stream()
                .filter(which)
                .map(point -> figure.show(point.at()))
                .collect(Collectors.joining(", "));
    }

    private String within(CurvePanel panel) {
        return figure.panels().size() > 1 ? " (" + panel.heading() + ")" : "";
    }

    /** The figure for those who do not see it: every value in words. */
    String description() {
        return "Curves against " + figure.places() + ". " + values() + " " + String.join(" ", sentences());
    }

    /** Every value, in a sentence for each curve. */
    String values() {
        return figure.panels().stream()
                .map(panel -> (figure.panels().size() > 1 ? panel.heading() + ". " : "") + values(panel))
                .collect(Collectors.joining(" "));
    }

    private String values(CurvePanel panel) {
        return panel.curves().stream()
                .map(curve -> curve.contestant() + ": " + values(curve))
                .collect(Collectors.joining(". ", "", "."));
    }

    private String values(Curve curve) {
        String unit = " " + figure.metric().unit();
        if (curve.across()) {
            return curve.measured().stream()
                    .map(point -> Numbers.measured(point.summary().median()) + unit)
                    .findFirst()
                    .orElse("none");
        }
        return curve.measured().stream()
                .map(point -> Numbers.measured(point.summary().median()) + unit + " at " + figure.show(point.at()))
                .collect(Collectors.joining(", "));
    }
}
