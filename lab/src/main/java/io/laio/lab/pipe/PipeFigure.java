package io.laio.lab.pipe;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Summary;
import java.util.List;
import java.util.stream.Stream;

/** One byte: a row a contender, once with the full and once with the empty pipe, on one axis of time. */
public final class PipeFigure implements Figure {
    private static final double WIDTH = 760;
    private static final double LEFT = 176;
    private static final double RIGHT = WIDTH - 96; // room for a value behind the largest
    private static final double TOP = 72;
    private static final double ROW = 26;
    private static final double PANEL_GAP = 40;
    private static final double BELOW = 62;
    private static final double LINE_HEIGHT = 16;

    private final PipeResults results;
    private final Axis axis;

    /**
     * Prepares.
     *
     * @param results what to draw
     */
    public PipeFigure(PipeResults results) {
        this.results = results;
        List<Interval> spreads = Stream.of(PipeState.values())
                .flatMap(state -> Stream.of(Contender.values()).map(contender -> new Cell(contender, state, 1)))
                .map(cell -> results.summary(cell).interval())
                .toList();
        axis = Axis.Logarithmic.holding(
                spreads.stream().mapToDouble(Interval::low).min().orElse(1),
                spreads.stream().mapToDouble(Interval::high).max().orElse(1));
    }

    @Override
    public String id() {
        return "pipe";
    }

    @Override
    public String title() {
        return "Reading one byte from a pipe";
    }

    @Override
    public Csv data() {
        return PipeTable.of(results, List.of(1));
    }

    private double panelHeight() {
        return Contender.values().length * ROW;
    }

    private double top(PipeState state) {
        return TOP + List.of(PipeState.values()).indexOf(state) * (panelHeight() + PANEL_GAP);
    }

    private double x(double nanos) {
        return LEFT + (RIGHT - LEFT) * axis.place(nanos);
    }

    @Override
    public String inlineSvg() {
        List<String> lines = TextWidth.wrapped(PipeWords.caption(results), 12, WIDTH - 24);
        double bottom = top(PipeState.EMPTY) + panelHeight();
        Markup markup = new Markup();
        Svg.open(markup, this, WIDTH, bottom + BELOW + lines.size() * LINE_HEIGHT, PipeWords.description(results));
        Svg.text(markup, "title", title(), 12, 24);
        Svg.text(markup, "soft", "nanoseconds a call, logarithmic – lower is better", 12, 44);
        drawAxis(markup, bottom);
        for (PipeState state : PipeState.values()) {
            Svg.text(markup, "name", PipeWords.of(state), 12, top(state) - 4);
            for (Contender contender : Contender.values()) {
                drawRow(markup, new Cell(contender, state, 1));
            }
        }
        Svg.lines(markup, lines, 12, bottom + BELOW, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private void drawAxis(Markup markup, double bottom) {
        for (PipeState state : PipeState.values()) {
            double top = top(state) + 4;
            axis.ticks().forEach(tick -> Svg.line(markup, "grid", x(tick), top, x(tick), top + panelHeight()));
        }
        Svg.line(markup, "axis", LEFT, bottom + 4, RIGHT, bottom + 4);
        axis.ticks().forEach(tick -> Svg.centred(markup, "tick", Numbers.tick(tick), x(tick), bottom + 22));
        Svg.centred(markup, "soft", "nanoseconds a call", (LEFT + RIGHT) / 2, bottom + 40);
    }

    private void drawRow(Markup markup, Cell cell) {
        double y = top(cell.state()) + 4 + ROW * (List.of(Contender.values()).indexOf(cell.contender()) + 0.5);
        Summary summary = results.summary(cell);
        SeriesStyle style = ContenderStyles.of(cell.contender());
        double high = x(summary.interval().high());
        Svg.text(markup, "name", cell.contender().words(), 24, y + 4);
        Svg.line(markup, style.colourClass() + " bar", x(summary.interval().low()), y, high, y);
        markup.empty(
                "path",
                "class",
                style.colourClass() + " marker",
                "d",
                style.marker().path(x(summary.median()), y));
        double behind = Math.max(high, x(summary.median()) + 6) + 8;
        Svg.text(markup, "name", Numbers.measured(summary.median()) + " ns", behind, y + 4);
    }
}
