package io.laio.comparison.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CrossTest {
    private final SyntheticResults results = new SyntheticResults();

    private void add(String server, int... clients) {
        for (int count : clients) {
            results.add(SyntheticRun.of(server, "mine", CacheState.COLD, count, 1));
        }
    }

    private Cross cross() {
        RunTable table = new RunTable(results.build());
        Condition condition = table.conditions(table.setups().getFirst()).getFirst();
        return Cross.of(table, table.cells(condition));
    }

    private static List<Integer> clients(List<Cell> cells) {
        return cells.stream().map(Cell::clients).toList();
    }

    @Test
    void whereAllWereRunEverywhereNothingIsLeftOut() {
        add("a", 1, 2);
        add("a@lazy=off", 1, 2);
        add("b", 1, 2);
        assertEquals(List.of("a", "a@lazy=off", "b"), cross().contestants());
        assertEquals(List.of(1, 2), clients(cross().cells()));
        assertEquals(List.of(), cross().others());
        assertEquals(List.of(), cross().elsewhere());
    }

    @Test
    void manyVariantsInOneCellDoNotOutweighThePlainServers() {
        add("a", 1, 2, 3);
        add("b", 1, 2, 3);
        for (int helpers = 1; helpers <= 9; helpers++) {
            add("a@readHelpers=" + helpers, 2);
        }
        assertEquals(List.of("a", "b"), cross().contestants());
        assertEquals(List.of(1, 2, 3), clients(cross().cells()));
        assertEquals(9, cross().others().size());
    }

    @Test
    void variantsOfNobodyArePlainServers() {
        add("a@readHelpers=4", 1);
        add("a@readHelpers=16", 1);
        add("b", 1, 2);
        assertEquals(List.of("a@readHelpers=4", "a@readHelpers=16", "b"), cross().contestants());
        assertEquals(List.of(2), clients(cross().elsewhere()));
    }

    @Test
    void aServerIsComparedWithItsVariantIfThereIsNobodyElse() {
        add("a", 1, 2, 3);
        add("a@lazy=off", 2);
        assertEquals(List.of("a", "a@lazy=off"), cross().contestants());
        assertEquals(List.of(2), clients(cross().cells()));
        assertEquals(List.of(1, 3), clients(cross().elsewhere()));
    }

    @Test
    void serversThatOverlapMeetWhereTheyDo() {
        add("a", 1, 2);
        add("b", 2, 3);
        assertEquals(List.of("a", "b"), cross().contestants());
        assertEquals(List.of(2), clients(cross().cells()));
    }

    @Test
    void whoHasNoRunThatCountsHasNoSay() {
        add("a", 1, 2);
        add("c", 2);
        results.add(SyntheticRun.of("b", "mine", CacheState.COLD, 1, 1).invalid("nothing answered"));
        results.add(SyntheticRun.of("b", "mine", CacheState.COLD, 2, 1).invalid("nothing answered"));
        assertEquals(List.of(2), clients(cross().cells()));
        assertEquals(List.of("a", "c", "b"), cross().contestants());
        assertEquals(List.of(), cross().others());
    }
}
