package io.laio.lab.disk;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.statistics.Interval;
import java.util.List;

/**
 * Reads a second of one disk against depth: the model as a line, the device as points.
 *
 * @param points random reads by rising depth
 * @param x where depths are
 * @param rates an axis that all disks share, so that they can be compared
 * @param top upper edge
 * @param height of the plot
 */
record RatePlot(List<Point> points, DepthAxis x, Axis rates, double top, double height) {
    private static final double ABOVE_POINT = 10;
    private static final double BELOW_POINT = 18;
    private static final double NEAR = 24;

    private double y(double perSecond) {
        return top + height * (1 - Math.clamp(rates.place(perSecond), 0, 1));
    }

    private double x(Point point) {
        return x.x(point.load().depth());
    }

    private static double rate(Point point) {
        return point.perSecond().median();
    }

    void draw(Markup markup, boolean withNumbers) {
        for (double tick : rates.ticks()) {
            Svg.line(markup, "grid", x.left(), y(tick), x.right(), y(tick));
            if (withNumbers) {
                DiskStyle.number(markup, Numbers.tick(tick), x.left(), y(tick));
            }
        }
        Svg.line(markup, "axis", x.left(), top + height, x.right(), top + height);
        drawModel(markup);
        points.forEach(point -> drawDevice(markup, point));
        points.stream().filter(this::isNamed).forEach(point -> drawName(markup, point));
    }

    private void drawModel(Markup markup) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(x(point)))
                    .append(' ')
                    .append(coordinate(y(point.model().perSecond())));
        }
        DiskStyle.modelLine(markup, path.toString());
    }

    private void drawDevice(Markup markup, Point point) {
        Interval spread = point.perSecond().interval();
        DiskStyle.point(markup, x(point), y(rate(point)), y(spread.low()), y(spread.high()));
    }

    /** The first, the last, and the one by which the gain is told. */
    private boolean isNamed(Point point) {
        return point.equals(points.getFirst())
                || point.equals(points.getLast())
                || point.load().depth() == DiskPlan.GAIN_DEPTH;
    }

    /** Above the point and the line, or below the point where the line is far above it. */
    private void drawName(Markup markup, Point point) {
        Interval spread = point.perSecond().interval();
        double above = Math.min(y(spread.high()), y(point.model().perSecond())) - ABOVE_POINT;
        boolean near = y(rate(point)) - above < NEAR;
        double base = near ? above : y(spread.low()) + BELOW_POINT;
        Svg.centred(markup, "name", Numbers.measured(rate(point)), x(point), base);
    }
}
