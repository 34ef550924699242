package io.laio.comparison.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.LabelLayout;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/** Draws one panel of a {@link CurveFigure}: axes, curves, bars, and names at the ends of curves. */
final class CurvePlot {
    private static final double LABEL_GAP = 16;
    private static final double CAP = 3.5;
    private static final double INSET = 16;

    private final Markup markup;
    private final CurveFigure figure;
    private final CurvePanel panel;
    private final Frame frame;
    private final Axis values;
    private final PlaceAxis places;

    /**
     * Where a panel is drawn.
     *
     * @param left of the plot
     * @param right of the plot
     * @param top of the plot
     * @param height of the plot
     */
    record Frame(double left, double right, double top, double height) {
        double ground() {
            return top + height;
        }
    }

    CurvePlot(Markup markup, CurveFigure figure, CurvePanel panel, Frame frame, Axis values) {
        this.markup = markup;
        this.figure = figure;
        this.panel = panel;
        this.frame = frame;
        this.values = values;
        places = new PlaceAxis(figure.against(), figure.panels(), frame.left() + INSET, frame.right() - INSET + 2);
    }

    private double y(double value) {
        return frame.top() + frame.height() * (1 - Math.clamp(values.place(value), 0, 1));
    }

    void draw() {
        drawValueAxis();
        drawPlaceAxis();
        panel.curves().forEach(this::drawSpreads);
        panel.curves().forEach(this::drawLine);
        panel.curves().forEach(this::drawMarkers);
        drawLabels();
    }

    private void drawValueAxis() {
        for (double tick : values.ticks()) {
            Svg.line(markup, "grid", frame.left(), y(tick), frame.right(), y(tick));
            markup.element(
                    "text",
                    Numbers.tick(tick),
                    "class",
                    "tick",
                    "x",
                    coordinate(frame.left() - 8),
                    "y",
                    coordinate(y(tick)),
                    "text-anchor",
                    "end",
                    "dominant-baseline",
                    "central");
        }
    }

    private void drawPlaceAxis() {
        double ground = frame.ground();
        Svg.line(markup, "axis", frame.left(), ground, frame.right(), ground);
        for (double place : places.list()) {
            double x = places.x(place);
            Svg.line(markup, "axis", x, ground, x, ground + 5);
            if (places.labelled(place)) {
                Svg.centred(markup, "tick", figure.show(place), x, ground + 20);
            }
        }
    }

    private void drawSpreads(Curve curve) {
        for (Curve.Measured point : curve.measured()) {
            if (point.summary().count() > 1 && !curve.across()) {
                drawSpread(curve, places.x(point.at()), point.summary().interval());
            }
        }
    }

    private void drawSpread(Curve curve, double x, Interval interval) {
        String cap = "h" + coordinate(2 * CAP);
        String left = "M" + coordinate(x - CAP) + " ";
        String path = left + coordinate(y(interval.low())) + cap + "M" + coordinate(x) + " "
                + coordinate(y(interval.low())) + "V" + coordinate(y(interval.high())) + left
                + coordinate(y(interval.high())) + cap;
        markup.empty("path", "class", figure.style(curve).colourClass() + " bar", "d", path);
    }

    /** A line through neighbouring points; where one has no value there is a gap. */
    private void drawLine(Curve curve) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (Curve.Point point : curve.points()) {
            if (point.summary() != null) {
                path.append(down ? 'L' : 'M')
                        .append(coordinate(places.x(point.at())))
                        .append(' ')
                        .append(coordinate(y(point.summary().median())));
            }
            down = point.summary() != null;
        }
        SeriesStyle style = figure.style(curve);
        if (!path.isEmpty()) {
            String dash = style.dash().isEmpty() ? "none" : style.dash();
            String classes = style.colourClass() + " line";
            markup.empty("path", "class", classes, "stroke-dasharray", dash, "d", path.toString());
        }
    }

    private void drawMarkers(Curve curve) {
        for (Curve.Measured point : curve.across() ? List.<Curve.Measured>of() : curve.measured()) {
            Points.draw(
                    markup,
                    figure.style(curve),
                    places.x(point.at()),
                    y(point.summary().median()));
        }
    }

    private void drawLabels() {
        List<Curve> labelled = panel.curves().stream()
                .filter(curve -> !curve.measured().isEmpty())
                .toList();
        List<Double> wanted = new ArrayList<>();
        labelled.forEach(
                curve -> wanted.add(y(curve.measured().getLast().summary().median())));
        double[] at = LabelLayout.place(wanted, LABEL_GAP, frame.top(), frame.ground());
        for (int i = 0; i < at.length; i++) {
            drawLabel(labelled.get(i), wanted.get(i), at[i]);
        }
    }

    private void drawLabel(Curve curve, double pointY, double labelY) {
        double pointX = places.x(curve.measured().getLast().at());
        double labelX = frame.right() + 26;
        String path = "M" + coordinate(pointX + 7) + " " + coordinate(pointY) + "L" + coordinate(frame.right() + 2)
                + " " + coordinate(pointY) + "L" + coordinate(labelX - 14) + " " + coordinate(labelY);
        markup.empty("path", "class", figure.style(curve).colourClass() + " leader", "d", path);
        Points.draw(markup, figure.style(curve), labelX - 8, labelY);
        markup.element(
                "text",
                curve.contestant(),
                "x",
                coordinate(labelX + 2),
                "y",
                coordinate(labelY),
                "dominant-baseline",
                "central");
    }
}
