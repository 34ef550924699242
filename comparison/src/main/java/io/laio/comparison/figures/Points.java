package io.laio.comparison.figures;

import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.SeriesStyle;

/** Markers of points. */
final class Points {
    private Points() {}

    /** Draws a contestant's marker around a point. */
    static void draw(Markup markup, SeriesStyle style, double x, double y) {
        String hollow = style.hollow() ? " hollow" : "";
        markup.empty(
                "path",
                "class",
                style.colourClass() + " marker" + hollow,
                "d",
                style.marker().path(x, y));
    }
}
