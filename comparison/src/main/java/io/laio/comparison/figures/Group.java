package io.laio.comparison.figures;

import io.laio.analysis.figures.Numbers;
import io.laio.analysis.figures.SeriesStyle;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Condition;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Setup;
import io.laio.comparison.statistics.SetupNames;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Conditions that are shown in one figure: they differ in workload and cache state, not in disk, network or scale. Of conditions that differ in
 * memory only, one stands for all: the one with the most runs, of equal ones that with the least memory; the others are in the figures
 * against memory.
 *
 * @param table all runs
 * @param place name of the group
 * @param conditions in the table's order, a setup's cache states beside each other
 * @param ladders conditions that differ in memory only, each with the least memory first; two each at least
 */
record Group(RunTable table, Place place, List<Condition> conditions, List<List<Condition>> ladders) {

    private static final Set<String> USUAL = Set.of("native", "loopback");

    /** What the conditions of a group share. */
    private record Ground(double scale, String disk, String network) {
        static Ground of(Setup setup) {
            return new Ground(setup.scale(), setup.disk(), setup.network());
        }
    }

    /** What conditions share that differ in memory only. */
    private record Rung(String workload, String trace, CacheState cache) {
        static Rung of(Condition condition) {
            return new Rung(condition.setup().workload(), condition.setup().traceSha256(), condition.cache());
        }
    }

    /** The groups of a comparison. */
    static List<Group> of(RunTable table) {
        Map<Ground, List<Condition>> byGround = table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .collect(Collectors.groupingBy(
                        condition -> Ground.of(condition.setup()), LinkedHashMap::new, Collectors.toList()));
        List<List<List<Condition>>> ladders =
                byGround.values().stream().map(Group::ladders).toList();
        List<List<Condition>> shown = ladders.stream()
                .map(of -> of.stream().map(ladder -> mostRuns(table, ladder)).toList())
                .toList();
        SetupNames names = new SetupNames(table.setups());
        List<Place> places = Place.of(shown.stream()
                .map(conditions -> words(names, conditions, byGround.size()))
                .toList());
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < shown.size(); i++) {
            List<List<Condition>> several =
                    ladders.get(i).stream().filter(ladder -> ladder.size() > 1).toList();
            groups.add(new Group(table, places.get(i), shown.get(i), several));
        }
        return groups;
    }

    private static List<List<Condition>> ladders(List<Condition> conditions) {
        Map<Rung, List<Condition>> ladders = conditions.stream()
                .sorted(Comparator.comparingLong(Group::memory))
                .collect(Collectors.groupingBy(Rung::of));
        return conditions.stream()
                .map(Rung::of)
                .distinct()
                .map(rung -> Objects.requireNonNull(ladders.get(rung)))
                .toList();
    }

    private static long memory(Condition condition) {
        return Optional.ofNullable(condition.setup().memoryBudgetBytes()).orElse(Long.MAX_VALUE);
    }

    private static Condition mostRuns(RunTable table, List<Condition> ladder) {
        // The first of equal ones has the least memory.
        return ladder.stream()
                .min(Comparator.comparingLong(condition -> -runs(table, condition)))
                .orElseThrow();
    }

    private static long runs(RunTable table, Condition condition) {
        return table.cells(condition).stream()
                .flatMap(cell -> table.contestants().stream().map(name -> table.runs(name, cell)))
                .mapToLong(List::size)
                .sum();
    }

    /** One condition has its full name; of several, what they share. */
    private static String words(SetupNames names, List<Condition> conditions, int groups) {
        if (conditions.size() == 1) {
            return names.of(conditions.getFirst());
        }
        Setup setup = conditions.getFirst().setup();
        List<String> parts = new ArrayList<>(
                conditions.stream().map(of -> of.setup().workload()).distinct().toList());
        if (groups > 1) {
            parts.add("scale " + setup.scale());
        }
        Stream.of(setup.disk(), setup.network())
                .filter(part -> groups > 1 || !USUAL.contains(part))
                .forEach(parts::add);
        List<String> caches =
                conditions.stream().map(of -> of.cache().words()).distinct().toList();
        if (caches.size() == 1) {
            parts.addAll(caches);
        }
        return String.join(", ", parts);
    }

    /** The name of a condition within this group: workload and cache state, and more where these are not enough. */
    String heading(Condition condition) {
        return conditions.size() == 1
                ? ""
                : workloadWords(condition) + ", " + condition.cache().words() + memoryWords(condition);
    }

    /** The workload, with its trace's digest where two traces of one name are in the group. */
    private String workloadWords(Condition condition) {
        Setup setup = condition.setup();
        long traces = conditions.stream()
                .map(Condition::setup)
                .filter(other -> other.workload().equals(setup.workload()))
                .map(Setup::traceSha256)
                .distinct()
                .count();
        String digest = setup.traceSha256();
        return traces == 1
                ? setup.workload()
                : setup.workload() + ", trace " + digest.substring(0, Math.min(8, digest.length()));
    }

    /** The same with the number of clients. */
    String busyHeading(Cell cell) {
        String words = heading(cell.condition());
        return (words.isEmpty() ? "" : words + ", ") + cell.clients() + " clients";
    }

    private String memoryWords(Condition condition) {
        Long bytes = condition.setup().memoryBudgetBytes();
        boolean several = ladders.stream().anyMatch(ladder -> ladder.contains(condition));
        return several && bytes != null ? ", " + Numbers.bytes(bytes) + " of page cache" : "";
    }

    /** What a condition is about, but for its memory. */
    Place placeWithoutMemory(Condition condition) {
        Setup setup = condition.setup();
        String scale = "scale " + setup.scale();
        Stream<String> words = Stream.concat(
                Stream.of(workloadWords(condition)),
                Stream.concat(
                        Stream.of(scale, setup.disk(), setup.network())
                                .filter(part -> place.words().contains(part)),
                        Stream.of(condition.cache().words())));
        return Place.of(List.of(words.collect(Collectors.joining(", ")))).getFirst();
    }

    /** What a contestant has in a cell. */
    Dot dot(String contestant, SeriesStyle style, Measure measure, Cell cell) {
        List<RunResult> counted = table.counted(contestant, cell);
        return Dot.of(
                contestant,
                style,
                measure.of(counted),
                table.runs(contestant, cell).size() - counted.size());
    }

    /** Those who ran in any of these cells, in the table's order. */
    List<String> contestants(List<Cell> cells) {
        return table.contestants().stream()
                .filter(name ->
                        cells.stream().anyMatch(cell -> !table.runs(name, cell).isEmpty()))
                .toList();
    }

    /** All cells of the conditions shown. */
    List<Cell> cells() {
        return conditions.stream()
                .flatMap(condition -> table.cells(condition).stream())
                .toList();
    }

    /** Of each condition shown the cell with the most clients: where servers differ most. */
    List<Cell> busiest() {
        return conditions.stream()
                .map(condition -> table.cells(condition).getLast())
                .toList();
    }

    /** The workloads shown. */
    List<String> workloads() {
        return conditions.stream()
                .map(condition -> condition.setup().workload())
                .distinct()
                .toList();
    }
}
