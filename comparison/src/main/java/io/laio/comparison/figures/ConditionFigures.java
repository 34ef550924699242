package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The figures of one condition.
 *
 * @param condition workload, machine, cache state
 * @param throughput against clients
 * @param responseTime against clients
 * @param loopTime where loop time went, if any server says so
 * @param limits throughput and response time against an option of servers that took part with several values of it
 */
public record ConditionFigures(
        Condition condition,
        CurveFigure throughput,
        CurveFigure responseTime,
        Optional<LoopTimeFigure> loopTime,
        List<CurveFigure> limits) {
    /** Copies the list. */
    public ConditionFigures {
        limits = List.copyOf(limits);
    }

    /**
     * The figures of all conditions of a comparison.
     *
     * @param table its runs
     * @return in the table's order
     */
    public static List<ConditionFigures> of(RunTable table) {
        SeriesStyles styles = new SeriesStyles(table.contestants());
        SetupNames names = new SetupNames(table.setups());
        List<Condition> conditions = table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .toList();
        List<Place> places = Place.of(conditions.stream().map(names::of).toList());
        return IntStream.range(0, conditions.size())
                .mapToObj(i -> of(table, conditions.get(i), places.get(i), styles))
                .toList();
    }

    private static ConditionFigures of(RunTable table, Condition condition, Place place, SeriesStyles styles) {
        List<Cell> cells = table.cells(condition);
        return new ConditionFigures(
                condition,
                CurveFigure.of(table, cells, Metric.THROUGHPUT, place, styles),
                CurveFigure.of(table, cells, Metric.RESPONSE_TIME, place, styles),
                LoopTimeFigure.of(table, cells, place),
                LimitFigures.of(table, cells, place));
    }

    /**
     * All of them.
     *
     * @return two at least
     */
    public List<Figure> list() {
        return Stream.of(Stream.of(throughput, responseTime), loopTime.stream(), limits.stream())
                .flatMap(Function.identity())
                .map(Figure.class::cast)
                .toList();
    }
}
