package io.laio.comparison.figures;

import java.util.List;

/**
 * A row of a {@link DotFigure}.
 *
 * @param label what stands at its left
 * @param clients simulated clients; of a row with columns of different conditions those of the first
 * @param cells for each column its dots, none where nothing was run
 */
public record DotRow(String label, int clients, List<List<Dot>> cells) {
    /** Copies the lists. */
    public DotRow {
        cells = cells.stream().map(List::copyOf).toList();
    }
}
