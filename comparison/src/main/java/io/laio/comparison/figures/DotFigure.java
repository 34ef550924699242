package io.laio.comparison.figures;

import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Summary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Values side by side: a row for each contestant, a column for each measure or condition, a dot for the median and a bar for its spread.
 *
 * @param id its name in files and anchors
 * @param title what it shows
 * @param note what is to be known of all dots; may be empty
 * @param columns its columns, from left to right
 * @param blocks what it shows, one block at least
 */
public record DotFigure(String id, String title, String note, List<Column> columns, List<DotBlock> blocks)
        implements ComparisonFigure {

    /** Copies the lists. */
    public DotFigure {
        columns = List.copyOf(columns);
        blocks = List.copyOf(blocks);
    }

    /**
     * A column.
     *
     * @param measure what it shows
     * @param heading what stands above it
     */
    public record Column(Measure measure, String heading) {
        static Column of(Measure measure) {
            return new Column(measure, measure.words());
        }
    }

    @Override
    public String inlineSvg() {
        return new DotChart(this).svg();
    }

    @Override
    public Csv data() {
        Csv csv = new Csv(List.of(
                "block",
                "column",
                "server",
                "clients",
                "measure",
                "unit",
                "runs",
                "median",
                "low",
                "high",
                "spread",
                "invalidRuns"));
        for (DotBlock block : blocks) {
            for (DotRow row : block.rows()) {
                for (int column = 0; column < columns.size(); column++) {
                    rows(csv, block, row, column);
                }
            }
        }
        return csv;
    }

    private void rows(Csv csv, DotBlock block, DotRow row, int column) {
        for (Dot dot : row.cells().get(column)) {
            Measure measure = columns.get(column).measure();
            List<@Nullable Object> cells = new ArrayList<>(List.of(
                    block.heading(),
                    columns.get(column).heading(),
                    dot.contestant(),
                    row.clients(),
                    measure.id(),
                    measure.unit()));
            cells.addAll(numbers(dot.summary()));
            cells.add(dot.invalidRuns());
            csv.row(cells);
        }
    }

    private static List<@Nullable Object> numbers(@Nullable Summary summary) {
        return summary == null
                ? Arrays.asList(0, null, null, null, "none")
                : List.of(
                        summary.count(),
                        summary.median(),
                        summary.interval().low(),
                        summary.interval().high(),
                        Spread.of(summary));
    }
}
