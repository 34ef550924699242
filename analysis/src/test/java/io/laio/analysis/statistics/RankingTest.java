package io.laio.analysis.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
}
