package io.laio.comparison.claims;

import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.results.RunSetting;
import io.laio.comparison.results.ServerName;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Scores;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * All runs of one condition.
 *
 * <p>A server is found by its name. {@code NAME@lazy=off} finds it too where laziness was chosen for all servers of the comparison;
 * {@code NAME} finds no server that was eager.
 *
 * @param results the comparison
 * @param runs those of its runs that are meant, whether or not they count
 */
record ConditionRuns(Results results, List<RunResult> runs) {
    private static final String EAGER = "off";

    ConditionRuns {
        runs = List.copyOf(runs);
    }

    /** Why there is nothing of a server. */
    Optional<String> absence(String server) {
        if (runs.stream().noneMatch(run -> is(server, run.setting()))) {
            return Optional.of(server + " did not take part");
        }
        return counted(server).isEmpty() ? Optional.of("no run of " + server + " counts") : Optional.empty();
    }

    private static boolean is(String server, RunSetting setting) {
        if (setting.server().equals(server)) {
            return !setting.lazy().equals(EAGER) || fixesLaziness(server);
        }
        return !fixesLaziness(setting.server()) && (setting.server() + "@lazy=" + setting.lazy()).equals(server);
    }

    private static boolean fixesLaziness(String server) {
        return ServerName.parse(server).options().containsKey("lazy");
    }

    /** The runs of a server that count. */
    List<RunResult> counted(String server) {
        return runs.stream()
                .filter(run -> is(server, run.setting()))
                .filter(run -> run.valid() && run.performance().requests() > 0)
                .toList();
    }

    /** Scores of some servers over the numbers of clients at which all of them have runs that count. */
    Map<String, Sample> scores(List<String> servers, Metric metric) {
        RunTable table = table(servers);
        return Scores.of(table, cells(table), metric).byContestant();
    }

    /** Throughput of a server with the number of clients at which its median is the highest. */
    Sample peak(String server) {
        RunTable table = table(List.of(server));
        return cells(table).stream()
                .flatMap(cell -> table.sample(server, cell, Metric.THROUGHPUT).stream())
                .max(Comparator.comparingDouble(Sample::median))
                .orElseThrow();
    }

    private static List<Cell> cells(RunTable table) {
        return table.setups().stream()
                .flatMap(setup -> table.conditions(setup).stream())
                .flatMap(condition -> table.cells(condition).stream())
                .toList();
    }

    private RunTable table(List<String> servers) {
        return new RunTable(results.withRuns(servers.stream()
                .flatMap(server ->
                        runs.stream().filter(run -> is(server, run.setting())).map(run -> called(server, run)))
                .toList()));
    }

    /** Under the name that it was found by, whatever engine it had. */
    private static RunResult called(String server, RunResult run) {
        RunSetting is = run.setting();
        RunSetting named = new RunSetting(
                server,
                "",
                "",
                is.workload(),
                is.traceSha256(),
                is.scale(),
                is.cache(),
                is.disk(),
                is.network(),
                is.memoryBudgetBytes(),
                is.clients(),
                is.repeat());
        return new RunResult(named, run.performance(), run.use(), run.evidence(), run.validity());
    }

    /** One number a repeat: the mean over numbers of clients. A repeat with fewer of them than another says nothing. */
    Sample means(String server, ToDoubleFunction<RunResult> number) {
        Map<Integer, List<Double>> byRepeat = counted(server).stream()
                .collect(Collectors.groupingBy(
                        run -> run.setting().repeat(),
                        TreeMap::new,
                        Collectors.mapping(number::applyAsDouble, Collectors.toList())));
        int most = byRepeat.values().stream().mapToInt(List::size).max().orElseThrow();
        return Sample.of(byRepeat.values().stream()
                .filter(values -> values.size() == most)
                .map(values -> values.stream()
                        .mapToDouble(Double::doubleValue)
                        .average()
                        .orElseThrow())
                .toList());
    }
}
