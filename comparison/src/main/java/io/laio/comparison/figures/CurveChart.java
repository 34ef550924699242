package io.laio.comparison.figures;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import java.util.List;

/** Draws a {@link CurveFigure}: one large panel, or small ones side by side. Lengths are in the drawing's own units, about a pixel each. */
final class CurveChart {
    private static final double WIDTH = 760;
    private static final double TOP = 62;
    private static final double LEFT = 62;
    private static final double LINE_HEIGHT = 16;
    private static final double LABEL_SIZE = 13;
    private static final double CAPTION_SIZE = 12;
    private static final double HEADING = 26;
    private static final double TICKS = 34;
    private static final double NARROWEST_PLOT = 150;

    private final CurveFigure figure;
    private final CurveCaption caption;
    private final double labels;
    private final int columns;
    private final PanelAxes axes;
    private final Markup markup = new Markup();

    CurveChart(CurveFigure figure) {
        this.figure = figure;
        caption = new CurveCaption(figure);
        labels = figure.panels().stream()
                        .flatMap(panel -> panel.curves().stream())
                        .mapToDouble(curve -> TextWidth.of(curve.contestant(), LABEL_SIZE))
                        .max()
                        .orElse(0)
                + 34;
        boolean narrow = WIDTH / 2 - LEFT - labels < NARROWEST_PLOT;
        columns = single() || narrow ? 1 : 2;
        axes = new PanelAxes(figure.panels(), columns);
    }

    private boolean single() {
        return figure.panels().size() == 1;
    }

    private double plotHeight() {
        return single() ? 300 : 180;
    }

    private double rowHeight() {
        return plotHeight() + TICKS + (single() ? 0 : HEADING);
    }

    String svg() {
        List<String> lines = TextWidth.wrapped(caption.sentences(), CAPTION_SIZE, WIDTH - 24);
        int rows = (figure.panels().size() + columns - 1) / columns;
        double below = TOP + rows * rowHeight() + 8;
        double height = below + 24 + lines.size() * LINE_HEIGHT;
        Svg.open(markup, figure, WIDTH, height, caption.description());
        head();
        for (int i = 0; i < figure.panels().size(); i++) {
            drawPanel(i);
        }
        Svg.lines(markup, lines, 12, below + 24, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private void head() {
        markup.element("text", figure.title(), "class", "title", "x", "12", "y", "24");
        String better = figure.metric().higherIsBetter() ? "higher is better" : "lower is better";
        String scale = axes.allLogarithmic() ? ", logarithmic" : "";
        String unit = figure.metric().unit() + scale + " – " + better + axes.words();
        markup.element("text", unit, "class", "soft", "x", "12", "y", "46");
    }

    private void drawPanel(int index) {
        CurvePanel panel = figure.panels().get(index);
        CurvePlot.Frame frame = frame(index);
        if (!single()) {
            String scale = axes.logarithmic(index) && !axes.allLogarithmic() ? " (logarithmic)" : "";
            Svg.text(markup, "heading", panel.heading() + scale, frame.left(), frame.top() - 12);
        }
        new CurvePlot(markup, figure, panel, frame, axes.of(index)).draw();
        if (index + columns >= figure.panels().size()) {
            Svg.centred(
                    markup,
                    "soft",
                    figure.places(),
                    (frame.left() + frame.right()) / 2,
                    frame.ground() + (single() ? 40 : 37));
        }
    }

    private CurvePlot.Frame frame(int index) {
        double width = WIDTH / columns;
        double start = index % columns * width;
        int row = index / columns;
        double top = TOP + row * rowHeight() + (single() ? 0 : HEADING);
        double right = start + width - Math.min(labels + 10, width / 2);
        return new CurvePlot.Frame(start + LEFT, right, top, plotHeight());
    }
}
