package io.laio.comparison.figures;

import io.laio.analysis.figures.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis: counts, for which it is logarithmic, for plans double them, or parts of something, from zero. Every place of a point
 * has its tick; a label is left out where it would touch the next.
 */
final class PlaceAxis {
    private static final double LABEL_SIZE = 12;
    private static final double LABEL_GAP = 8;

    private final Against against;
    private final List<Double> places;
    private final List<Double> labelled = new ArrayList<>();
    private final double left;
    private final double right;

    PlaceAxis(Against against, List<CurvePanel> panels, double left, double right) {
        this.against = against;
        this.places = panels.stream()
                .flatMap(panel -> panel.curves().stream())
                .flatMap(curve -> curve.points().stream())
                .map(Curve.Point::at)
                .distinct()
                .sorted()
                .toList();
        this.left = left;
        this.right = right;
        chooseLabels();
    }

    /** From the right, so that the largest always has its label. */
    private void chooseLabels() {
        double free = Double.POSITIVE_INFINITY;
        for (double place : places.reversed()) {
            double half = TextWidth.of(against.show(place), LABEL_SIZE) / 2;
            if (x(place) + half + LABEL_GAP <= free) {
                labelled.add(place);
                free = x(place) - half;
            }
        }
    }

    List<Double> list() {
        return places;
    }

    boolean labelled(double place) {
        return labelled.contains(place);
    }

    double x(double place) {
        double low = against.logarithmic() ? Math.log(places.getFirst()) : 0;
        double high = against.logarithmic() ? Math.log(places.getLast()) : places.getLast();
        double value = against.logarithmic() ? Math.log(place) : place;
        double part = high > low ? (value - low) / (high - low) : 0.5;
        return left + part * (right - left);
    }
}
