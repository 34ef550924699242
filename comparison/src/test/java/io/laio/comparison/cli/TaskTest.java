package io.laio.comparison.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.plan.PlanException;
import io.laio.comparison.results.Beginning;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsJson;
import io.laio.comparison.results.SyntheticResults;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a comparison that is gone on with has its data and its servers. */
class TaskTest {
    private static final Beginning BEGUN =
            new Beginning("/there/data", "http://{server}:80", List.of("bin/laio", "compare", "--data", "data"));

    @TempDir
    Path directory;

    private ResultsDirectory results = new ResultsDirectory(Path.of(""));

    @BeforeEach
    void begin() throws IOException {
        results = new ResultsDirectory(directory);
        Files.copy(Path.of("..", "config", "plans", "quick.json"), results.planJson());
    }

    @Test
    void beforeTheFirstResultsItIsWhatItWasBegunWith() throws Exception {
        ResultsJson.write(BEGUN, results.sessionJson());
        Task task = Task.resuming(results, Optional.empty(), Optional.empty());
        assertEquals(BEGUN, task.beginning());
        assertEquals(Path.of("/there/data"), task.data());
        assertEquals(Optional.of("http://{server}:80"), task.agents().url());
    }

    @Test
    void whoNamesAnotherGetsIt() throws Exception {
        ResultsJson.write(BEGUN, results.sessionJson());
        Task task = Task.resuming(results, Optional.of(Path.of("other")), Optional.of("http://other"));
        assertEquals(Path.of("other").toAbsolutePath(), task.data());
        assertEquals(Optional.of("http://other"), task.agents().url());
        assertEquals(BEGUN.commandLine(), task.beginning().commandLine());
    }

    /** Another disk is never taken in silence. */
    @Test
    void whereNothingTellsItHasToBeNamed() throws Exception {
        PlanException refused =
                assertThrows(PlanException.class, () -> Task.resuming(results, Optional.empty(), Optional.empty()));
        assertTrue(String.valueOf(refused.getMessage()).contains("--data DIR"), refused::toString);
        Path named = directory.resolve("data");
        assertEquals(
                named,
                Task.resuming(results, Optional.of(named), Optional.empty()).data());
    }

    @Test
    void theResultsOfAnOlderLaioTellTheCommand() throws Exception {
        ResultsJson.write(new SyntheticResults().build(), results.resultsJson());
        Task task = Task.resuming(results, Optional.empty(), Optional.empty());
        assertEquals(Path.of("laio-data").toAbsolutePath(), task.data());
        assertEquals(
                List.of("bin/laio", "compare", "--plan", "quick"),
                task.beginning().commandLine());
    }
}
