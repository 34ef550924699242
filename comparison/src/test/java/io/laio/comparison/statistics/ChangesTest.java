package io.laio.comparison.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.SyntheticResults;
import io.laio.comparison.results.SyntheticRun;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ChangesTest {
    private static final List<Integer> CLIENTS = List.of(1, 4, 16, 64);

    private static Results results(int repeats, long seed, double laioMbps) {
        return new SyntheticResults()
                .curve("flash-nb-b", "rice", CacheState.COLD, CLIENTS, repeats, 0.03, seed, c -> 100)
                .curve("flash-laio-laio", "rice", CacheState.COLD, CLIENTS, repeats, 0.03, seed, c -> laioMbps)
                .build();
    }

    private static long worse(Changes changes) {
        return changes.count(Change.Kind.WORSE);
    }

    @Test
    void theSameResultsDidNotChange() {
        Changes changes = Changes.between(results(6, 1, 300), results(6, 1, 300));
        assertEquals(16, changes.changes().size());
        assertEquals(16, changes.count(Change.Kind.NO_SIGNIFICANT_DIFFERENCE));
    }

    @Test
    void aSlowerServerIsWorseInThroughputAndInResponseTime() {
        Changes changes = Changes.between(results(6, 1, 300), results(6, 2, 200));
        assertEquals(8, worse(changes), changes::toString);
        assertTrue(changes.changes().stream()
                .filter(change -> change.kind() == Change.Kind.WORSE)
                .allMatch(change -> change.contestant().equals("flash-laio-laio")));
    }

    @Test
    void aFasterServerIsBetter() {
        Changes changes = Changes.between(results(6, 1, 300), results(6, 2, 400));
        assertEquals(8, changes.count(Change.Kind.BETTER));
        assertEquals(0, worse(changes));
    }

    @Test
    void repeatingTheSameRarelyRaisesAnAlarm() {
        int alarms = 0;
        for (int seed = 0; seed < 200; seed++) {
            Changes changes = Changes.between(results(6, 1000 + seed, 300), results(6, 5000 + seed, 300));
            alarms += worse(changes) > 0 ? 1 : 0;
        }
        int found = alarms;
        System.out.println("seeds 1000-1199 and 5000-5199: alarms " + found + " of 200");
        assertTrue(alarms <= 16, () -> found + " of 200 alarms");
    }

    @Test
    void fewRepeatsNeverFail() {
        Changes changes = Changes.between(results(2, 1, 300), results(2, 2, 100));
        assertEquals(0, worse(changes));
        assertEquals(16, changes.untested());
        assertEquals(8, changes.count(Change.Kind.PROVISIONALLY_WORSE));
    }

    @Test
    void anotherNetworkOrDiskIsAnotherThing() {
        SyntheticRun run = SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1);
        Results usual = new SyntheticResults().add(run).build();
        for (SyntheticResults other : List.of(
                new SyntheticResults().on("native", "gigabit"),
                new SyntheticResults().on("native, limited to 300 reads/s", "loopback"))) {
            Changes changes = Changes.between(usual, other.add(run).build());
            assertEquals(List.of(), changes.changes());
            assertEquals(1, changes.onlyBefore());
            assertEquals(1, changes.onlyAfter());
        }
    }

    @Test
    void onlyWhatBothHaveIsCompared() {
        Results more = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1))
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.WARM, 16, 1))
                .add(SyntheticRun.of("nginx", "rice", CacheState.COLD, 16, 1).invalid("no answer"))
                .build();
        Results fewer = new SyntheticResults()
                .add(SyntheticRun.of("flash-nb-b", "rice", CacheState.COLD, 16, 1))
                .add(SyntheticRun.of("nginx", "rice", CacheState.COLD, 16, 1))
                .build();
        Changes changes = Changes.between(more, fewer);
        assertEquals(2, changes.changes().size());
        assertEquals(1, changes.onlyBefore());
        assertEquals(1, changes.onlyAfter());
    }
}
