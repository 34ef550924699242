package io.laio.comparison.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.results.CacheState;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the plans of config/plans promise. */
class PlansTest {
    private static final Path PLANS = Path.of("..", "config", "plans");
    private static final Set<String> STUDY = Set.of(
            "thttpd-nb-b",
            "thttpd-laio-laio",
            "flash-nb-b",
            "flash-nb-amped",
            "flash-nb-amted",
            "flash-nb-aio",
            "flash-nb-laio",
            "flash-laio-laio");
    private static final int TWO_HOURS_SECONDS = 7200;

    /** For what comes before a run's first request that counts: more than docs/decisions/0602-plans.md estimates. */
    private static final int DEAD_SECONDS = 4;

    static List<Path> plans() throws Exception {
        return PlanWriterTest.plans();
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanHasItsFilesNameAndRuns(Path file) throws Exception {
        Plan plan = PlanReader.read(file, Map.of());
        assertEquals(plan.name() + ".json", file.getFileName().toString());
        assertTrue(Schedule.of(plan).size() >= plan.cross().servers().size());
    }

    /** C1 to C6 and C9 compare pairs everywhere, C10 looks at flash-nb-aio, C11 at eagerness; a test needs six repeats. */
    @Test
    void paperHasWhatTheClaimsNeed() throws Exception {
        List<PlannedRun> runs = Schedule.of(read("paper"));
        assertEquals(
                Set.of("rice", "berkeley"),
                runs.stream().map(PlannedRun::workload).collect(Collectors.toSet()));
        for (String server : STUDY) {
            for (CacheState cache : List.of(CacheState.COLD, CacheState.WARM)) {
                long count = runs.stream()
                        .filter(run -> run.server().equals(server) && run.cache() == cache)
                        .count();
                assertEquals(2 * 3 * 6, count, server);
            }
        }
        assertEquals(
                2 * 2 * 6,
                runs.stream()
                        .filter(run -> run.server().equals("flash-laio-laio@lazy=off"))
                        .count());
    }

    /** Even if every run were ended by the clock. */
    @Test
    void paperFitsIntoTwoHours() throws Exception {
        Plan plan = read("paper");
        double seconds = Schedule.of(plan).size() * (plan.limits().seconds() + DEAD_SECONDS);
        assertTrue(seconds < TWO_HOURS_SECONDS, seconds + " s");
        assertEquals("1/10", plan.scale().text());
    }

    @Test
    void sweepsVaryClientsMemoryHelpersAndLaziness() throws Exception {
        Plan.Cross all = read("sweeps").cross();
        assertTrue(all.clients().size() >= 6, all::toString);
        assertTrue(
                all.memory().containsAll(List.of(MemorySize.parse("0.1x"), MemorySize.parse("1.5x"))), all::toString);
        assertTrue(all.servers().contains("flash-nb-amped@readHelpers=64@nameHelpers=32"), all::toString);
        assertTrue(
                all.servers().containsAll(List.of("flash-laio-laio@lazy=off", "thttpd-laio-laio@lazy=off")),
                all::toString);
    }

    @Test
    void fullIsTheWholeTraceAtTheStudysScale() throws Exception {
        Plan plan = read("full");
        assertEquals(1, plan.scale().factor());
        assertEquals(0, plan.limits().requests());
        assertEquals(STUDY, Set.copyOf(plan.cross().servers()));
        assertEquals(List.of(new MemorySize.Bytes(2L << 30)), plan.cross().memory());
    }

    private static Plan read(String name) throws PlanException {
        return PlanReader.read(PLANS.resolve(name + ".json"), Map.of());
    }
}
