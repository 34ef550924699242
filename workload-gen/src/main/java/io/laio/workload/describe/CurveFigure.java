package io.laio.workload.describe;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.LabelLayout;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.files.Csv;
import java.util.List;

/**
 * One curve.
 *
 * @param id name in files
 * @param title what it shows
 * @param xName what is to the right, with its unit
 * @param yName what is upwards, with its unit
 * @param x axis
 * @param y axis
 * @param points from left to right
 * @param marks points to be named
 * @param reading what can be seen, in sentences
 */
record CurveFigure(
        String id,
        String title,
        String xName,
        String yName,
        Axis x,
        Axis y,
        List<Point> points,
        List<Mark> marks,
        String reading)
        implements Figure {
    private static final double WIDTH = 640;
    private static final double LEFT = 74;
    private static final double RIGHT = 604;
    private static final double TOP = 64;
    private static final double BOTTOM = 330;
    private static final double MARGIN = 12;
    private static final double LINE_HEIGHT = 17;
    private static final double FONT = 12;
    private static final double BELOW_AXIS = 18;
    private static final double RADIUS = 4;
    private static final double LABEL_GAP = 8;

    /**
     * A point of the curve.
     *
     * @param x to the right
     * @param y upwards
     */
    record Point(double x, double y) {}

    /**
     * A point with its name.
     *
     * @param point where
     * @param text its name
     */
    record Mark(Point point, String text) {}

    @Override
    public Csv data() {
        Csv csv = new Csv(List.of(xName, yName));
        for (Point point : points) {
            csv.row(List.of(point.x(), point.y()));
        }
        return csv;
    }

    @Override
    public String inlineSvg() {
        List<String> lines = TextWidth.wrapped(List.of(reading), FONT, WIDTH - 2 * MARGIN);
        double below = BOTTOM + BELOW_AXIS + 2 * LINE_HEIGHT;
        Markup markup = new Markup();
        Svg.open(markup, this, WIDTH, below + lines.size() * LINE_HEIGHT + MARGIN, reading);
        Svg.text(markup, "title", title, MARGIN, 24);
        Svg.text(markup, "soft", yName, MARGIN, 46);
        drawAxes(markup);
        drawCurve(markup);
        drawMarks(markup);
        Svg.centred(markup, "soft", xName, (LEFT + RIGHT) / 2, BOTTOM + BELOW_AXIS + LINE_HEIGHT);
        Svg.lines(markup, lines, MARGIN, below + LINE_HEIGHT / 2, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private void drawAxes(Markup markup) {
        for (double tick : y.ticks()) {
            Svg.line(markup, "grid", LEFT, at(tick), RIGHT, at(tick));
            String number = Numbers.tick(tick);
            Svg.text(markup, "tick", number, LEFT - LABEL_GAP - TextWidth.of(number, FONT), at(tick) + RADIUS);
        }
        Svg.line(markup, "axis", LEFT, BOTTOM, RIGHT, BOTTOM);
        for (double tick : x.ticks()) {
            Svg.centred(markup, "tick", Numbers.tick(tick), across(tick), BOTTOM + BELOW_AXIS);
        }
    }

    private void drawCurve(Markup markup) {
        StringBuilder path = new StringBuilder();
        for (Point point : points) {
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(across(point.x())))
                    .append(' ')
                    .append(coordinate(at(point.y())));
        }
        markup.empty("path", "class", "line c1", "d", path.toString());
    }

    /** Where the curve is not: to the left where it rises, above where it falls; none over another. */
    private void drawMarks(Markup markup) {
        List<Double> heights = marks.stream().map(mark -> at(mark.point().y())).toList();
        double[] bases = LabelLayout.place(heights, LINE_HEIGHT, TOP, BOTTOM);
        for (int i = 0; i < bases.length; i++) {
            Mark mark = marks.get(i);
            double place = across(mark.point().x());
            drawPoint(markup, place, heights.get(i));
            if (rises()) {
                double left = place - 2 * LABEL_GAP - TextWidth.of(mark.text(), FONT);
                Svg.text(markup, "soft", mark.text(), left, bases[i] + RADIUS);
            } else {
                Svg.text(markup, "soft", mark.text(), place + LABEL_GAP, bases[i] - LABEL_GAP);
            }
        }
    }

    private boolean rises() {
        return points.getLast().y() > points.getFirst().y();
    }

    private static void drawPoint(Markup markup, double x, double y) {
        markup.empty("circle", "class", "marker c1", "cx", coordinate(x), "cy", coordinate(y), "r", coordinate(RADIUS));
    }

    private double across(double value) {
        return LEFT + (RIGHT - LEFT) * Math.clamp(x.place(value), 0, 1);
    }

    private double at(double value) {
        return BOTTOM - (BOTTOM - TOP) * Math.clamp(y.place(value), 0, 1);
    }
}
