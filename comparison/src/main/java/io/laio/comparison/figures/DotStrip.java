package io.laio.comparison.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.stream.Collectors;

/** One column of one block of a {@link DotFigure}: its axis, its dots and bars, and the medians in numbers at the right. */
final class DotStrip {
    private static final double CAP = 3;
    private static final double TICK_SIZE = 12;

    private final Markup markup;
    private final Axis axis;
    private final double left;
    private final double right;

    DotStrip(Markup markup, Axis axis, double left, double right) {
        this.markup = markup;
        this.axis = axis;
        this.left = left;
        this.right = right;
    }

    /** The medians in words: one, or several with a stroke between. */
    static String numbers(List<Dot> dots) {
        return dots.stream()
                .map(dot -> dot.summary() == null
                        ? "–"
                        : Numbers.measured(dot.summary().median()))
                .collect(Collectors.joining(" / "));
    }

    private double x(double value) {
        return left + (right - left) * Math.clamp(axis.place(value), 0, 1);
    }

    void draw(List<DotRow> rows, int column, double top) {
        drawAxis(top, top + rows.size() * DotChart.ROW);
        for (int row = 0; row < rows.size(); row++) {
            double y = top + row * DotChart.ROW + DotChart.ROW / 2;
            List<Dot> dots = rows.get(row).cells().get(column);
            Svg.line(markup, "grid", left, y, right, y);
            dots.forEach(dot -> drawBar(dot, y));
            dots.forEach(dot -> drawDot(dot, y));
            Svg.text(markup, "tick", numbers(dots), right + 12, y + 4);
        }
    }

    private void drawAxis(double top, double ground) {
        double free = Double.NEGATIVE_INFINITY;
        for (double tick : axis.ticks()) {
            Svg.line(markup, "grid", x(tick), top, x(tick), ground + 4);
            double half = TextWidth.of(Numbers.tick(tick), TICK_SIZE) / 2;
            if (x(tick) - half >= free) {
                Svg.centred(markup, "tick", Numbers.tick(tick), x(tick), ground + 17);
                free = x(tick) + half + 6;
            }
        }
        Svg.line(markup, "axis", left, ground, right, ground);
    }

    private void drawBar(Dot dot, double y) {
        Summary summary = dot.summary();
        if (summary == null || summary.count() == 1) {
            return;
        }
        String cap = " " + coordinate(y - CAP) + "v" + coordinate(2 * CAP);
        String low = coordinate(x(summary.interval().low()));
        String high = coordinate(x(summary.interval().high()));
        String path = "M" + low + cap + "M" + low + " " + coordinate(y) + "H" + high + "M" + high + cap;
        markup.empty("path", "class", dot.style().colourClass() + " bar", "d", path);
    }

    private void drawDot(Dot dot, double y) {
        Summary summary = dot.summary();
        if (summary != null) {
            Points.draw(markup, dot.style(), x(summary.median()), y);
        }
    }
}
