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

    @Test
    void whatPartsHaveInCommonIsRunOnceAndAllServersOfAPlaceStandTogether() {
        Plan.Cross first = cross(List.of("a", "b"), List.of(8, 64), 2);
        Plan.Cross second = cross(List.of("b", "c"), List.of(64, 256), 1);
        List<PlannedRun> runs = Schedule.of(plan(1, List.of(first, second)));
        assertEquals(
                List.of(8, 8, 64, 64, 64, 256, 256, 8, 8, 64, 64),
                runs.stream().map(PlannedRun::clients).toList());
        assertEquals(
                Set.of("a", "b", "c"),
                Set.copyOf(runs.subList(2, 5).stream().map(PlannedRun::server).toList()));
    }

    @Test
    void everySizeOfMemoryIsAPlaceOfItsOwn() {
        List<MemorySize> sizes = List.of(MemorySize.parse("0.5x"), MemorySize.parse("1x"));
        Plan.Cross cross = new Plan.Cross(SERVERS, List.of("rice"), List.of(CacheState.COLD), sizes, List.of(8), 1);
        List<PlannedRun> runs = Schedule.of(plan(1, List.of(cross)));
        assertEquals(
                List.of(sizes.getFirst(), sizes.getLast()),
                runs.stream().map(PlannedRun::memory).distinct().toList());
        assertEquals(2 * SERVERS.size(), runs.size());
    }

    private static Plan.Cross cross(List<String> servers, List<Integer> clients, int repeats) {
        return new Plan.Cross(
                servers, List.of("rice"), List.of(CacheState.COLD), List.of(new MemorySize.Bytes(1)), clients, repeats);
    }

    private static Plan plan(long seed) {
        return plan(
                seed,
                List.of(new Plan.Cross(
                        SERVERS,
                        List.of("rice", "berkeley"),
                        List.of(CacheState.COLD, CacheState.WARM),
                        List.of(new MemorySize.Bytes(1)),
                        List.of(1, 2, 3),
                        2)));
    }

    private static Plan plan(long seed, List<Plan.Cross> parts) {
        return new Plan(
                "test",
                parts,
                Scale.parse("1/16"),
                new Plan.Limits(100, 1, 0),
                new Plan.ServerOptions("auto", "on"),
                new Plan.Setup("native", "loopback", OptionalLong.empty(), Optional.empty()),
                Plan.Extras.NONE,
                seed);
    }
}
