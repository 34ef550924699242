package io.laio.comparison.statistics;

import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.ContestantInfo;
import io.laio.comparison.results.PlanInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.WorkloadInfo;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The runs of a comparison, found by what was asked of them. Contestants and workloads come in the plan's order and client
 * counts rise, whatever order the runs were made in.
 */
public final class RunTable {
    private final List<RunResult> runs;
    private final ContestantNames names;
    private final PlanInfo plan;
    private final Map<Key, List<RunResult>> byKey;

    private record Key(String contestant, Cell cell) {}

    /**
     * Sorts the runs of a comparison into its table.
     *
     * @param results the comparison
     */
    public RunTable(Results results) {
        plan = results.plan();
        runs = results.runs();
        names = new ContestantNames(runs);
        byKey = runs.stream()
                .sorted(Comparator.comparingInt(run -> run.setting().repeat()))
                .collect(Collectors.groupingBy(
                        run -> new Key(contestant(run), Cell.of(run.setting())),
                        LinkedHashMap::new,
                        Collectors.toList()));
    }

    /**
     * The name under which a run's server is shown.
     *
     * @param run the run
     * @return server, and engine or laziness where they vary
     */
    public String contestant(RunResult run) {
        return names.of(run.setting());
    }

    /**
     * Everyone who took part.
     *
     * @return names, in the plan's order
     */
    public List<String> contestants() {
        List<String> planned =
                plan.contestants().stream().map(ContestantInfo::name).toList();
        return runs.stream()
                .sorted(Comparator.comparingInt(
                                (RunResult run) -> place(planned, run.setting().server()))
                        .thenComparing(this::contestant))
                .map(this::contestant)
                .distinct()
                .toList();
    }

    /**
     * What recommendations are about.
     *
     * @return workloads in the plan's order; other parts of a setup by name and size
     */
    public List<Setup> setups() {
        List<String> planned = plan.workloads().stream().map(WorkloadInfo::name).toList();
        return distinct(run -> Setup.of(run.setting()))
                .sorted(Comparator.comparingInt((Setup setup) -> place(planned, setup.workload()))
                        .thenComparing(Setup::disk)
                        .thenComparing(Setup::network)
                        .thenComparingDouble(Setup::scale)
                        .thenComparingLong(setup ->
                                Optional.ofNullable(setup.memoryBudgetBytes()).orElse(Long.MAX_VALUE))
                        .thenComparing(Setup::traceSha256))
                .toList();
    }

    /**
     * What figures are about.
     *
     * @param setup a setup
     * @return its cache states, cold first
     */
    public List<Condition> conditions(Setup setup) {
        return distinct(run -> Condition.of(run.setting()))
                .filter(condition -> condition.setup().equals(setup))
                .sorted(Comparator.comparing(Condition::cache))
                .toList();
    }

    /**
     * The points of a figure's horizontal axis.
     *
     * @param condition a condition
     * @return its cells, fewest clients first
     */
    public List<Cell> cells(Condition condition) {
        return distinct(run -> Cell.of(run.setting()))
                .filter(cell -> cell.condition().equals(condition))
                .sorted(Comparator.comparingInt(Cell::clients))
                .toList();
    }

    private <T> Stream<T> distinct(Function<RunResult, T> part) {
        return runs.stream().map(part).distinct();
    }

    private static int place(List<String> planned, String name) {
        int index = planned.indexOf(name);
        return index < 0 ? planned.size() : index;
    }

    /**
     * All runs of a contestant in a cell.
     *
     * @param contestant its name
     * @param cell where
     * @return by repeat, invalid ones included; empty if it did not run there
     */
    public List<RunResult> runs(String contestant, Cell cell) {
        return byKey.getOrDefault(new Key(contestant, cell), List.of());
    }

    /**
     * The runs of a contestant in a cell that count: valid, and with at least one response.
     *
     * @param contestant its name
     * @param cell where
     * @return by repeat
     */
    public List<RunResult> counted(String contestant, Cell cell) {
        return runs(contestant, cell).stream()
                .filter(run -> run.valid() && run.performance().requests() > 0)
                .toList();
    }

    /**
     * A metric's repeats.
     *
     * @param contestant its name
     * @param cell where
     * @param metric what
     * @return the values of the runs that count; empty if none does
     */
    public Optional<Sample> sample(String contestant, Cell cell, Metric metric) {
        List<Double> values = counted(contestant, cell).stream().map(metric::of).toList();
        return values.isEmpty() ? Optional.empty() : Optional.of(Sample.of(values));
    }
}
