package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.contestant.ContestantException;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.RunResult;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole comparisons of fake servers over real sockets; without control groups, as on a machine without root. */
class StudyTest {
    @TempDir
    Path directory;

    @Test
    void everyRunIsMeasuredAndWritten() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        fixture.contestant("b", "well");
        Results results = fixture.study("a,b", "cold,warm", Narrator.SILENT).carryOut();
        assertEquals(results, new ResultsDirectory(fixture.results()).read());
        assertEquals(4, results.runs().size());
        assertEquals(
                List.of("env", "LAIO_TOUCH_HEAP=1"),
                results.plan().contestants().getFirst().command().subList(0, 2));
        for (RunResult run : results.runs()) {
            assertTrue(run.performance().failures().isEmpty(), run::toString);
            assertEquals(40, run.performance().requests());
            assertEquals(
                    40,
                    Objects.requireNonNull(run.use().operations().get("read")).issued());
            assertTrue(Files.size(fixture.results()
                            .resolve(String.format(
                                    "run-%03d.hlog", run.evidence().order())))
                    > 0);
        }
    }

    @Test
    void withoutControlGroupsAndRootRunsSaySo() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        RunResult run =
                fixture.study("a", "cold", Narrator.SILENT).carryOut().runs().getFirst();
        assertEquals(CacheState.COLD_DATA, run.setting().cache());
        assertEquals(null, run.setting().memoryBudgetBytes());
        assertFalse(run.evidence().namesCold());
        String notes = run.validity().notes().toString();
        assertTrue(notes.contains("no control groups") && notes.contains("cold-data"), notes);
    }

    @Test
    void aServerThatFailsRequestsIsInvalidAndKept() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "broken");
        RunResult run =
                fixture.study("a", "warm", Narrator.SILENT).carryOut().runs().getFirst();
        assertFalse(run.valid());
        assertTrue(run.validity().invalidReasons().getFirst().startsWith("40 requests failed"), run::toString);
    }

    @Test
    void anUnfitEnvironmentIsSaidBeforeAnythingIsMeasured() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        fixture.contestant("b", "unfit");
        Study study = fixture.study("a,b", "cold", Narrator.SILENT);
        ContestantException error = assertThrows(ContestantException.class, study::carryOut);
        assertEquals(ContestantException.Kind.ENVIRONMENT_UNFIT, error.kind());
        assertFalse(Files.exists(new ResultsDirectory(fixture.results()).resultsJson()));
    }

    @Test
    void whoIsNotInstalledIsLeftOutAndTheResultsSaySo() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        Files.writeString(
                directory.resolve("config/contestants/absent.json"),
                "{\"command\": [\"laio-nobody-has-this\"], \"install\": \"no way\"}");
        List<String> lines = new ArrayList<>();
        Results results = fixture.study("absent,a", "warm", lines::add).carryOut();
        assertEquals(
                List.of("a"),
                results.runs().stream().map(run -> run.setting().server()).toList());
        String words = "there is no laio-nobody-has-this on this machine; to install it: no way";
        assertTrue(lines.contains("left out: absent: " + words), lines::toString);
        assertEquals(words, results.environment().details().get("leftOut absent"));
    }

    @Test
    void anInterruptKeepsTheFinishedRuns() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        Thread self = Thread.currentThread();
        Results results = fixture.study("a", "cold,warm", text -> {
                    if (text.startsWith("[1/")) {
                        self.interrupt();
                    }
                })
                .carryOut();
        assertTrue(Thread.interrupted());
        assertEquals(1, results.runs().size());
        assertEquals(1, new ResultsDirectory(fixture.results()).read().runs().size());
        assertEquals(List.of(), fixture.survivors());
    }

    @Test
    void whatDoesNotExistIsNamed() throws Exception {
        Fixture fixture = new Fixture(directory, host());
        fixture.contestant("a", "well");
        assertThrows(ContestantException.class, fixture.study("ghost", "cold", Narrator.SILENT)::carryOut);
        Files.delete(fixture.trace());
        assertThrows(PlanException.class, fixture.study("a", "cold", Narrator.SILENT)::carryOut);
    }

    private Host host() throws IOException {
        return host(directory);
    }

    static Host host(Path directory) throws IOException {
        Path absent = directory.resolve("drop_caches");
        return new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                new CgroupSupport.Unavailable("tests have none", "none needed"),
                new NameCache(absent),
                List.of());
    }
}
