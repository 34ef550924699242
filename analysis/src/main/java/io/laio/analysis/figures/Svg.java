package io.laio.analysis.figures;

import static io.laio.analysis.figures.Numbers.coordinate;

import java.util.List;

/** Pieces that all drawings share. Lengths are in the drawing's own units, about a pixel each. */
public final class Svg {
    private Svg() {}

    /**
     * Opens the drawing: title and description are read out where it cannot be seen.
     *
     * @param markup where to write
     * @param figure whose title and id it carries
     * @param width of the drawing
     * @param height of the drawing
     * @param description what it shows, in sentences
     */
    public static void open(Markup markup, Figure figure, double width, double height, String description) {
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

    /**
     * Draws a filled rectangle.
     *
     * @param markup where to write
     * @param style classes of {@link FigureCss}
     * @param x left edge
     * @param y upper edge
     * @param width to the right
     * @param height downwards
     */
    public static void rectangle(Markup markup, String style, double x, double y, double width, double height) {
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

    /**
     * Draws a straight line.
     *
     * @param markup where to write
     * @param style classes of {@link FigureCss}
     * @param x1 one end
     * @param y1 one end
     * @param x2 the other end
     * @param y2 the other end
     */
    public static void line(Markup markup, String style, double x1, double y1, double x2, double y2) {
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

    /**
     * Writes text that begins at a point.
     *
     * @param markup where to write
     * @param style classes of {@link FigureCss}
     * @param text one line
     * @param x left edge
     * @param y base line
     */
    public static void text(Markup markup, String style, String text, double x, double y) {
        markup.element("text", text, "class", style, "x", coordinate(x), "y", coordinate(y));
    }

    /**
     * Writes text around a point.
     *
     * @param markup where to write
     * @param style classes of {@link FigureCss}
     * @param text one line
     * @param x middle
     * @param y base line
     */
    public static void centred(Markup markup, String style, String text, double x, double y) {
        markup.element("text", text, "class", style, "x", coordinate(x), "y", coordinate(y), "text-anchor", "middle");
    }

    /**
     * Writes a caption.
     *
     * @param markup where to write
     * @param lines from top to bottom
     * @param x left edge
     * @param y base line of the first
     * @param lineHeight from base line to base line
     */
    public static void lines(Markup markup, List<String> lines, double x, double y, double lineHeight) {
        for (int i = 0; i < lines.size(); i++) {
            text(markup, "soft", lines.get(i), x, y + i * lineHeight);
        }
    }
}
