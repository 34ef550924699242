package io.laio.comparison.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.contestant.ExitCodes;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.ResultsLock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** What is said, and with which exit code, of a comparison that cannot be carried out. */
class CompareCommandTest {
    @TempDir
    Path directory;

    private final StringWriter errors = new StringWriter();
    private String home = "";

    @BeforeEach
    void useRepositorysConfiguration() {
        home = System.getProperty("laio.home", "");
        System.setProperty(
                "laio.home", Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("laio.home", home);
    }

    @Test
    void aWrongValueOfAnOptionIsUsage() {
        assertEquals(ExitCodes.USAGE, compare("--clients", "0"));
        assertSaid("--clients: \"0\" is not a whole number of 1 or more");
    }

    @Test
    void anUnknownServerIsUsageAndTheKnownAreNamed() {
        assertEquals(ExitCodes.USAGE, compare("--server", "flash-nb-x"));
        assertSaid("flash-nb-b");
    }

    @Test
    void anUnknownWorkloadIsUsage() {
        assertEquals(ExitCodes.USAGE, compare("--workload", "princeton"));
        assertSaid("bin/laio workload import");
    }

    @Test
    void anUnknownPlanIsUsage() {
        assertEquals(ExitCodes.USAGE, compare("--plan", "huge"));
        assertSaid("huge");
        assertSaid("mine, paper, quick");
    }

    @Test
    void anOptionThatNobodyTakesIsUsage() {
        assertEquals(ExitCodes.USAGE, compare("--server", "flash-nb-b", "--lazy", "off"));
        assertSaid("--lazy");
    }

    @Test
    void resultsAreNeverOverwritten() throws IOException {
        Files.writeString(directory.resolve("results.json"), "{}");
        assertEquals(ExitCodes.USAGE, compare());
        assertSaid("holds results already");
    }

    @Test
    void whoIsRefusedFindsNothingThatLooksLikeResults() {
        Path out = directory.resolve("results/new");
        assertEquals(ExitCodes.USAGE, execute("--server", "flash-nb-x", "--out", out.toString()));
        assertFalse(Files.exists(out.getParent()));
    }

    /** What is read while another writes is not what is there when it has ended. */
    @Test
    void nothingIsReadWhereAnotherWrites() throws IOException {
        Files.copy(Path.of("..", "config", "plans", "quick.json"), directory.resolve("plan.json"));
        Files.writeString(directory.resolve("results.json"), "no results");
        try (ResultsLock _ = ResultsLock.take(new ResultsDirectory(directory))) {
            execute("--resume", directory.toString());
        }
        assertSaid("a comparison is writing " + directory);
        execute("--resume", directory.toString());
        assertSaid("is not a whole results.json");
    }

    /** A description in pieces breaks where a piece ends, in the midst of a line, whatever the width. */
    @ParameterizedTest
    @ValueSource(ints = {80, 120})
    void theHelpFillsItsLines(int columns) {
        CommandLine command = new CommandLine(new CompareCommand());
        List<CommandLine.Model.OptionSpec> options = command.getCommandSpec().options();
        assertTrue(options.stream().allMatch(option -> option.description().length == 1), options::toString);
        String help = command.setUsageHelpWidth(columns).getUsageMessage(CommandLine.Help.Ansi.OFF);
        assertTrue(help.lines().allMatch(line -> line.length() <= columns), help);
        for (String option : List.of(
                "--disk=NAME|FILE",
                "--read-limit=iops=N|bps=N",
                "--network=NAME|FILE",
                "--memory=BYTES",
                "--repeats 6")) {
            assertTrue(help.contains(option), help);
        }
    }

    private int compare(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--out", directory.toString()));
        return execute(words.toArray(String[]::new));
    }

    private int execute(String... options) {
        List<String> words = new ArrayList<>(List.of(options));
        words.addAll(List.of("--data", directory.resolve("data").toString()));
        return new CommandLine(new CompareCommand())
                .setOut(new PrintWriter(new StringWriter()))
                .setExecutionExceptionHandler((failure, command, parsed) -> {
                    errors.append(failure.getMessage());
                    return failure instanceof CommandLine.IExitCodeGenerator generator ? generator.getExitCode() : -1;
                })
                .execute(words.toArray(String[]::new));
    }

    private void assertSaid(String words) {
        assertTrue(errors.toString().contains(words), errors::toString);
    }
}
