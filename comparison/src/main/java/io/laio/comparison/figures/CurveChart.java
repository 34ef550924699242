package io.laio.comparison.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.LabelLayout;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.statistics.Interval;
import java.util.ArrayList;
import java.util.List;

/** Draws a {@link CurveFigure}. Lengths are in the drawing's own units, about a pixel each. */
final class CurveChart {
    private static final double WIDTH = 760;
    private static final double TOP = 62;
    private static final double PLOT_HEIGHT = 300;
    private static final double LEFT = 62;
    private static final double BELOW_PLOT = 66;
    private static final double LINE_HEIGHT = 16;
    private static final double LABEL_GAP = 16;
    private static final double LABEL_SIZE = 13;
    private static final double CAPTION_SIZE = 12;
    private static final double CAP = 3.5;

    private final CurveFigure figure;
    private final CurveCaption caption;
    private final CountAxis counts;
    private final Axis values;
    private final double right;
    private final Markup markup = new Markup();

    CurveChart(CurveFigure figure) {
        this.figure = figure;
        caption = new CurveCaption(figure);
        double labels = figure.curves().stream()
                .mapToDouble(curve -> TextWidth.of(curve.contestant(), LABEL_SIZE))
                .max()
                .orElse(0);
        right = WIDTH - Math.min(labels + 44, WIDTH / 2);
        counts = CountAxis.of(figure.curves(), LEFT + 18, right - 14);
        values = values();
    }

    private Axis values() {
        List<Interval> spreads = figure.curves().stream()
                .flatMap(curve -> curve.measured().stream())
                .map(point -> point.summary().interval())
                .toList();
        double smallest = spreads.stream().mapToDouble(Interval::low).min().orElse(0);
        double largest = spreads.stream().mapToDouble(Interval::high).max().orElse(1);
        return Axis.holding(smallest, largest);
    }

    private double y(double value) {
        return TOP + PLOT_HEIGHT * (1 - Math.clamp(values.place(value), 0, 1));
    }

    String svg() {
        List<String> lines = TextWidth.wrapped(caption.sentences(), CAPTION_SIZE, WIDTH - 24);
        double height = TOP + PLOT_HEIGHT + BELOW_PLOT + lines.size() * LINE_HEIGHT;
        Svg.open(markup, figure, WIDTH, height, caption.description());
        head();
        drawValueAxis();
        drawCountAxis();
        figure.curves().forEach(this::drawSpreads);
        figure.curves().forEach(this::drawLine);
        figure.curves().forEach(this::drawMarkers);
        drawLabels();
        Svg.lines(markup, lines, 12, TOP + PLOT_HEIGHT + BELOW_PLOT, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private void head() {
        markup.element("text", figure.title(), "class", "title", "x", "12", "y", "24");
        String better = figure.metric().higherIsBetter() ? "higher is better" : "lower is better";
        String scale = values instanceof Axis.Logarithmic ? ", logarithmic" : "";
        String unit = figure.metric().unit() + scale + " – " + better;
        markup.element("text", unit, "class", "soft", "x", "12", "y", "46");
    }

    private void drawValueAxis() {
        for (double tick : values.ticks()) {
            String y = coordinate(y(tick));
            Svg.line(markup, "grid", LEFT, y(tick), right, y(tick));
            markup.element(
                    "text",
                    Numbers.tick(tick),
                    "class",
                    "tick",
                    "x",
                    coordinate(LEFT - 8),
                    "y",
                    y,
                    "text-anchor",
                    "end",
                    "dominant-baseline",
                    "central");
        }
    }

    private void drawCountAxis() {
        double ground = TOP + PLOT_HEIGHT;
        Svg.line(markup, "axis", LEFT, ground, right, ground);
        for (int count : counts.list()) {
            double x = counts.x(count);
            Svg.line(markup, "axis", x, ground, x, ground + 5);
            if (counts.labelled(count)) {
                Svg.centred(markup, "tick", Numbers.whole(count), x, ground + 20);
            }
        }
        Svg.centred(markup, "soft", figure.against().words(), (LEFT + right) / 2, ground + 40);
    }

    private void drawSpreads(Curve curve) {
        for (Curve.Measured point : curve.measured()) {
            if (point.summary().count() > 1 && !curve.across()) {
                double x = counts.x(point.count());
                double low = y(point.summary().interval().low());
                double high = y(point.summary().interval().high());
                String path = "M" + coordinate(x - CAP) + " " + coordinate(low) + "h" + coordinate(2 * CAP) + "M"
                        + coordinate(x) + " " + coordinate(low) + "V" + coordinate(high) + "M" + coordinate(x - CAP)
                        + " " + coordinate(high) + "h" + coordinate(2 * CAP);
                markup.empty("path", "class", figure.style(curve).colourClass() + " bar", "d", path);
            }
        }
    }

    /** A line through neighbouring points; where one has no value there is a gap. */
    private void drawLine(Curve curve) {
        StringBuilder path = new StringBuilder();
        boolean down = false;
        for (Curve.Point point : curve.points()) {
            if (point.summary() != null) {
                path.append(down ? 'L' : 'M')
                        .append(coordinate(counts.x(point.count())))
                        .append(' ')
                        .append(coordinate(y(point.summary().median())));
            }
            down = point.summary() != null;
        }
        SeriesStyle style = figure.style(curve);
        if (!path.isEmpty()) {
            markup.empty(
                    "path",
                    "class",
                    style.colourClass() + " line",
                    "stroke-dasharray",
                    dash(style),
                    "d",
                    path.toString());
        }
    }

    private static String dash(SeriesStyle style) {
        return style.dash().isEmpty() ? "none" : style.dash();
    }

    private void drawMarkers(Curve curve) {
        for (Curve.Measured point : curve.across() ? List.<Curve.Measured>of() : curve.measured()) {
            drawMarker(curve, counts.x(point.count()), y(point.summary().median()));
        }
    }

    private void drawMarker(Curve curve, double x, double y) {
        SeriesStyle style = figure.style(curve);
        String hollow = style.hollow() ? " hollow" : "";
        markup.empty(
                "path",
                "class",
                style.colourClass() + " marker" + hollow,
                "d",
                style.marker().path(x, y));
    }

    private void drawLabels() {
        List<Curve> labelled = figure.curves().stream()
                .filter(curve -> !curve.measured().isEmpty())
                .toList();
        List<Double> wanted = new ArrayList<>();
        labelled.forEach(
                curve -> wanted.add(y(curve.measured().getLast().summary().median())));
        double[] places = LabelLayout.place(wanted, LABEL_GAP, TOP, TOP + PLOT_HEIGHT);
        for (int i = 0; i < places.length; i++) {
            drawLabel(labelled.get(i), wanted.get(i), places[i]);
        }
    }

    private void drawLabel(Curve curve, double pointY, double labelY) {
        double pointX = counts.x(curve.measured().getLast().count());
        double labelX = right + 26;
        String path = "M" + coordinate(pointX + 7) + " " + coordinate(pointY) + "L" + coordinate(right + 2) + " "
                + coordinate(pointY) + "L" + coordinate(labelX - 14) + " " + coordinate(labelY);
        markup.empty("path", "class", figure.style(curve).colourClass() + " leader", "d", path);
        drawMarker(curve, labelX - 8, labelY);
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
