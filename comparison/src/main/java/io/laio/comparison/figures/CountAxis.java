package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.TextWidth;
import java.util.ArrayList;
import java.util.List;

/**
 * The horizontal axis: numbers of clients or of something else, logarithmic, for plans double them. Every count has its tick; a label is left out where it
 * would touch the one before.
 */
final class CountAxis {
    private static final double LABEL_SIZE = 12;
    private static final double LABEL_GAP = 8;

    private final List<Integer> counts;
    private final List<Integer> labelled = new ArrayList<>();
    private final double left;
    private final double right;

    private CountAxis(List<Integer> counts, double left, double right) {
        this.counts = counts;
        this.left = left;
        this.right = right;
        chooseLabels();
    }

    static CountAxis of(List<Curve> curves, double left, double right) {
        return new CountAxis(
                curves.stream()
                        .flatMap(curve -> curve.points().stream())
                        .map(Curve.Point::count)
                        .distinct()
                        .sorted()
                        .toList(),
                left,
                right);
    }

    /** From the right, so that the largest count always has its label. */
    private void chooseLabels() {
        double free = Double.POSITIVE_INFINITY;
        for (int count : counts.reversed()) {
            double half = TextWidth.of(Numbers.whole(count), LABEL_SIZE) / 2;
            if (x(count) + half + LABEL_GAP <= free) {
                labelled.add(count);
                free = x(count) - half;
            }
        }
    }

    List<Integer> list() {
        return counts;
    }

    boolean labelled(int count) {
        return labelled.contains(count);
    }

    double x(int count) {
        double low = Math.log(counts.getFirst());
        double high = Math.log(counts.getLast());
        double place = high > low ? (Math.log(count) - low) / (high - low) : 0.5;
        return left + place * (right - left);
    }
}
