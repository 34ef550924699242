package io.laio.comparison.report;

import io.laio.analysis.statistics.Difference;
import io.laio.analysis.statistics.Interval;
import io.laio.analysis.statistics.Ranking;
import io.laio.analysis.statistics.Sample;
import io.laio.analysis.statistics.Summary;
import io.laio.comparison.results.RunResult;
import io.laio.comparison.statistics.Cell;
import io.laio.comparison.statistics.Cross;
import io.laio.comparison.statistics.Metric;
import io.laio.comparison.statistics.RunTable;
import io.laio.comparison.statistics.Scores;
import java.util.DoubleSummaryStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Who is ahead of whom over some cells, by throughput.
 *
 * @param table the runs
 * @param cross who is compared, and where
 * @param scores their scores over the cells
 * @param ranking their ranking
 */
record Contest(RunTable table, Cross cross, Scores scores, Ranking ranking) {
    static Contest over(RunTable table, Cross cross) {
        Scores scores = Scores.of(table, cross.contestants(), cross.cells(), Metric.THROUGHPUT);
        return new Contest(table, cross, scores, scores.ranking());
    }

    /** Whether one is ahead of all others, and there are others. */
    boolean decided() {
        return ranked() > 1 && firstGroup().size() == 1;
    }

    boolean empty() {
        return ranking.groups().isEmpty();
    }

    /** Those that are not told apart from the best. */
    List<String> firstGroup() {
        return empty()
                ? List.of()
                : ranking.groups().getFirst().places().stream()
                        .map(Ranking.Place::name)
                        .toList();
    }

    String best() {
        return ranking.places().getFirst().name();
    }

    /** The second, whether or not it is told apart from the first. */
    Optional<String> next() {
        return ranking.places().stream().skip(1).findFirst().map(Ranking.Place::name);
    }

    int ranked() {
        return ranking.places().size();
    }

    /** By what factor one is ahead of another here, as one of the ranking's comparisons. */
    Difference lead(String ahead, String behind) {
        Sample base = score(scores.byContestant(), behind);
        Sample other = score(scores.byContestant(), ahead);
        return Difference.between(base, other, Math.max(1, ranked() - 1));
    }

    /** The smallest and the largest ratio of medians in a single cell. */
    Interval leadInSingleCells(String ahead, String behind) {
        DoubleSummaryStatistics ratios = scores.cells().stream()
                .mapToDouble(cell -> median(ahead, cell) / median(behind, cell))
                .summaryStatistics();
        return new Interval(ratios.getMin(), ratios.getMax());
    }

    private double median(String name, Cell cell) {
        return table.sample(name, cell, Metric.THROUGHPUT).orElseThrow().median();
    }

    /** Every run that counts, of all who are ranked, in the cells used. */
    Stream<RunResult> runs() {
        return scores.byContestant().keySet().stream().flatMap(this::runs);
    }

    /** The same, of one. */
    Stream<RunResult> runs(String name) {
        return scores.cells().stream().flatMap(cell -> table.counted(name, cell).stream());
    }

    /** By what factor one's response times are shorter than another's here. */
    Difference responseLead(String ahead, String behind) {
        Map<String, Sample> responses = Scores.of(table, cross.contestants(), scores.cells(), Metric.RESPONSE_TIME)
                .byContestant();
        Sample base = score(responses, behind);
        Sample other = score(responses, ahead);
        return Difference.between(base, other, Math.max(1, ranked() - 1));
    }

    /** The fewest repeats behind any score. */
    int repeats() {
        return scores.byContestant().values().stream()
                .mapToInt(Sample::size)
                .min()
                .orElse(0);
    }

    boolean provisional() {
        return repeats() < Summary.ENOUGH_REPEATS;
    }

    private static Sample score(Map<String, Sample> scores, String name) {
        return Optional.ofNullable(scores.get(name)).orElseThrow();
    }
}
