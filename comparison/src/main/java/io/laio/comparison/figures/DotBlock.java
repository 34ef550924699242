package io.laio.comparison.figures;

import java.util.List;

/**
 * Rows of a {@link DotFigure} that belong together.
 *
 * @param heading what they are about; empty if there is only one block
 * @param rows from top to bottom
 */
public record DotBlock(String heading, List<DotRow> rows) {
    /** Copies the rows. */
    public DotBlock {
        rows = List.copyOf(rows);
    }
}
