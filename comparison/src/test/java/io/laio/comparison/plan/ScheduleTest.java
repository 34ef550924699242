package io.laio.comparison.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.laio.comparison.results.CacheState;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final List<String> SERVERS = List.of("a", "b", "c", "d");

    @Test
    void everyCombinationIsRunOnceARepeat() {
        List<PlannedRun> runs = Schedule.of(plan(1));
        assertEquals(4 * 2 * 2 * 3 * 2, runs.size());
        Set<String> distinct = new HashSet<>();
        runs.forEach(run ->
                distinct.add(run.server() + run.workload() + run.cache() + "/" + run.clients() + "/" + run.repeat()));
        assertEquals(runs.size(), distinct.size());
    }

    @Test
    void runsAreNumberedInTheOrderOfExecution() {
        List<PlannedRun> runs = Schedule.of(plan(1));
        assertEquals(
                IntStream.rangeClosed(1, runs.size()).boxed().toList(),
                runs.stream().map(PlannedRun::order).toList());
    }

    @Test
    void serversOfOneCombinationRunOneAfterTheOtherInVaryingOrder() {
        List<PlannedRun> runs = Schedule.of(plan(1));
        Set<List<String>> orders = new HashSet<>();
        for (int i = 0; i < runs.size(); i += SERVERS.size()) {
            List<PlannedRun> block = runs.subList(i, i + SERVERS.size());
            assertEquals(1, block.stream().map(PlannedRun::clients).distinct().count());
            List<String> order = block.stream().map(PlannedRun::server).toList();
            assertEquals(new HashSet<>(SERVERS), new HashSet<>(order));
            orders.add(order);
        }
        assertNotEquals(1, orders.size());
    }

    @Test
    void theSeedDecidesTheOrder() {
        assertEquals(Schedule.of(plan(1)), Schedule.of(plan(1)));
        assertNotEquals(Schedule.of(plan(1)), Schedule.of(plan(2)));
    }

    private static Plan plan(long seed) {
        return new Plan(
                "test",
                new Plan.Cross(
                        SERVERS,
                        List.of("rice", "berkeley"),
                        List.of(CacheState.COLD, CacheState.WARM),
                        List.of(1, 2, 3),
                        2),
                Scale.parse("1/16"),
                new Plan.Limits(100, 1, 0),
                OptionalLong.empty(),
                new Plan.ServerOptions("auto", "on"),
                new Plan.Setup("native", "loopback", OptionalLong.empty(), Optional.empty()),
                seed);
    }
}
