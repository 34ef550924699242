package io.laio.comparison.figures;

import java.util.List;

/**
 * A row of a {@link HeatFigure}.
 *
 * @param contestant whose
 * @param cells one for each column
 */
public record HeatRow(String contestant, List<HeatCell> cells) {
    /** Copies the cells. */
    public HeatRow {
        cells = List.copyOf(cells);
    }
}
