package io.laio.comparison.figures;

import static io.laio.comparison.figures.Numbers.coordinate;

import java.util.List;

/** Pieces that all drawings share. */
final class Svg {
    private Svg() {}

    /** Opens the drawing: title and description are read out where it cannot be seen. */
    static void open(Markup markup, Figure figure, double width, double height, String description) {
        markup.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "class",
                "fig",
                "viewBox",
                "0 0 " + coordinate(width) + " " + coordinate(height),
                "width",
                coordinate(width),
                "height",
                coordinate(height),
                "role",
                "img",
                "aria-labelledby",
                figure.id() + "-t " + figure.id() + "-d");
        markup.element("title", figure.title(), "id", figure.id() + "-t");
        markup.element("desc", description, "id", figure.id() + "-d");
        rectangle(markup, "paper", 0, 0, width, height);
    }

    static void rectangle(Markup markup, String style, double x, double y, double width, double height) {
        markup.empty(
                "rect",
                "class",
                style,
                "x",
                coordinate(x),
                "y",
                coordinate(y),
                "width",
                coordinate(width),
                "height",
                coordinate(height));
    }

    static void line(Markup markup, String style, double x1, double y1, double x2, double y2) {
        markup.empty(
                "line",
                "class",
                style,
                "x1",
                coordinate(x1),
                "y1",
                coordinate(y1),
                "x2",
                coordinate(x2),
                "y2",
                coordinate(y2));
    }

    static void text(Markup markup, String style, String text, double x, double y) {
        markup.element("text", text, "class", style, "x", coordinate(x), "y", coordinate(y));
    }

    static void centred(Markup markup, String style, String text, double x, double y) {
        markup.element("text", text, "class", style, "x", coordinate(x), "y", coordinate(y), "text-anchor", "middle");
    }

    static void lines(Markup markup, List<String> lines, double x, double y, double lineHeight) {
        for (int i = 0; i < lines.size(); i++) {
            text(markup, "soft", lines.get(i), x, y + i * lineHeight);
        }
    }
}
