package io.laio.comparison.figures;

import io.laio.analysis.files.Csv;
import java.util.List;

/**
 * A table that can be seen at a glance: each cell says its number, and is the darker the larger that is. What it shows are counts, summed over
 * the runs that count.
 *
 * @param id its name in files and anchors
 * @param title what it shows
 * @param caption what the numbers are
 * @param columns headings
 * @param blocks rows, one block at least
 * @param reading what there is to see, a sentence each
 * @param data the numbers
 */
public record HeatFigure(
        String id,
        String title,
        String caption,
        List<String> columns,
        List<HeatBlock> blocks,
        List<String> reading,
        Csv data)
        implements ComparisonFigure {

    /** Copies the lists. */
    public HeatFigure {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
        reading = List.copyOf(reading);
    }

    @Override
    public String inlineSvg() {
        return new HeatChart(this).svg();
    }
}
