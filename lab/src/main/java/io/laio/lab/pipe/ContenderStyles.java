package io.laio.lab.pipe;

import io.laio.analysis.figures.Marker;
import io.laio.analysis.figures.SeriesStyle;

/** One style a contender, in both figures. */
final class ContenderStyles {
    private ContenderStyles() {}

    static SeriesStyle of(Contender contender) {
        return switch (contender) {
            case PLAIN -> new SeriesStyle(2, Marker.SQUARE, false, "7 4");
            case LAIO -> new SeriesStyle(1, Marker.CIRCLE, false, "");
            case LAIO_RING_ONLY -> new SeriesStyle(6, Marker.PENTAGON, false, "13 3");
            case LAIO_WORKERS -> new SeriesStyle(4, Marker.INVERTED, false, "9 3 2 3");
            case EAGER -> new SeriesStyle(3, Marker.TRIANGLE, false, "2 3");
            case POSIX_AIO -> new SeriesStyle(5, Marker.DIAMOND, false, "4 2");
        };
    }
}
