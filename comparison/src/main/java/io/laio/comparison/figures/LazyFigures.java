package io.laio.comparison.figures;

import io.laio.analysis.figures.Marker;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.comparison.results.RunSetting;
import io.laio.comparison.results.ServerName;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Metric;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Lazy against eager: servers that took part in more than one way of finding out what would block, side by side. */
final class LazyFigures {
    private static final List<Measure> MEASURES = List.of(Measure.of(Metric.THROUGHPUT), Measure.CPU);

    /** In the order in which they are drawn and named. */
    private static final List<String> MODES = List.of("on", "direct", "off");

    private final Group group;
    private final SeriesStyles styles;

    /** A server in one of its ways. */
    private record Way(String server, String mode, String contestant) {}

    LazyFigures(Group group, SeriesStyles styles) {
        this.group = group;
        this.styles = styles;
    }

    /** The figure; none if no server took part both ways. */
    Optional<DotFigure> figure() {
        List<DotBlock> blocks = group.conditions().stream()
                .map(condition -> new DotBlock(group.heading(condition), rows(condition)))
                .filter(block -> !block.rows().isEmpty())
                .toList();
        return blocks.isEmpty()
                ? Optional.empty()
                : Optional.of(new DotFigure(
                        "lazy-" + group.place().slug(),
                        "Lazy against eager: " + group.place().words(),
                        "Filled circle: lazy. Hollow triangle: tried by the loop itself (direct). Hollow diamond: eager, every call "
                                + "goes to the background (off).",
                        MEASURES.stream().map(DotFigure.Column::of).toList(),
                        blocks));
    }

    private List<DotRow> rows(Condition condition) {
        return group.table().cells(condition).stream()
                .flatMap(this::rows)
                .sorted(Comparator.comparing(LazyFigures::server).thenComparingInt(DotRow::clients))
                .toList();
    }

    private static String server(DotRow row) {
        return row.label().substring(0, row.label().lastIndexOf(", "));
    }

    private Stream<DotRow> rows(Cell cell) {
        Map<String, List<Way>> byServer = new TreeMap<>();
        group.table().contestants().stream()
                .flatMap(
                        name -> group.table().runs(name, cell).stream().limit(1).map(run -> way(name, run.setting())))
                .filter(way -> MODES.contains(way.mode()))
                .forEach(way -> byServer.merge(way.server(), List.of(way), LazyFigures::both));
        return byServer.entrySet().stream()
                .filter(server -> server.getValue().size() > 1)
                .map(server -> row(server.getKey(), server.getValue(), cell));
    }

    private static List<Way> both(List<Way> some, List<Way> more) {
        return Stream.concat(some.stream(), more.stream()).toList();
    }

    /** The server without what its name says of laziness. */
    private static Way way(String contestant, RunSetting setting) {
        ServerName name = ServerName.parse(setting.server());
        StringBuilder server = new StringBuilder(name.server());
        name.options().forEach((option, value) -> {
            if (!option.equals("lazy")) {
                server.append('@').append(option).append('=').append(value);
            }
        });
        boolean engineVaries = contestant.contains(", " + setting.engine());
        return new Way(server + (engineVaries ? ", " + setting.engine() : ""), setting.lazy(), contestant);
    }

    private DotRow row(String server, List<Way> ways, Cell cell) {
        List<List<Dot>> cells = MEASURES.stream()
                .map(measure -> MODES.stream()
                        .flatMap(mode -> ways.stream().filter(way -> way.mode().equals(mode)))
                        .map(way -> dot(way, measure, cell))
                        .toList())
                .toList();
        return new DotRow(server + ", " + cell.clients() + " clients", cell.clients(), cells);
    }

    private Dot dot(Way way, Measure measure, Cell cell) {
        int colour = styles.of(way.contestant()).colour();
        SeriesStyle style = switch (way.mode()) {
            case "on" -> new SeriesStyle(colour, Marker.CIRCLE, false, "");
            case "direct" -> new SeriesStyle(colour, Marker.TRIANGLE, true, "");
            default -> new SeriesStyle(colour, Marker.DIAMOND, true, "");
        };
        return group.dot(way.contestant(), style, measure, cell);
    }
}
