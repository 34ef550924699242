package io.laio.comparison.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.contestant.ContestantCatalogue;
import io.laio.comparison.plan.Plan;
import io.laio.comparison.plan.PlanReader;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.SyntheticResults;
import io.laio.testbed.disk.UnfitMachineException;
import io.laio.testbed.network.Loopback;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The commands are a shell script in the place of bin/laio. */
final class ExtraMeasurementsTest {
    /** Tells its words and its processors. */
    private static final String TELLS = """
            cpus=$(sed -n 's/^Cpus_allowed_list:[[:space:]]*//p' /proc/self/status)
            json="{\\"words\\": \\"$*\\", \\"cpus\\": \\"$cpus\\"}"
            if [ "$1" = lab ]; then mkdir -p "$4"; echo "$json" >"$4/pipe.json"; else echo "$json"; fi
            """;

    @TempDir
    private Path home = Path.of("");

    private final List<String> said = new ArrayList<>();

    private void laio(String script) throws IOException {
        Files.createDirectories(home.resolve("http-core/src/main/java"));
        Path laio = Files.createDirectories(home.resolve("bin")).resolve("laio");
        Files.writeString(laio, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(laio, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private StudySetup setup(String codeSize, String microbenchmark) throws Exception {
        Plan plan = PlanReader.read(
                Path.of("..", "config", "plans", "quick.json"),
                Map.of("codeSize", List.of(codeSize), "microbenchmark", List.of(microbenchmark)));
        Narrator narrator = new Narrator() {
            @Override
            public void status(String words) {
                said.add(words);
            }

            @Override
            public void line(String words) {
                said.add(words);
            }
        };
        return new StudySetup(
                plan,
                Host.detect(),
                home,
                home,
                new NativeDisk(home),
                home.resolve("results"),
                new ContestantCatalogue(home),
                new Loopback(),
                narrator);
    }

    private static Results nothing() {
        return new SyntheticResults().build();
    }

    @Test
    void bothAreMeasuredOnTheServersProcessorAndStored() throws Exception {
        laio(TELLS);
        StudySetup setup = setup("true", "short");
        Results results = new ExtraMeasurements(setup).measure(nothing());
        assertNotNull(results.codeSize());
        assertNotNull(results.microbenchmark());
        assertEquals("code-size --json", results.codeSize().path("words").asText());
        assertTrue(results.microbenchmark().path("words").asText().endsWith("--sizes 1 --calls 1000 --rounds 6"));
        String server =
                Integer.toString(setup.host().processors().server().cpus().getFirst());
        assertEquals(server, results.codeSize().path("cpus").asText());
        assertEquals(server, results.microbenchmark().path("cpus").asText());
        assertEquals(results, new ResultsDirectory(setup.results()).read());
    }

    @Test
    void afterAnInterruptionTheyAreASessionOfTheSameMachine() throws Exception {
        laio(TELLS);
        StudySetup setup = setup("true", "none");
        Results here = nothing().withEnvironment(new StudyRecord(setup, List.of()).environment());
        Results gone = new ExtraMeasurements(setup).goOn(new Resumption(here));
        assertNotNull(gone.codeSize());
        assertEquals(
                here.runs().size(),
                gone.environment().laterSessions().getFirst().runsBefore());
        assertEquals(gone, new ResultsDirectory(setup.results()).read());
        assertEquals(gone, new ExtraMeasurements(setup).goOn(new Resumption(gone)), "nothing is missing now");
    }

    @Test
    void onAnotherMachineNothingIsAddedToTheRuns() throws Exception {
        laio(TELLS);
        StudySetup setup = setup("true", "none");
        UnfitMachineException refused = assertThrows(
                UnfitMachineException.class, () -> new ExtraMeasurements(setup).goOn(new Resumption(nothing())));
        assertTrue(String.valueOf(refused.getMessage()).contains("processor was Some Processor 3000"));
        assertFalse(Files.exists(setup.results()));
        assertEquals(nothing(), new ExtraMeasurements(setup("false", "none")).goOn(new Resumption(nothing())));
    }

    @Test
    void whatCannotBeMeasuredIsNoSession() throws Exception {
        laio("exit 4\n");
        StudySetup setup = setup("true", "none");
        Results here = nothing().withEnvironment(new StudyRecord(setup, List.of()).environment());
        assertEquals(here, new ExtraMeasurements(setup).goOn(new Resumption(here)));
    }

    @Test
    void whatIsThereIsNotMeasuredAgainAndWhatWasNotAskedForNotAtAll() throws Exception {
        laio(TELLS);
        Results once = new ExtraMeasurements(setup("true", "full")).measure(nothing());
        said.clear();
        assertEquals(once, new ExtraMeasurements(setup("true", "full")).measure(once));
        assertEquals(nothing(), new ExtraMeasurements(setup("false", "none")).measure(nothing()));
        assertEquals(List.of(), said);
    }

    @Test
    void aCommandThatFailsIsToldAndLeftOut() throws Exception {
        laio("echo 'no io_uring here' >&2; exit 4\n");
        Results results = new ExtraMeasurements(setup("false", "full")).measure(nothing());
        assertNull(results.microbenchmark());
        assertTrue(
                said.getLast().startsWith("reading a pipe failed, exit status 4: no io_uring here (bin/laio lab pipe"),
                said::toString);
    }

    @Test
    void whatIsNotJsonIsToldAndLeftOut() throws Exception {
        laio("echo no JSON\n");
        assertNull(
                new ExtraMeasurements(setup("true", "none")).measure(nothing()).codeSize());
        assertTrue(said.getLast().contains("code-size.json is not JSON and is left out"), said::toString);
    }

    @Test
    void withoutSourcesTheCodeIsNotCounted() throws Exception {
        assertNull(
                new ExtraMeasurements(setup("true", "none")).measure(nothing()).codeSize());
        assertEquals(List.of("the code is not counted: there are no sources in " + home), said);
    }

    @Test
    @Timeout(30)
    void anInterruptEndsTheCommandWithWhatItStarted() throws Exception {
        laio("tail -f /dev/null & echo $! >" + home.resolve("child") + "; mkfifo " + home.resolve("started")
                + "; wait\n");
        StudySetup setup = setup("true", "none");
        Thread measuring = Thread.currentThread();
        Thread interrupter = Thread.ofPlatform().start(() -> {
            while (!Files.exists(home.resolve("started"))) {
                Thread.onSpinWait();
            }
            measuring.interrupt();
        });
        Results results = new ExtraMeasurements(setup).measure(nothing());
        assertTrue(Thread.interrupted(), "it stays interrupted");
        interrupter.join();
        assertNull(results.codeSize());
        while (runs(Files.readString(home.resolve("child")).strip())) {
            Thread.onSpinWait();
        }
    }

    /** A process that has ended and was not awaited by its parent yet does not run. */
    private static boolean runs(String pid) throws IOException {
        try {
            return !Files.readString(Path.of("/proc", pid, "stat")).contains(") Z ");
        } catch (NoSuchFileException e) {
            return false; // gone altogether
        }
    }
}
