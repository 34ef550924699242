package io.laio.lab.pipe;

import io.laio.analysis.figures.Figure;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.files.Csv;
import java.util.List;

/** More bytes a read: time against size, a panel for the full and one for the empty pipe. */
public final class PipeSizesFigure implements Figure {
    private static final double TOP = 86;
    private static final double PANEL_HEIGHT = 230;
    private static final double PANEL_GAP = 80;
    private static final double BELOW = 64;
    private static final double LINE_HEIGHT = 16;

    private final PipeResults results;

    /**
     * Prepares.
     *
     * @param results what to draw
     */
    public PipeSizesFigure(PipeResults results) {
        this.results = results;
    }

    @Override
    public String id() {
        return "pipe-by-size";
    }

    @Override
    public String title() {
        return "Reading more bytes from a pipe";
    }

    @Override
    public Csv data() {
        return PipeTable.of(results, results.plan().sizes());
    }

    @Override
    public String inlineSvg() {
        List<String> lines = TextWidth.wrapped(PipeWords.caption(results), 12, SizePanel.WIDTH - 24);
        double bottom = top(PipeState.EMPTY) + PANEL_HEIGHT;
        Markup markup = new Markup();
        Svg.open(
                markup,
                this,
                SizePanel.WIDTH,
                bottom + BELOW + lines.size() * LINE_HEIGHT,
                "Time of a read against its size, for each contender. " + PipeWords.description(results));
        Svg.text(markup, "title", title(), 12, 24);
        Svg.text(markup, "soft", "nanoseconds a call, both axes logarithmic – lower is better", 12, 44);
        for (PipeState state : PipeState.values()) {
            Svg.text(markup, "name", PipeWords.of(state), 12, top(state) - 16);
            new SizePanel(results, state, top(state), PANEL_HEIGHT).draw(markup);
        }
        Svg.lines(markup, lines, 12, bottom + BELOW, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private static double top(PipeState state) {
        return TOP + List.of(PipeState.values()).indexOf(state) * (PANEL_HEIGHT + PANEL_GAP);
    }
}
