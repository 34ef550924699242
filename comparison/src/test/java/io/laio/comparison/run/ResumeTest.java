package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cgroup.CgroupSupport;
import io.laio.comparison.plan.PlanException;
import io.laio.comparison.results.Beginning;
import io.laio.comparison.results.EnvironmentInfo;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsJson;
import io.laio.comparison.results.RunResult;
import io.laio.linux.Linux;
import io.laio.testbed.disk.UnfitMachineException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Comparisons of fake servers that are interrupted and gone on with. */
class ResumeTest {
    private final Fixture fixture;
    private final ResultsDirectory results;

    ResumeTest(@TempDir Path directory) throws IOException {
        fixture = new Fixture(directory, host(directory));
        results = new ResultsDirectory(fixture.results());
    }

    @BeforeEach
    void makeContestant() throws IOException {
        fixture.contestant("a", "well");
    }

    /** Each session is interrupted one step later than the one before, until one comes to its end. */
    @Test
    void interruptedAtEveryStepEachRunIsMadeOnce() throws Exception {
        int there = 0;
        boolean interrupted = true;
        for (int step = 1; interrupted; step++) {
            InterruptAt interrupt = new InterruptAt(step);
            Study study = Files.exists(results.planJson()) ? fixture.resumed(interrupt) : twoRuns(interrupt);
            int after = runsAfter(study);
            assertTrue(after >= there, "runs were lost at step " + step);
            assertEquals(List.of(), fixture.survivors(), "at step " + step);
            there = after;
            interrupted = interrupt.struck();
        }
        assertEquals(List.of(1, 2), orders(results.read()));
        assertFalse(results.read().environment().laterSessions().isEmpty());
    }

    private int runsAfter(Study study) throws Exception {
        try {
            study.carryOut();
        } catch (IOException e) {
            assertTrue(Thread.currentThread().isInterrupted(), e::toString);
        }
        boolean interrupted = Thread.interrupted();
        assertTrue(interrupted || Files.exists(results.resultsJson()));
        return results.readIfThere().map(found -> found.runs().size()).orElse(0);
    }

    /** Traces and documents take longest to make: then there are no results yet that could say where they are. */
    @Test
    void howItWasBegunIsStoredBeforeAnythingIsPrepared() throws Exception {
        runsAfter(twoRuns(new InterruptAt(1)));
        assertFalse(Files.exists(results.resultsJson()));
        Beginning begun = results.beginning().orElseThrow();
        assertTrue(Path.of(begun.data()).isAbsolute(), begun::data);
        Results whole = fixture.resumed(Narrator.SILENT).carryOut();
        assertEquals(List.of("bin/laio", "compare"), whole.plan().commandLine());
        assertEquals(begun, results.beginning().orElseThrow());
    }

    @Test
    void whatIsThereStaysAsItIs() throws Exception {
        Results begun = interruptedAfterTheFirstRun();
        Results whole = fixture.resumed(Narrator.SILENT).carryOut();
        assertEquals(begun.runs().getFirst(), whole.runs().getFirst());
        assertEquals(List.of(1, 2), orders(whole));
        assertEquals(begun.plan(), whole.plan());
        assertEquals(
                List.of(1),
                whole.environment().laterSessions().stream()
                        .map(session -> session.runsBefore())
                        .toList());
        assertEquals(whole, results.read());
    }

    @Test
    void halvesOfFilesGo() throws Exception {
        interruptedAfterTheFirstRun();
        Path half = Files.writeString(results.path().resolve(".results.json.part"), "{");
        fixture.resumed(Narrator.SILENT).carryOut();
        assertFalse(Files.exists(half));
    }

    @Test
    void anotherKernelIsRefusedByName() throws Exception {
        assertRefused("\"kernel\": \"", "\"kernel\": \"1.0-", "kernel was 1.0-");
    }

    @Test
    void anotherCommitIsRefusedByName() throws Exception {
        assertRefused("\"commit\": \"", "\"commit\": \"feed", "laio's commit was feed");
    }

    @Test
    void anotherTraceIsRefusedByName() throws Exception {
        assertRefused("\"traceSha256\": \"", "\"traceSha256\": \"0000", "workload forty was trace 0000");
    }

    @Test
    void anotherCommandIsRefusedByName() throws Exception {
        interruptedAfterTheFirstRun();
        fixture.contestant("a", "broken");
        assertRefused("command of a was");
    }

    @Test
    void aRunThatThePlanDoesNotHaveIsRefused() throws Exception {
        interruptedAfterTheFirstRun();
        replace(results.planJson(), "\"clients\" : [ 4 ]", "\"clients\" : [ 5 ]");
        PlanException refused = assertThrows(PlanException.class, fixture.resumed(Narrator.SILENT)::carryOut);
        assertTrue(String.valueOf(refused.getMessage()).contains("4 clients"), refused::toString);
    }

    @Test
    void aLittleLessMemoryIsTheSameMachine() throws Exception {
        Results begun = interruptedAfterTheFirstRun();
        assertEquals(List.of(), differences(begun, begun.environment().memoryBytes() * 0.995));
        assertFalse(differences(begun, begun.environment().memoryBytes() * 0.9).isEmpty());
    }

    private static List<String> differences(Results begun, double memoryBytes) throws IOException {
        Path file = Files.createTempFile("environment", ".json");
        try {
            ResultsJson.write(begun, file);
            replace(
                    file,
                    "\"memoryBytes\": " + begun.environment().memoryBytes(),
                    "\"memoryBytes\": " + (long) memoryBytes);
            EnvironmentInfo now = ResultsJson.read(file).environment();
            return new Differences(begun).from(begun.plan(), now);
        } finally {
            Files.delete(file);
        }
    }

    private void assertRefused(String part, String other, String words) throws Exception {
        interruptedAfterTheFirstRun();
        replace(results.resultsJson(), part, other);
        assertRefused(words);
    }

    private void assertRefused(String words) throws Exception {
        Results before = results.read();
        UnfitMachineException refused =
                assertThrows(UnfitMachineException.class, fixture.resumed(Narrator.SILENT)::carryOut);
        assertTrue(String.valueOf(refused.getMessage()).contains(words), refused::toString);
        assertEquals(before, results.read());
    }

    private static void replace(Path file, String part, String other) throws IOException {
        String text = Files.readString(file);
        assertTrue(text.contains(part), text);
        Files.writeString(file, text.replace(part, other));
    }

    private Results interruptedAfterTheFirstRun() throws Exception {
        Thread self = Thread.currentThread();
        Results begun = twoRuns(text -> {
                    if (text.startsWith("[1/")) {
                        self.interrupt();
                    }
                })
                .carryOut();
        assertTrue(Thread.interrupted());
        assertEquals(1, begun.runs().size());
        return begun;
    }

    private Study twoRuns(Narrator narrator) throws PlanException {
        return fixture.study(
                Map.of("workloads", List.of(fixture.trace().toString()), "repeats", List.of("2")), narrator);
    }

    private static List<Integer> orders(Results found) {
        return found.runs().stream()
                .map(RunResult::evidence)
                .map(evidence -> evidence.order())
                .toList();
    }

    private static Host host(Path directory) throws IOException {
        return new Host(
                Linux.open(),
                Processors.divide(Affinity.allowed()),
                new CgroupSupport.Unavailable("tests have none", "none needed"),
                new NameCache(directory.resolve("drop_caches")),
                List.of());
    }

    /** Interrupts the thread that carries out a study when that tells of its n-th step. */
    private static final class InterruptAt implements Narrator {
        private final int step;
        private int steps;

        InterruptAt(int step) {
            this.step = step;
        }

        boolean struck() {
            return steps >= step;
        }

        @Override
        public void line(String text) {
            next();
        }

        @Override
        public void status(String text) {
            next();
        }

        private void next() {
            if (++steps == step) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
