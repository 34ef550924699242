package io.laio.comparison.figures;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Setup;
import java.util.List;
import java.util.Optional;

/** The figures of dots of a group: each at the largest number of clients. */
final class DotFigures {
    private final Group group;
    private final SeriesStyles styles;

    /** What a column of a block shows; nothing if that was not run. */
    private record Spot(Optional<Cell> cell, Measure measure) {}

    DotFigures(Group group, SeriesStyles styles) {
        this.group = group;
        this.styles = styles;
    }

    /** Throughput and response time, where there is only one number of clients to draw them against. */
    Optional<DotFigure> speed() {
        return byCondition("speed", "Throughput and response time", Measure.SPEED);
    }

    /** What the disk saw. */
    Optional<DotFigure> disk() {
        return byCondition("disk", "What the disk saw", Measure.DISK);
    }

    private Optional<DotFigure> byCondition(String id, String title, List<Measure> measures) {
        List<DotBlock> blocks = group.busiest().stream()
                .map(cell -> new DotBlock(
                        group.busyHeading(cell),
                        rows(measures.stream()
                                .map(measure -> new Spot(Optional.of(cell), measure))
                                .toList())))
                .toList();
        return figure(id, title, measures.stream().map(DotFigure.Column::of).toList(), blocks);
    }

    /** What a request cost the server: a block for each workload, a column for each cache state, all on one scale. */
    Optional<DotFigure> cpu() {
        List<CacheState> caches = group.conditions().stream()
                .map(condition -> condition.cache())
                .distinct()
                .sorted()
                .toList();
        List<Setup> setups = group.conditions().stream()
                .map(condition -> condition.setup())
                .distinct()
                .toList();
        List<DotBlock> blocks = setups.stream()
                .map(setup -> new DotBlock(setup.workload(), rows(spots(setup, caches))))
                .toList();
        return figure(
                "cpu",
                "Processor time of the server for a request",
                caches.stream()
                        .map(cache -> new DotFigure.Column(Measure.CPU, cache.words()))
                        .toList(),
                blocks);
    }

    private List<Spot> spots(Setup setup, List<CacheState> caches) {
        return caches.stream()
                .map(cache -> group.busiest().stream()
                        .filter(cell -> cell.condition().setup().equals(setup)
                                && cell.condition().cache() == cache)
                        .findFirst())
                .map(cell -> new Spot(cell, Measure.CPU))
                .toList();
    }

    /** A row for each contestant that tells of any of it, or has a run that does not count. */
    private List<DotRow> rows(List<Spot> spots) {
        int clients = spots.stream()
                .flatMap(spot -> spot.cell().stream())
                .mapToInt(Cell::clients)
                .max()
                .orElse(0);
        return group.table().contestants().stream()
                .map(name -> new DotRow(
                        name,
                        clients,
                        spots.stream().map(spot -> dots(name, spot)).toList()))
                .filter(row -> row.cells().stream()
                        .flatMap(List::stream)
                        .anyMatch(dot -> dot.summary() != null || dot.invalidRuns() > 0))
                .toList();
    }

    private List<Dot> dots(String name, Spot spot) {
        return spot.cell()
                .filter(cell -> !group.table().runs(name, cell).isEmpty())
                .map(cell -> List.of(group.dot(name, styles.of(name), spot.measure(), cell)))
                .orElse(List.of());
    }

    private Optional<DotFigure> figure(String id, String title, List<DotFigure.Column> columns, List<DotBlock> blocks) {
        List<DotBlock> filled =
                blocks.stream().filter(block -> !block.rows().isEmpty()).toList();
        return filled.isEmpty()
                ? Optional.empty()
                : Optional.of(new DotFigure(
                        id + "-" + group.place().slug(),
                        title + ": " + group.place().words(),
                        "",
                        columns,
                        filled));
    }
}
