package io.laio.comparison.figures;

import io.laio.analysis.figures.Axis;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import io.laio.analysis.statistics.Summary;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Draws a {@link DotFigure}: names, then for each column a strip with dots and the medians in numbers. */
final class DotChart {
    static final double ROW = 22;
    private static final double WIDTH = 760;
    private static final double TOP = 76;
    private static final double BLOCK_HEAD = 24;
    private static final double BLOCK_FOOT = 34;
    private static final double LABEL_SIZE = 13;
    private static final double NUMBER_SIZE = 12;
    private static final double LINE_HEIGHT = 16;

    private final DotFigure figure;
    private final double names;
    private final double columnWidth;
    private final Markup markup = new Markup();

    DotChart(DotFigure figure) {
        this.figure = figure;
        names = 24
                + rows().mapToDouble(row -> TextWidth.of(row.label(), LABEL_SIZE))
                        .max()
                        .orElse(0);
        columnWidth = (WIDTH - names) / figure.columns().size();
    }

    private Stream<DotRow> rows() {
        return figure.blocks().stream().flatMap(block -> block.rows().stream());
    }

    String svg() {
        List<String> lines = TextWidth.wrapped(caption(), NUMBER_SIZE, WIDTH - 24);
        double height =
                TOP + figure.blocks().stream().mapToDouble(DotChart::height).sum() + 16 + lines.size() * LINE_HEIGHT;
        Svg.open(markup, figure, WIDTH, height, description());
        Svg.text(markup, "title", figure.title(), 12, 24);
        heads();
        double y = TOP;
        for (DotBlock block : figure.blocks()) {
            draw(block, y);
            y += height(block);
        }
        Svg.lines(markup, lines, 12, y + 12, LINE_HEIGHT);
        return markup.close("svg").toString();
    }

    private static double height(DotBlock block) {
        return BLOCK_HEAD + block.rows().size() * ROW + BLOCK_FOOT;
    }

    private void heads() {
        for (int i = 0; i < figure.columns().size(); i++) {
            DotFigure.Column column = figure.columns().get(i);
            double x = names + i * columnWidth + 6;
            Svg.text(markup, "heading", column.heading(), x, 48);
            Svg.text(markup, "soft", column.measure().unit(), x, 64);
        }
    }

    private void draw(DotBlock block, double top) {
        Svg.text(markup, "heading", block.heading(), 12, top + 12);
        double first = top + BLOCK_HEAD;
        for (int row = 0; row < block.rows().size(); row++) {
            Svg.text(markup, "name", block.rows().get(row).label(), 12, first + row * ROW + ROW / 2 + 4);
        }
        for (int column = 0; column < figure.columns().size(); column++) {
            double left = names + column * columnWidth + 6;
            double right = left + columnWidth - 18 - numbers();
            new DotStrip(markup, axis(block, column), left, right).draw(block.rows(), column, first);
        }
    }

    /** Room for the longest text of medians. */
    private double numbers() {
        return 10
                + rows().flatMap(row -> row.cells().stream())
                        .mapToDouble(dots -> TextWidth.of(DotStrip.numbers(dots), NUMBER_SIZE))
                        .max()
                        .orElse(0);
    }

    /** Columns of one measure have one axis in all of the figure; different measures have one in each block. */
    private Axis axis(DotBlock block, int column) {
        boolean one = figure.columns().stream()
                        .map(DotFigure.Column::measure)
                        .distinct()
                        .count()
                == 1;
        List<Summary> summaries = (one ? rows() : block.rows().stream())
                .flatMap(row ->
                        one ? row.cells().stream() : Stream.of(row.cells().get(column)))
                .flatMap(List::stream)
                .flatMap(dot -> Stream.ofNullable(dot.summary()))
                .toList();
        double low = summaries.stream()
                .mapToDouble(summary -> summary.interval().low())
                .min()
                .orElse(0);
        double high = summaries.stream()
                .mapToDouble(summary -> summary.interval().high())
                .max()
                .orElse(1);
        return Axis.holding(low, high);
    }

    private List<String> caption() {
        List<String> sentences = new ArrayList<>();
        if (!figure.note().isEmpty()) {
            sentences.add(figure.note());
        }
        sentences.add(Spread.sentence(rows().flatMap(row -> row.cells().stream())
                .flatMap(List::stream)
                .flatMap(dot -> Stream.ofNullable(dot.summary()))
                .toList()));
        String missing = listed(dot -> dot.summary() == null && dot.invalidRuns() > 0);
        if (!missing.isEmpty()) {
            sentences.add("No run that counts: " + missing + ".");
        }
        String partly = listed(dot -> dot.summary() != null && dot.invalidRuns() > 0);
        if (!partly.isEmpty()) {
            sentences.add("Invalid runs left out: " + partly + ".");
        }
        return sentences;
    }

    private String listed(Predicate<Dot> which) {
        return figure.blocks().stream()
                .flatMap(block -> block.rows().stream()
                        .filter(row ->
                                row.cells().stream().flatMap(List::stream).anyMatch(which))
                        .map(row -> row.label() + (block.heading().isEmpty() ? "" : " (" + block.heading() + ")")))
                .distinct()
                .collect(Collectors.joining("; "));
    }

    private String description() {
        return figure.blocks().stream()
                .map(block -> (block.heading().isEmpty() ? "" : block.heading() + ". ")
                        + block.rows().stream().map(this::words).collect(Collectors.joining(". ")))
                .collect(Collectors.joining(". ", "", ". " + String.join(" ", caption())));
    }

    private String words(DotRow row) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < figure.columns().size(); i++) {
            String numbers = DotStrip.numbers(row.cells().get(i));
            parts.add(figure.columns().get(i).heading() + " " + (numbers.isEmpty() ? "not run" : numbers) + " "
                    + figure.columns().get(i).measure().unit());
        }
        return row.label() + ": " + String.join(", ", parts);
    }
}
