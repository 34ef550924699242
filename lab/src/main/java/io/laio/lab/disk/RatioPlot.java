package io.laio.lab.disk;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.statistics.Interval;
import java.util.List;

/**
 * How far the device is from its model, by depth: what a logarithmic axis hides.
 *
 * @param points random reads by rising depth
 * @param x where depths are
 * @param most the largest distance that has room, 0.1 for 10 %
 * @param top upper edge
 * @param height of the plot
 */
record RatioPlot(List<Point> points, DepthAxis x, double most, double top, double height) {
    private static final double STEP = 0.1;
    private static final double PERCENT = 100;
    private static final double ABOVE = 8;

    /** The smallest whole tenth that holds all. */
    static double most(List<Point> points) {
        double farthest = points.stream()
                .map(Point::ratioInterval)
                .mapToDouble(ratio -> Math.max(Math.abs(ratio.low() - 1), Math.abs(ratio.high() - 1)))
                .max()
                .orElse(0);
        return Math.max(1, Math.ceil(farthest / STEP - 1e-9)) * STEP;
    }

    private double y(double ratio) {
        return top + height * (0.5 - (ratio - 1) / most / 2);
    }

    void draw(Markup markup, boolean withNumbers) {
        Svg.text(markup, "soft", "device beside model", x.left(), top - ABOVE);
        for (double distance : new double[] {-most, 0, most}) {
            double y = y(1 + distance);
            Svg.line(markup, distance == 0 ? "axis" : "grid", x.left(), y, x.right(), y);
            if (withNumbers) {
                DiskStyle.number(markup, percent(distance), x.left(), y);
            }
        }
        points.forEach(point -> draw(markup, point));
        drawDepths(markup);
    }

    private static String percent(double distance) {
        long rounded = Math.round(distance * PERCENT);
        return (rounded > 0 ? "+" : rounded < 0 ? "−" : "") + Math.abs(rounded) + " %";
    }

    private void draw(Markup markup, Point point) {
        Interval spread = point.ratioInterval();
        DiskStyle.point(markup, x.x(point.load().depth()), y(point.ratio()), y(spread.low()), y(spread.high()));
    }

    private void drawDepths(Markup markup) {
        double ground = top + height;
        for (int depth : x.depths()) {
            Svg.line(markup, "axis", x.x(depth), ground, x.x(depth), ground + 4);
        }
        for (int depth : x.labelled()) {
            Svg.centred(markup, "tick", Integer.toString(depth), x.x(depth), ground + 18);
        }
        Svg.centred(markup, "soft", "reads outstanding", (x.left() + x.right()) / 2, ground + 36);
    }
}
