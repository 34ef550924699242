package io.laio.comparison.figures;

import java.util.List;

/**
 * Rows of a {@link HeatFigure} that belong together.
 *
 * @param heading what they are about
 * @param rows from top to bottom
 */
public record HeatBlock(String heading, List<HeatRow> rows) {
    /** Copies the rows. */
    public HeatBlock {
        rows = List.copyOf(rows);
    }
}
