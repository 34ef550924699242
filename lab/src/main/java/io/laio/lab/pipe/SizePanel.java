package io.laio.lab.pipe;

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
import java.util.stream.Stream;

/** One panel of {@link PipeSizesFigure}: a curve a contender, its name at the end. */
final class SizePanel {
    static final double WIDTH = 760;
    private static final double LEFT = 70;
    private static final double RIGHT = WIDTH - 180;
    private static final double LABEL_GAP = 16;
    private static final int KIBIBYTE = 1024;

    private final PipeResults results;
    private final PipeState state;
    private final double top;
    private final double height;
    private final Axis values;
    private final List<Integer> sizes;

    SizePanel(PipeResults results, PipeState state, double top, double height) {
        this.results = results;
        this.state = state;
        this.top = top;
        this.height = height;
        sizes = results.plan().sizes();
        List<Interval> spreads = Stream.of(Contender.values())
                .flatMap(contender -> sizes.stream().map(bytes -> new Cell(contender, state, bytes)))
                .map(cell -> results.summary(cell).interval())
                .toList();
        values = Axis.Logarithmic.holding(
                spreads.stream().mapToDouble(Interval::low).min().orElse(1),
                spreads.stream().mapToDouble(Interval::high).max().orElse(1));
    }

    /** Sizes stand apart as their logarithms do. */
    private double x(int bytes) {
        double widest = Math.log(sizes.getLast());
        double place = widest == 0 ? 0.5 : Math.log(bytes) / widest;
        return LEFT + 16 + (RIGHT - LEFT - 32) * place;
    }

    private double y(double nanos) {
        return top + height * (1 - Math.clamp(values.place(nanos), 0, 1));
    }

    private double median(Contender contender, int bytes) {
        return results.summary(new Cell(contender, state, bytes)).median();
    }

    void draw(Markup markup) {
        drawAxes(markup);
        for (Contender contender : Contender.values()) {
            drawCurve(markup, contender);
        }
        drawLabels(markup);
    }

    private void drawAxes(Markup markup) {
        for (double tick : values.ticks()) {
            Svg.line(markup, "grid", LEFT, y(tick), RIGHT, y(tick));
            markup.element(
                    "text",
                    Numbers.tick(tick),
                    "class",
                    "tick",
                    "x",
                    coordinate(LEFT - 8),
                    "y",
                    coordinate(y(tick)),
                    "text-anchor",
                    "end",
                    "dominant-baseline",
                    "central");
        }
        double ground = top + height;
        Svg.line(markup, "axis", LEFT, ground, RIGHT, ground);
        for (int bytes : sizes) {
            Svg.line(markup, "axis", x(bytes), ground, x(bytes), ground + 5);
            Svg.centred(markup, "tick", words(bytes), x(bytes), ground + 20);
        }
        Svg.centred(markup, "soft", "bytes a read", (LEFT + RIGHT) / 2, ground + 38);
    }

    static String words(int bytes) {
        return bytes >= KIBIBYTE && bytes % KIBIBYTE == 0 ? bytes / KIBIBYTE + " KiB" : bytes + " B";
    }

    private void drawCurve(Markup markup, Contender contender) {
        SeriesStyle style = ContenderStyles.of(contender);
        StringBuilder path = new StringBuilder();
        for (int bytes : sizes) {
            Interval spread = results.summary(new Cell(contender, state, bytes)).interval();
            Svg.line(markup, style.colourClass() + " bar", x(bytes), y(spread.low()), x(bytes), y(spread.high()));
            path.append(path.isEmpty() ? 'M' : 'L')
                    .append(coordinate(x(bytes)))
                    .append(' ')
                    .append(coordinate(y(median(contender, bytes))));
        }
        String dash = style.dash().isEmpty() ? "none" : style.dash();
        markup.empty("path", "class", style.colourClass() + " line", "stroke-dasharray", dash, "d", path.toString());
        sizes.forEach(bytes -> drawMarker(markup, style, x(bytes), y(median(contender, bytes))));
    }

    private static void drawMarker(Markup markup, SeriesStyle style, double x, double y) {
        String path = style.marker().path(x, y);
        markup.empty("path", "class", style.colourClass() + " marker", "d", path);
    }

    private void drawLabels(Markup markup) {
        List<Contender> contenders = List.of(Contender.values());
        List<Double> wanted = new ArrayList<>();
        for (Contender contender : contenders) {
            wanted.add(y(median(contender, sizes.getLast())));
        }
        double[] places = LabelLayout.place(wanted, LABEL_GAP, top, top + height);
        for (int i = 0; i < places.length; i++) {
            drawLabel(markup, contenders.get(i), wanted.get(i), places[i]);
        }
    }

    private void drawLabel(Markup markup, Contender contender, double pointY, double labelY) {
        SeriesStyle style = ContenderStyles.of(contender);
        double labelX = RIGHT + 26;
        String leader = "M" + coordinate(x(sizes.getLast()) + 7) + " " + coordinate(pointY) + "L" + coordinate(RIGHT)
                + " " + coordinate(pointY) + "L" + coordinate(labelX - 14) + " " + coordinate(labelY);
        markup.empty("path", "class", style.colourClass() + " leader", "d", leader);
        drawMarker(markup, style, labelX - 8, labelY);
        Svg.text(markup, "name", contender.words(), labelX + 4, labelY + 4);
    }
}
