package io.laio.comparison.figures;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/**
 * The vertical axes of small multiples: one for all where what they show is of a size, so that panels can be compared by eye; else one
 * for each row; else one for each panel, for on a common one the small ones would lie on the ground.
 */
final class PanelAxes {
    /** A panel whose largest value is a smaller part of the others' would show nothing. */
    private static final double OF_A_SIZE = 4;

    private final List<Axis> axes = new ArrayList<>();
    private final String words;

    PanelAxes(List<CurvePanel> panels, int columns) {
        List<List<CurvePanel>> rows = rows(panels, columns);
        if (alike(panels)) {
            Axis all = holding(panels);
            panels.forEach(panel -> axes.add(all));
            words = panels.size() > 1 ? "; the same scale in all panels" : "";
        } else if (columns > 1 && rows.stream().allMatch(PanelAxes::alike)) {
            rows.forEach(row -> row.forEach(panel -> axes.add(holding(row))));
            words = "; the same scale in each row";
        } else {
            panels.forEach(panel -> axes.add(holding(List.of(panel))));
            words = "; every panel has its own scale";
        }
    }

    private static List<List<CurvePanel>> rows(List<CurvePanel> panels, int columns) {
        List<List<CurvePanel>> rows = new ArrayList<>();
        for (int i = 0; i < panels.size(); i += columns) {
            rows.add(panels.subList(i, Math.min(i + columns, panels.size())));
        }
        return rows;
    }

    private static boolean alike(List<CurvePanel> panels) {
        List<Double> largest = panels.stream()
                .map(CurvePanel::largest)
                .filter(value -> value > 0)
                .toList();
        double most = largest.stream().mapToDouble(value -> value).max().orElse(1);
        return largest.stream().allMatch(value -> value * OF_A_SIZE >= most);
    }

    private static Axis holding(List<CurvePanel> panels) {
        List<Interval> spreads = panels.stream()
                .flatMap(CurvePanel::measured)
                .map(point -> point.summary().interval())
                .toList();
        double smallest = spreads.stream().mapToDouble(Interval::low).min().orElse(0);
        double largest = spreads.stream().mapToDouble(Interval::high).max().orElse(1);
        return Axis.holding(smallest, largest);
    }

    Axis of(int panel) {
        return axes.get(panel);
    }

    boolean logarithmic(int panel) {
        return axes.get(panel) instanceof Axis.Logarithmic;
    }

    boolean allLogarithmic() {
        return axes.stream().allMatch(Axis.Logarithmic.class::isInstance);
    }

    /** What a reader should know of them; empty of a single panel. */
    String words() {
        return words;
    }
}
