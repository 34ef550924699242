package io.laio.comparison.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.Svg;
import io.laio.analysis.figures.TextWidth;
import java.util.List;
import java.util.stream.Collectors;

/** Draws a {@link LoopTimeFigure}: a bar for each contestant and client count, divided into four. */
final class LoopTimeChart {
    private static final double WIDTH = 760;
    private static final double TOP = 84;
    private static final double ROW = 20;
    private static final double BAR = 14;
    private static final double GROUP_GAP = 12;
    private static final double NAME_SIZE = 13;
    private static final double NUMBERS_WIDTH = 196;
    private static final List<String> PARTS = List.of("running", "runnable", "waiting", "blocked");
    private static final List<String> WORDS =
            List.of("running", "waiting for a processor", "waiting for events", "blocked");

    private final LoopTimeFigure figure;
    private final double left;
    private final double right = WIDTH - NUMBERS_WIDTH;
    private final Markup markup = new Markup();

    LoopTimeChart(LoopTimeFigure figure) {
        this.figure = figure;
        left = 76
                + figure.rows().stream()
                        .mapToDouble(row -> TextWidth.of(row.contestant(), NAME_SIZE))
                        .max()
                        .orElse(0);
    }

    String svg() {
        long groups =
                figure.rows().stream().map(LoopTime::contestant).distinct().count();
        double height = TOP + figure.rows().size() * ROW + (groups - 1) * GROUP_GAP + 20;
        Svg.open(markup, figure, WIDTH, height, description());
        hatching();
        Svg.text(markup, "title", figure.title(), 12, 24);
        legend();
        Svg.text(markup, "soft", "clients", left - 54, TOP - 10);
        Svg.text(markup, "soft", "blocked share, longest turn", right + 12, TOP - 10);
        drawRows();
        return markup.close("svg").toString();
    }

    /** Blocked time is hatched too: in grey its colour alone would not stand out. */
    private void hatching() {
        markup.open("defs");
        markup.open(
                "pattern",
                "id",
                figure.id() + "-hatch",
                "width",
                "6",
                "height",
                "6",
                "patternUnits",
                "userSpaceOnUse",
                "patternTransform",
                "rotate(45)");
        Svg.line(markup, "hatch", 0, 0, 0, 6);
        markup.close("pattern").close("defs");
    }

    private void legend() {
        double x = 12;
        for (int i = 0; i < PARTS.size(); i++) {
            part(PARTS.get(i), x, 36, 14, 12);
            Svg.text(markup, "soft", WORDS.get(i), x + 20, 46);
            x += 44 + TextWidth.of(WORDS.get(i), 12);
        }
    }

    private void part(String style, double x, double y, double width, double height) {
        Svg.rectangle(markup, style, x, y, width, height);
        if (style.equals("blocked")) {
            markup.empty(
                    "rect",
                    "x",
                    coordinate(x),
                    "y",
                    coordinate(y),
                    "width",
                    coordinate(width),
                    "height",
                    coordinate(height),
                    "style",
                    "fill:url(#" + figure.id() + "-hatch)");
        }
        Svg.rectangle(markup, "edge", x, y, width, height);
    }

    private void drawRows() {
        double y = TOP;
        String before = "";
        for (LoopTime row : figure.rows()) {
            boolean first = !row.contestant().equals(before);
            y += first && !before.isEmpty() ? GROUP_GAP : 0;
            if (first) {
                Svg.text(markup, "name", row.contestant(), 12, y + 11);
            }
            drawRow(row, y);
            before = row.contestant();
            y += ROW;
        }
    }

    private void drawRow(LoopTime row, double y) {
        markup.element(
                "text",
                Numbers.whole(row.clients()),
                "class",
                "tick",
                "x",
                coordinate(left - 12),
                "y",
                coordinate(y + 11),
                "text-anchor",
                "end");
        double[] shares = {row.running(), row.runnable(), row.waiting(), row.blocked()};
        double x = left;
        for (int i = 0; i < shares.length; i++) {
            double width = Math.clamp(shares[i], 0, 1) * (right - left);
            if (width > 0) {
                part(PARTS.get(i), x, y, width, BAR);
            }
            x += width;
        }
        Svg.text(markup, "tick", numbers(row), right + 12, y + 11);
    }

    private static String numbers(LoopTime row) {
        String operation = row.longestOperation();
        String longest = ", " + Numbers.measured(row.longestMillis()) + " ms";
        return Numbers.percent(row.blocked()) + longest + (operation == null ? "" : " (" + operation + ")");
    }

    private String description() {
        return "Share of loop time blocked, and the longest blocked turn. "
                + figure.rows().stream()
                        .map(row -> row.contestant() + " at " + row.clients() + " clients: " + numbers(row))
                        .collect(Collectors.joining(". "))
                + ".";
    }
}
