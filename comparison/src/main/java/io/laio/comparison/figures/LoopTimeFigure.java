package io.laio.comparison.figures;

import io.laio.analysis.files.Csv;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.RunTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Where the time of the servers' loops went: waiting for events, running, waiting for a processor, or blocked. Only servers that say so are
 * in it.
 *
 * @param id its name in files and anchors
 * @param title what it shows
 * @param rows a row for each contestant and client count
 */
public record LoopTimeFigure(String id, String title, List<LoopTime> rows) implements ComparisonFigure {
    /** Copies the list. */
    public LoopTimeFigure {
        rows = List.copyOf(rows);
    }

    /** The figure of some cells; nothing if no server there tells of its loop. */
    static Optional<LoopTimeFigure> of(RunTable table, List<Cell> cells, Place place) {
        List<LoopTime> rows = new ArrayList<>();
        for (String contestant : table.contestants()) {
            for (Cell cell : cells) {
                List<LoopStall> stalls = table.counted(contestant, cell).stream()
                        .flatMap(run -> Stream.ofNullable(run.use().loopStallMillis()))
                        .filter(stall -> stall.wall() > 0)
                        .toList();
                LoopTime.of(contestant, cell.clients(), stalls).ifPresent(rows::add);
            }
        }
        return rows.isEmpty()
                ? Optional.empty()
                : Optional.of(new LoopTimeFigure(
                        "loop-time-" + place.slug(), "Where loop time went: " + place.words(), rows));
    }

    @Override
    public String inlineSvg() {
        return new LoopTimeChart(this).svg();
    }

    @Override
    public Csv data() {
        Csv csv = new Csv(List.of(
                "server",
                "clients",
                "runs",
                "running",
                "runnable",
                "waiting",
                "blocked",
                "longestMillis",
                "longestOperation"));
        for (LoopTime row : rows) {
            csv.row(Arrays.asList(
                    row.contestant(),
                    row.clients(),
                    row.runs(),
                    row.running(),
                    row.runnable(),
                    row.waiting(),
                    row.blocked(),
                    row.longestMillis(),
                    row.longestOperation()));
        }
        return csv;
    }
}
