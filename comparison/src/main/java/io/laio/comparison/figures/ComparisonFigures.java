package io.laio.comparison.figures;

import io.laio.analysis.figures.Figure;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.SetupNames;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * All figures of a comparison, by the question that they answer.
 *
 * @param chapters in the order of a reader's questions; those without figures are left out
 * @param loopTimes where loop time went, for each condition and number of clients
 */
public record ComparisonFigures(List<Chapter> chapters, List<LoopTimeFigure> loopTimes) {
    /** Copies the lists. */
    public ComparisonFigures {
        chapters = List.copyOf(chapters);
        loopTimes = List.copyOf(loopTimes);
    }

    /**
     * The figures of a comparison.
     *
     * @param table its runs
     * @return the figures; no chapter if there is no run
     */
    public static ComparisonFigures of(RunTable table) {
        SeriesStyles styles = new SeriesStyles(table.contestants());
        List<Group> groups = Group.of(table);
        return new ComparisonFigures(
                Stream.of(outcome(groups, styles), reasons(groups, styles), settings(groups, styles, table))
                        .flatMap(List::stream)
                        .filter(chapter -> !chapter.figures().isEmpty())
                        .toList(),
                loopTimes(table, groups));
    }

    private static List<Chapter> outcome(List<Group> groups, SeriesStyles styles) {
        return List.of(
                new Chapter("speed", "Throughput and response time", "", each(groups, group -> speed(group, styles))),
                new Chapter(
                        "memory",
                        "With more and less memory",
                        "Memory is the page cache that a server may use, beside its own, as a part of the documents played: at 1 they all fit.",
                        each(groups, group -> new MemoryFigures(group, styles).list().stream())));
    }

    private static List<Chapter> reasons(List<Group> groups, SeriesStyles styles) {
        return List.of(
                new Chapter(
                        "stalls",
                        "Where loops stood still",
                        "While its loop stands still, a server answers nobody.",
                        each(groups, group -> new StallFigures(group).figure().stream())),
                new Chapter(
                        "calls",
                        "What blocked",
                        "A call that blocks costs only the servers that wait for it; how many do is what laziness rests on.",
                        each(groups, group -> new CallFigures(group).figure().stream())),
                new Chapter(
                        "disk",
                        "What the disk saw",
                        "A disk that is asked for much at once can order the work and do several things at a time; one that is asked for "
                                + "one thing after another waits between them.",
                        each(groups, group -> new DotFigures(group, styles).disk().stream())),
                new Chapter(
                        "cpu",
                        "What a request cost",
                        "Processor time of the server, its helpers included.",
                        each(groups, group -> new DotFigures(group, styles).cpu().stream())));
    }

    private static List<Chapter> settings(List<Group> groups, SeriesStyles styles, RunTable table) {
        return List.of(
                new Chapter(
                        "lazy",
                        "Whether being lazy pays",
                        "Lazy: whoever makes a call finds out first whether it would block. Eager: every call goes to the background.",
                        each(groups, group -> new LazyFigures(group, styles).figure().stream())),
                new Chapter("limits", "What a limit decides", "", limits(table)));
    }

    private static List<ComparisonFigure> each(
            List<Group> groups, Function<Group, Stream<? extends ComparisonFigure>> figures) {
        return groups.stream()
                .flatMap(figures)
                .map(ComparisonFigure.class::cast)
                .toList();
    }

    /** Against clients; where there is only one number of them, side by side. */
    private static Stream<? extends ComparisonFigure> speed(Group group, SeriesStyles styles) {
        boolean several = group.conditions().stream()
                .anyMatch(condition -> group.table().cells(condition).size() > 1);
        return several
                ? new ClientFigures(group, styles).list().stream()
                : new DotFigures(group, styles).speed().stream();
    }

    private static List<ComparisonFigure> limits(RunTable table) {
        return byCondition(table, (cells, place) -> LimitFigures.of(table, cells, place).stream()).stream()
                .map(ComparisonFigure.class::cast)
                .toList();
    }

    /** Of conditions that differ in memory only, those of one. */
    private static List<LoopTimeFigure> loopTimes(RunTable table, List<Group> groups) {
        List<Condition> shown =
                groups.stream().flatMap(group -> group.conditions().stream()).toList();
        return byCondition(
                table,
                (cells, place) ->
                        cells.isEmpty() || !shown.contains(cells.getFirst().condition())
                                ? Stream.empty()
                                : LoopTimeFigure.of(table, cells, place).stream());
    }

    private static <T> List<T> byCondition(RunTable table, BiFunction<List<Cell>, Place, Stream<T>> figures) {
        SetupNames names = new SetupNames(table.setups());
        List<Condition> conditions = table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .toList();
        List<Place> places = Place.of(conditions.stream().map(names::of).toList());
        return IntStream.range(0, conditions.size())
                .boxed()
                .flatMap(i -> figures.apply(table.cells(conditions.get(i)), places.get(i)))
                .toList();
    }

    /**
     * All of them.
     *
     * @return each once
     */
    public List<Figure> list() {
        return Stream.concat(chapters.stream().flatMap(chapter -> chapter.figures().stream()), loopTimes.stream())
                .map(Figure.class::cast)
                .toList();
    }
}
