package io.laio.comparison.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.analysis.statistics.Ranking;
import io.laio.analysis.statistics.Sample;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ScoresTest {
    private static List<List<String>> names(Ranking ranking) {
        return ranking.groups().stream()
                .map(group -> group.places().stream().map(Ranking.Place::name).toList())
                .toList();
    }

    @Test
    void scoreRatioIsTheGeometricMeanOfTheCellsRatios() {
        Results results = new SyntheticResults()
                .add(SyntheticRun.of("a", "rice", CacheState.COLD, 1, 1).throughput(10))
                .add(SyntheticRun.of("b", "rice", CacheState.COLD, 1, 1).throughput(40))
                .add(SyntheticRun.of("a", "rice", CacheState.COLD, 9, 1).throughput(1000))
                .add(SyntheticRun.of("b", "rice", CacheState.COLD, 9, 1).throughput(9000))
                .build();
        Scores scores = scores(results);
        assertEquals(6, ratio(scores, "a", "b"), 1e-9);
    }

    @Test
    void cellsThatSomeoneLacksAreLeftOutForAll() {
        Results results = new SyntheticResults()
                .add(SyntheticRun.of("a", "rice", CacheState.COLD, 1, 1).throughput(10))
                .add(SyntheticRun.of("b", "rice", CacheState.COLD, 1, 1).throughput(20))
                .add(SyntheticRun.of("a", "rice", CacheState.COLD, 9, 1).throughput(1000))
                .add(SyntheticRun.of("b", "rice", CacheState.COLD, 9, 1)
                        .throughput(9000)
                        .invalid("generator saturated"))
                .add(SyntheticRun.of("c", "rice", CacheState.COLD, 1, 1).invalid("no answer"))
                .build();
        Scores scores = scores(results);
        assertEquals(2, ratio(scores, "a", "b"), 1e-9);
        assertEquals(List.of(9), scores.leftOut().stream().map(Cell::clients).toList());
        assertEquals(List.of("c"), scores.unranked());
    }

    @Test
    void lessResponseTimeIsAHigherScore() {
        Results results = new SyntheticResults()
                .add(SyntheticRun.of("a", "rice", CacheState.COLD, 1, 1).response(10))
                .add(SyntheticRun.of("b", "rice", CacheState.COLD, 1, 1).response(40))
                .build();
        RunTable table = new RunTable(results);
        Scores scores = Scores.of(table, cells(table), Metric.RESPONSE_TIME);
        assertEquals(List.of(List.of("a"), List.of("b")), names(scores.ranking()));
    }

    private static List<Cell> cells(RunTable table) {
        Setup setup = table.setups().getFirst();
        return table.conditions(setup).stream()
                .flatMap(condition -> table.cells(condition).stream())
                .toList();
    }

    private static Scores scores(Results results) {
        RunTable table = new RunTable(results);
        return Scores.of(table, cells(table), Metric.THROUGHPUT);
    }

    private static double ratio(Scores scores, String base, String other) {
        Sample a = scores.byContestant().get(base);
        Sample b = scores.byContestant().get(other);
        return b == null || a == null ? Double.NaN : b.median() / a.median();
    }
}
