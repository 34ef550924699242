package io.laio.lab.pipe;

import io.laio.analysis.files.Csv;
import io.laio.analysis.statistics.Summary;
import java.util.List;

/** Results as comma-separated values: a row a cell. */
final class PipeTable {
    private PipeTable() {}

    /** The rows of some sizes. */
    static Csv of(PipeResults results, List<Integer> sizes) {
        Csv csv = new Csv(List.of("pipe", "bytes", "contender", "calls", "rounds", "nanos", "low", "high", "spread"));
        for (PipeState state : PipeState.values()) {
            for (int bytes : sizes) {
                for (Contender contender : Contender.values()) {
                    csv.row(row(results, new Cell(contender, state, bytes)));
                }
            }
        }
        return csv;
    }

    private static List<Object> row(PipeResults results, Cell cell) {
        Summary summary = results.summary(cell);
        return List.of(
                cell.state().id(),
                cell.bytes(),
                cell.contender().id(),
                results.plan().calls(cell.bytes()),
                summary.count(),
                summary.median(),
                summary.interval().low(),
                summary.interval().high(),
                summary.provisional() ? "range" : "bootstrap 95 %");
    }
}
