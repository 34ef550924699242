package io.laio.lab.disk;

import static io.laio.analysis.figures.Numbers.coordinate;

import io.laio.analysis.figures.Marker;
import io.laio.analysis.figures.Markup;
import io.laio.analysis.figures.Svg;

/** How the model and the device look, in all plots: a line and points are told apart without colour. */
final class DiskStyle {
    private static final String MODEL = "c9 line";
    private static final String DEVICE = "c1";

    private DiskStyle() {}

    static void modelLine(Markup markup, String path) {
        markup.empty("path", "class", MODEL, "d", path);
    }

    /** A median with its spread. */
    static void point(Markup markup, double x, double y, double low, double high) {
        Svg.line(markup, DEVICE + " bar", x, low, x, high);
        markup.empty("path", "class", DEVICE + " marker", "d", Marker.CIRCLE.path(x, y));
    }

    /** A number of a vertical axis. */
    static void number(Markup markup, String number, double axisX, double y) {
        markup.element(
                "text",
                number,
                "class",
                "tick",
                "x",
                coordinate(axisX - 8),
                "y",
                coordinate(y),
                "text-anchor",
                "end",
                "dominant-baseline",
                "central");
    }

    /** Which is which, on one line. */
    static void key(Markup markup, String rounds, double x, double y) {
        modelLine(markup, "M" + coordinate(x) + " " + coordinate(y - 4) + "h24");
        Svg.text(markup, "name", "the model, in simulated time", x + 32, y);
        double device = x + 250;
        point(markup, device, y - 4, y - 12, y + 4);
        Svg.text(markup, "name", "the emulated disk, read by fio: " + rounds, device + 12, y);
    }
}
