package io.laio.comparison.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a {@link HeatFigure}. */
final class HeatChart {
    private static final double WIDTH = 760;
    private static final double TOP = 66;
    private static final double BLOCK_HEAD = 26;
    private static final double BLOCK_GAP = 10;
    private static final double NAME_SIZE = 13;
    private static final double TEXT_SIZE = 12;
    private static final double LINE_HEIGHT = 16;

    /** The darkest cell; its number is still read without effort. */
    private static final double DARKEST = 0.6;

    private final HeatFigure figure;
    private final double names;
    private final double columnWidth;
    private final double rowHeight;
    private final Markup markup = new Markup();

    HeatChart(HeatFigure figure) {
        this.figure = figure;
        names = 24
                + figure.blocks().stream()
                        .flatMap(block -> block.rows().stream())
                        .mapToDouble(row -> TextWidth.of(row.contestant(), NAME_SIZE))
                        .max()
                        .orElse(0);
        columnWidth = Math.min(128, (WIDTH - names - 8) / figure.columns().size());
        boolean two = figure.blocks().stream()
                .flatMap(block -> block.rows().stream())
                .flatMap(row -> row.cells().stream())
                .anyMatch(cell -> !cell.under().isEmpty());
        rowHeight = two ? 33 : 24;
    }

    String svg() {
        List<String> lines = TextWidth.wrapped(List.of(figure.caption()), TEXT_SIZE, WIDTH - 24);
        double height =
                TOP + figure.blocks().stream().mapToDouble(this::height).sum() + 12 + lines.size() * LINE_HEIGHT;
        Svg.open(markup, figure, WIDTH, height, description());
        Svg.text(markup, "title", figure.title(), 12, 24);
        for (int i = 0; i < figure.columns().size(); i++) {
            Svg.centred(markup, "soft", figure.columns().get(i), middle(i), 50);
        }
        double y = TOP;
        for (HeatBlock block : figure.blocks()) {
            draw(block, y);
            y += height(block);
        }
        Svg.lines(markup, lines, 12, y + 10, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private double height(HeatBlock block) {
        return BLOCK_HEAD + block.rows().size() * rowHeight + BLOCK_GAP;
    }

    private double middle(int column) {
        return names + (column + 0.5) * columnWidth;
    }

    private void draw(HeatBlock block, double top) {
        Svg.text(markup, "heading", block.heading(), 12, top + 14);
        double y = top + BLOCK_HEAD;
        for (HeatRow row : block.rows()) {
            Svg.text(markup, "name", row.contestant(), 12, y + rowHeight / 2 + 4);
            for (int column = 0; column < row.cells().size(); column++) {
                draw(row.cells().get(column), column, y);
            }
            y += rowHeight;
        }
    }

    private void draw(HeatCell cell, int column, double y) {
        double left = middle(column) - columnWidth / 2 + 1;
        markup.empty(
                "rect",
                "class",
                "blocked",
                "fill-opacity",
                coordinate(DARKEST * Math.clamp(cell.shade(), 0, 1)),
                "x",
                coordinate(left),
                "y",
                coordinate(y + 1),
                "width",
                coordinate(columnWidth - 2),
                "height",
                coordinate(rowHeight - 2));
        boolean two = !cell.under().isEmpty();
        Svg.centred(markup, "cell", cell.text(), middle(column), y + (two ? 14 : rowHeight / 2 + 4));
        if (two) {
            Svg.centred(markup, "under", cell.under(), middle(column), y + 27);
        }
    }

    private String description() {
        return figure.blocks().stream()
                .map(block -> block.heading() + ". "
                        + block.rows().stream().map(this::words).collect(Collectors.joining(". ")))
                .collect(Collectors.joining(". ", "", ". " + figure.caption()));
    }

    private String words(HeatRow row) {
        StringBuilder words = new StringBuilder(row.contestant()).append(':');
        for (int i = 0; i < row.cells().size(); i++) {
            HeatCell cell = row.cells().get(i);
            String under = cell.under().isEmpty() ? "" : " " + cell.under();
            words.append(i == 0 ? " " : ", ")
                    .append(figure.columns().get(i))
                    .append(' ')
                    .append(cell.text())
                    .append(under);
        }
        return words.toString();
    }
}
