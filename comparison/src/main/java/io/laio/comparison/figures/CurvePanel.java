package io.laio.comparison.figures;

import java.util.List;
import java.util.stream.Stream;

/**
 * One of the small multiples of a {@link CurveFigure}.
 *
 * @param heading which one; empty if it is the only one
 * @param curves one for each contestant
 */
public record CurvePanel(String heading, List<Curve> curves) {
    /** Copies the curves. */
    public CurvePanel {
        curves = List.copyOf(curves);
    }

    /** Every point that has a value. */
    Stream<Curve.Measured> measured() {
        return curves.stream().flatMap(curve -> curve.measured().stream());
    }

    /** The largest value that is drawn, bars included; 0 if none is. */
    double largest() {
        return measured()
                .mapToDouble(point -> point.summary().interval().high())
                .max()
                .orElse(0);
    }
}
