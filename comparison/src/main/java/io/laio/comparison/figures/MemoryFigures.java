package io.laio.comparison.figures;

import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Metric;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Throughput against memory, where a comparison has several memory budgets: the page cache that a server may use, relative to the bytes of the
 * documents that are played. At 1 everything fits. Runs without a budget have no place here. A panel for each family.
 */
final class MemoryFigures {
    private final Group group;
    private final SeriesStyles styles;

    /** A cell and its place. */
    private record Step(Cell cell, double memoryOverFootprint) {}

    MemoryFigures(Group group, SeriesStyles styles) {
        this.group = group;
        this.styles = styles;
    }

    /** A figure for each workload, cache state and number of clients that has several budgets. */
    List<CurveFigure> list() {
        return group.ladders().stream()
                .flatMap(ladder -> clients(ladder).mapToObj(clients -> steps(ladder, clients)))
                .filter(steps -> steps.size() > 1)
                .map(this::figure)
                .toList();
    }

    private IntStream clients(List<Condition> ladder) {
        return ladder.stream()
                .flatMap(condition -> group.table().cells(condition).stream())
                .mapToInt(Cell::clients)
                .distinct()
                .sorted();
    }

    private List<Step> steps(List<Condition> ladder, int clients) {
        return ladder.stream()
                .flatMap(condition -> group.table().cells(condition).stream())
                .filter(cell -> cell.clients() == clients)
                .flatMap(cell -> memoryOverFootprint(cell).stream().mapToObj(ratio -> new Step(cell, ratio)))
                .toList();
    }

    private OptionalDouble memoryOverFootprint(Cell cell) {
        Long budget = cell.condition().setup().memoryBudgetBytes();
        if (budget == null) {
            return OptionalDouble.empty();
        }
        return group.table().contestants().stream()
                .flatMap(name -> group.table().runs(name, cell).stream())
                .mapToLong(run -> run.evidence().prefixFootprintBytes())
                .filter(footprint -> footprint > 0)
                .mapToDouble(footprint -> (double) budget / footprint)
                .findFirst();
    }

    private CurveFigure figure(List<Step> steps) {
        Cell cell = steps.getFirst().cell();
        List<Family> families = Family.of(
                group.contestants(steps.stream().map(Step::cell).toList()),
                List.of(cell.condition().setup().workload()));
        Place place = group.placeWithoutMemory(cell.condition());
        return new CurveFigure(
                Metric.THROUGHPUT.id() + "-memory-" + place.slug() + "-" + cell.clients(),
                "Throughput against memory: " + place.words() + ", " + cell.clients() + " clients",
                Metric.THROUGHPUT,
                Against.MEMORY,
                families.stream().map(family -> panel(family, steps)).toList(),
                styles);
    }

    private CurvePanel panel(Family family, List<Step> steps) {
        return new CurvePanel(
                family.words(),
                family.contestants().stream()
                        .map(name -> new Curve(name, points(name, steps), false))
                        .toList());
    }

    /** Where it was run: that others have more budgets is no gap in its curve. */
    private List<Curve.Point> points(String name, List<Step> steps) {
        return steps.stream()
                .filter(step -> !group.table().runs(name, step.cell()).isEmpty())
                .map(step -> CurveFigure.point(
                        group.table(), name, step.cell(), Metric.THROUGHPUT, step.memoryOverFootprint()))
                .toList();
    }
}
