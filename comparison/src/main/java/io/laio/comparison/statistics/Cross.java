package io.laio.comparison.statistics;

import io.laio.comparison.results.ServerName;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whom to compare with each other, and where: contestants that were all run in all of some cells. A plan may run some of its servers in fewer
 * cells than others; those cells alone would say little of the others, so the largest cross decides, the one with the most pairs of
 * a contestant and a cell. A server with options of its own ({@code NAME@OPTION=VALUE}) has no say in it beside one of the plain name, but is in it
 * if it was run in all of its cells. Whether runs count does not matter, only whether they were made; a contestant without any run that counts has no say.
 *
 * @param contestants those who were run in all of the cells, and those without any run that counts; in the table's order
 * @param cells where; where no two contestants met, all cells
 * @param others contestants that were run in fewer cells, or elsewhere
 * @param elsewhere cells in which not all of the contestants were run
 */
public record Cross(List<String> contestants, List<Cell> cells, List<String> others, List<Cell> elsewhere) {

    /** Copies the lists. */
    public Cross {
        contestants = List.copyOf(contestants);
        cells = List.copyOf(cells);
        others = List.copyOf(others);
        elsewhere = List.copyOf(elsewhere);
    }

    /** Where a contestant was run. */
    private record Attendance(String name, Set<Cell> cells, boolean counts) {
        static Attendance of(RunTable table, String name, List<Cell> cells) {
            return new Attendance(
                    name,
                    cells.stream()
                            .filter(cell -> !table.runs(name, cell).isEmpty())
                            .collect(Collectors.toCollection(LinkedHashSet::new)),
                    cells.stream().anyMatch(cell -> !table.counted(name, cell).isEmpty()));
        }

        Set<Cell> with(Attendance other) {
            Set<Cell> both = new LinkedHashSet<>(cells);
            both.retainAll(other.cells);
            return both;
        }
    }

    /**
     * The largest cross of a table.
     *
     * @param table the runs
     * @param cells where to look
     * @return whom to compare there; of two of one size the one with more cells
     */
    public static Cross of(RunTable table, List<Cell> cells) {
        List<Attendance> present = table.contestants().stream()
                .map(name -> Attendance.of(table, name, cells))
                .filter(attendance -> !attendance.cells().isEmpty())
                .toList();
        List<Attendance> counting = present.stream().filter(Attendance::counts).toList();
        List<Attendance> plain = counting.stream()
                .filter(attendance -> !isVariant(attendance.name(), counting))
                .toList();
        Set<Cell> common = largest(plain).or(() -> largest(counting)).orElse(Set.of());
        return of(cells, present, common);
    }

    private static Cross of(List<Cell> all, List<Attendance> present, Set<Cell> common) {
        List<String> names = present.stream().map(Attendance::name).toList();
        List<String> others = present.stream()
                .filter(attendance -> attendance.counts() && !attendance.cells().containsAll(common))
                .map(Attendance::name)
                .toList();
        List<Cell> cells = all.stream()
                .filter(cell -> common.isEmpty() || common.contains(cell))
                .toList();
        return new Cross(without(names, others), cells, others, without(all, cells));
    }

    /** Two contestants at least; empty if no two of them met anywhere. */
    private static Optional<Set<Cell>> largest(List<Attendance> of) {
        Comparator<Set<Cell>> bySize = Comparator.comparingLong(common -> common.size()
                * of.stream().filter(one -> one.cells().containsAll(common)).count());
        return of.stream()
                .flatMap(one -> of.stream().filter(other -> !other.equals(one)).map(one::with))
                .filter(common -> !common.isEmpty())
                .max(bySize.thenComparingInt(Set::size));
    }

    private static boolean isVariant(String name, List<Attendance> among) {
        ServerName server = ServerName.parse(name);
        return !server.options().isEmpty()
                && among.stream()
                        .map(Attendance::name)
                        .anyMatch(other -> other.equals(server.server()) || other.startsWith(server.server() + ", "));
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(item -> !some.contains(item)).toList();
    }

    /**
     * The part of it in one condition.
     *
     * @param condition which
     * @return the same contestants, fewer cells
     */
    public Cross within(Condition condition) {
        return new Cross(contestants, within(condition, cells), others, within(condition, elsewhere));
    }

    private static List<Cell> within(Condition condition, List<Cell> cells) {
        return cells.stream().filter(cell -> cell.condition().equals(condition)).toList();
    }
}
