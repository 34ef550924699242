package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.files.Csv;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.statistics.Cell;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long the servers' loops stood still: turns by the time for which they were blocked, for each thousand requests. */
final class StallFigures {
    private static final long MILLI = 1000;
    private static final List<Long> BOUNDS = List.of(0L, MILLI, 10 * MILLI, 100 * MILLI, 1000 * MILLI, Long.MAX_VALUE);
    private static final List<String> COLUMNS =
            List.of("up to 1 ms", "1 to 10 ms", "10 to 100 ms", "0.1 to 1 s", "over 1 s", "longest");
    private static final String CAPTION =
            "Blocked turns of the event loop for each 1000 requests, by how long the loop stood still. "
                    + "Only servers that tell are shown.";

    /** Decades between a hardly visible cell and the darkest: a turn in a million requests, and one for each request. */
    private static final double DECADES = 6;

    private final Group group;

    StallFigures(Group group) {
        this.group = group;
    }

    /** The figure; none if no server tells of its loops. */
    Optional<HeatFigure> figure() {
        List<HeatBlock> blocks = new ArrayList<>();
        List<String> reading = new ArrayList<>();
        Csv data = new Csv(List.of(
                "condition",
                "server",
                "clients",
                "runs",
                "requests",
                "overMicros",
                "upToMicros",
                "turns",
                "longestMillis",
                "longestOperation"));
        for (Cell cell : group.busiest()) {
            Map<String, StallSums> sums = sums(cell);
            if (!sums.isEmpty()) {
                String heading = group.busyHeading(cell);
                blocks.add(new HeatBlock(
                        heading,
                        sums.entrySet().stream()
                                .map(of -> new HeatRow(of.getKey(), cells(of.getValue())))
                                .toList()));
                reading.add(new StallReading(group.heading(cell.condition()), sums).sentence());
                sums.forEach((name, of) -> rows(data, heading, name, cell, of));
            }
        }
        String words = group.place().words();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new HeatFigure(
                        "stalls-" + group.place().slug(),
                        "How long loops stood still: " + words,
                        CAPTION,
                        COLUMNS,
                        blocks,
                        reading,
                        data));
    }

    private Map<String, StallSums> sums(Cell cell) {
        Map<String, StallSums> sums = new LinkedHashMap<>();
        group.table()
                .contestants()
                .forEach(name -> StallSums.of(group.table().counted(name, cell)).ifPresent(of -> sums.put(name, of)));
        return sums;
    }

    private static List<HeatCell> cells(StallSums sums) {
        List<HeatCell> cells = new ArrayList<>();
        for (int i = 0; i + 1 < BOUNDS.size(); i++) {
            double turns = sums.perThousandRequests(BOUNDS.get(i), BOUNDS.get(i + 1));
            double shade = turns > 0 ? Math.clamp(1 + (Math.log10(turns) - 3) / DECADES, 0.08, 1) : 0;
            cells.add(new HeatCell(turns > 0 ? Numbers.measured(turns) : "none", "", shade));
        }
        cells.add(longestCell(sums.longest()));
        return cells;
    }

    /** The operation in a line of its own: beside the time it has no room. */
    private static HeatCell longestCell(LoopStall stall) {
        String operation = stall.longestOperation();
        return new HeatCell(longestTime(stall), stall.max() <= 0 || operation == null ? "" : operation, 0);
    }

    private static String longestTime(LoopStall stall) {
        return stall.max() <= 0 ? "none" : Numbers.measured(stall.max()) + " ms";
    }

    static String longest(LoopStall stall) {
        HeatCell cell = longestCell(stall);
        return cell.text() + (cell.under().isEmpty() ? "" : " (" + cell.under() + ")");
    }

    private static void rows(Csv data, String heading, String name, Cell cell, StallSums sums) {
        for (StallSums.Turns turns : sums.turns()) {
            boolean bounded = turns.upToMicros() < Long.MAX_VALUE;
            data.row(Arrays.asList(
                    heading,
                    name,
                    cell.clients(),
                    sums.runs(),
                    sums.requests(),
                    turns.overMicros(),
                    bounded ? turns.upToMicros() : null,
                    turns.count(),
                    sums.longest().max(),
                    sums.longest().longestOperation()));
        }
    }
}
