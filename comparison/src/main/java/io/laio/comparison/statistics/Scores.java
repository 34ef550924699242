package io.laio.comparison.statistics;

import io.laio.analysis.statistics.Ranking;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.RunResult;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * One number for each repeat of each contestant over several cells: the geometric mean of its metric relative to what is usual
 * in the cell. The ratio of two contestants' scores is the geometric mean of their ratios in the cells, so a cell of 10 Mb/s
 * weighs as much as one of 1000. Only cells in which every ranked contestant has a run that counts are used: no one gains or
 * loses by being measured somewhere else.
 *
 * @param byContestant score of each repeat, all positive, higher is better; in the table's order
 * @param cells the cells used
 * @param leftOut cells in which someone has no run that counts
 * @param unranked contestants without any run that counts
 */
public record Scores(Map<String, Sample> byContestant, List<Cell> cells, List<Cell> leftOut, List<String> unranked) {

    /** Copies the lists. */
    public Scores {
        byContestant = Collections.unmodifiableMap(new LinkedHashMap<>(byContestant));
        cells = List.copyOf(cells);
        leftOut = List.copyOf(leftOut);
        unranked = List.copyOf(unranked);
    }

    /**
     * Scores of all contestants over cells.
     *
     * @param table the runs
     * @param cells where
     * @param metric what; one of which less is better is inverted
     * @return the scores
     */
    public static Scores of(RunTable table, List<Cell> cells, Metric metric) {
        return of(table, table.contestants(), cells, metric);
    }

    /**
     * Scores of some contestants over cells.
     *
     * @param table the runs
     * @param contestants whose
     * @param cells where
     * @param metric what; one of which less is better is inverted
     * @return the scores
     */
    public static Scores of(RunTable table, List<String> contestants, List<Cell> cells, Metric metric) {
        List<String> ranked = contestants.stream()
                .filter(name -> cells.stream()
                        .anyMatch(cell -> !table.counted(name, cell).isEmpty()))
                .toList();
        List<Cell> common = cells.stream()
                .filter(cell -> !ranked.isEmpty()
                        && ranked.stream()
                                .noneMatch(name -> table.counted(name, cell).isEmpty()))
                .toList();
        Map<String, Sample> scores = new LinkedHashMap<>();
        if (!common.isEmpty()) {
            Map<Cell, Double> usual = usual(table, ranked, common, metric);
            ranked.forEach(name -> scores.put(name, score(table, name, usual, metric)));
        }
        return new Scores(scores, common, without(cells, common), without(contestants, ranked));
    }

    /** The mean over contestants of the logarithm of their median, by cell. */
    private static Map<Cell, Double> usual(RunTable table, List<String> names, List<Cell> cells, Metric metric) {
        Map<Cell, Double> usual = new HashMap<>();
        for (Cell cell : cells) {
            double mean = names.stream()
                    .mapToDouble(name -> Math.log(
                            table.sample(name, cell, metric).orElseThrow().median()))
                    .average()
                    .orElseThrow();
            usual.put(cell, mean);
        }
        return usual;
    }

    private static Sample score(RunTable table, String name, Map<Cell, Double> usual, Metric metric) {
        Map<Integer, double[]> sumAndCount = new TreeMap<>();
        for (Map.Entry<Cell, Double> cell : usual.entrySet()) {
            for (RunResult run : table.counted(name, cell.getKey())) {
                double[] repeat = sumAndCount.computeIfAbsent(run.setting().repeat(), ignored -> new double[2]);
                repeat[0] += Math.log(metric.of(run)) - cell.getValue();
                repeat[1]++;
            }
        }
        // A repeat with holes is compared by what it has; with more than half missing it says too little.
        double sign = metric.higherIsBetter() ? 1 : -1;
        double most = sumAndCount.values().stream()
                .mapToDouble(repeat -> repeat[1])
                .max()
                .orElseThrow();
        return Sample.of(sumAndCount.values().stream()
                .filter(repeat -> repeat[1] * 2 >= most)
                .map(repeat -> Math.exp(sign * repeat[0] / repeat[1]))
                .toList());
    }

    private static <T> List<T> without(List<T> all, List<T> some) {
        return all.stream().filter(item -> !some.contains(item)).toList();
    }

    /**
     * Groups of no significant difference, best first.
     *
     * @return the ranking of these scores
     */
    public Ranking ranking() {
        return Ranking.of(byContestant);
    }
}
