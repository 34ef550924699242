package io.laio.comparison.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RankingTest {
    private final Draws draws = new Draws(50_041);

    private static List<List<String>> names(Ranking ranking) {
        return ranking.groups().stream()
                .map(group -> group.places().stream().map(Ranking.Place::name).toList())
                .toList();
    }

    @Test
    void groupsHoldThoseThatAreNotToldApart() {
        Map<String, Sample> scores = new LinkedHashMap<>();
        scores.put("slow", Sample.of(10, 11, 10, 11, 10.5, 10.2));
        scores.put("fast", Sample.of(30, 31, 30.6, 32, 30.5, 30.2));
        scores.put("alsoFast", Sample.of(30.1, 30.9, 29.9, 31.8, 30.4, 30.3));
        assertEquals(List.of(List.of("fast", "alsoFast"), List.of("slow")), names(Ranking.of(scores)));
    }

    @Test
    void eightEqualContestantsAreRarelyTornApart() {
        double torn = draws.share(500, () -> {
            Map<String, Sample> scores = new LinkedHashMap<>();
            for (int i = 0; i < 8; i++) {
                scores.put("s" + i, draws.lognormal(6, 100, 0.1));
            }
            return Ranking.of(scores).groups().size() > 1;
        });
        // The best of eight is chosen by looking, which the level does not know: hence more than 5 %.
        System.out.println("eight equal contestants torn apart: " + torn);
        assertTrue(torn < 0.15, () -> "torn apart " + torn);
    }

    @Test
    void oneContestantIsAGroup() {
        assertEquals(List.of(List.of("only")), names(Ranking.of(Map.of("only", Sample.of(1, 2, 3)))));
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
