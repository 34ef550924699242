package io.laio.comparison.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.comparison.claims.ClaimsException;
import io.laio.comparison.claims.ClaimsReader;
import io.laio.comparison.claims.Judge;
import io.laio.comparison.report.Report;
import io.laio.comparison.results.CacheState;
import io.laio.comparison.results.ClaimResult;
import io.laio.comparison.results.Results;
import io.laio.comparison.results.ResultsDirectory;
import io.laio.comparison.results.SyntheticResults;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

final class ResultsCommandsTest {
    @TempDir
    private Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private String home = "";

    @BeforeEach
    void useRepositorysClaims() {
        home = System.getProperty("laio.home", "");
        System.setProperty(
                "laio.home", Path.of("..").toAbsolutePath().normalize().toString());
    }

    @AfterEach
    void restore() {
        System.setProperty("laio.home", home);
    }

    private int run(Object command, Path... arguments) {
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(Stream.of(arguments).map(Path::toString).toArray(String[]::new));
    }

    private ResultsDirectory written(String name, String workload, int repeats, double laioMbps) throws IOException {
        Results results = new SyntheticResults()
                .curve(
                        "flash-nb-b",
                        workload,
                        CacheState.COLD,
                        List.of(16, 64),
                        repeats,
                        0.02,
                        name.hashCode(),
                        c -> 100)
                .curve(
                        "flash-laio-laio",
                        workload,
                        CacheState.COLD,
                        List.of(16, 64),
                        repeats,
                        0.02,
                        name.hashCode(),
                        c -> laioMbps)
                .build();
        ResultsDirectory made = new ResultsDirectory(directory.resolve(name));
        made.write(results);
        return made;
    }

    /** As compare leaves them. */
    private static Results judged(Results measured) throws ClaimsException {
        return measured.withClaims(
                Judge.judge(ClaimsReader.ofHome(Path.of(System.getProperty("laio.home"))), measured));
    }

    private static void deleteTree(Path tree) throws IOException {
        try (Stream<Path> files = Files.walk(tree)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void reportJudgesAnewSaysWhatDiffersAndLeavesTheMeasurementAlone() throws IOException, ClaimsException {
        ResultsDirectory results = written("a", "rice", 6, 300);
        Results measured = results.read();
        List<ClaimResult> now = judged(measured).claims();
        results.write(measured.withClaims(now.subList(0, 3))); // as if by claims of before
        byte[] stored = Files.readAllBytes(results.resultsJson());
        assertEquals(0, run(new ReportCommand(), results.path()));
        assertTrue(
                out.toString().contains("By the present config/claims.json: C4 is reproduced and was not stored"),
                out::toString);
        assertFalse(out.toString().contains("C1 is"), out::toString);
        assertArrayEquals(stored, Files.readAllBytes(results.resultsJson()));
        assertTrue(Files.readString(results.reportHtml()).contains("✓ reproduced"));
    }

    @Test
    void reportSaysNothingOfVerdictsThatAreTheSame() throws IOException, ClaimsException {
        ResultsDirectory results = written("a", "rice", 6, 300);
        results.write(judged(results.read()));
        assertEquals(0, run(new ReportCommand(), results.path()));
        assertTrue(
                out.toString().startsWith("The study's claims: 1 reproduced, 1 inconclusive, 9 not run"),
                out::toString);
        assertFalse(out.toString().contains("By the present"), out::toString);
    }

    @Test
    void reportDrawsWhatWasDeletedByteForByte() throws IOException, ClaimsException {
        ResultsDirectory results = written("a", "rice", 6, 300);
        results.write(judged(results.read()));
        Report.write(results.read(), results);
        byte[] page = Files.readAllBytes(results.reportHtml());
        byte[] figure = Files.readAllBytes(results.figures().resolve("throughput-rice-cold.svg"));
        deleteTree(results.figures());
        Files.delete(results.reportHtml());

        assertEquals(0, run(new ReportCommand(), results.path()), err::toString);

        assertArrayEquals(page, Files.readAllBytes(results.reportHtml()));
        assertArrayEquals(figure, Files.readAllBytes(results.figures().resolve("throughput-rice-cold.svg")));
        assertTrue(out.toString().contains("rice: choose flash-laio-laio."), out::toString);
        assertTrue(out.toString().contains("Report: " + results.reportHtml()), out::toString);
    }

    @Test
    void aTableIsPrintedAndNothingElse() throws IOException {
        ResultsDirectory results = written("a", "rice", 1, 300);
        CommandLine report = new CommandLine(new ReportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out));
        assertEquals(0, report.execute(results.path().toString(), "--table", "servers"));
        assertTrue(out.toString().startsWith("**Rice, cold, 16 clients**"), out::toString);
        assertTrue(out.toString().contains("| flash-laio-laio | "), out::toString);
        assertFalse(Files.exists(results.reportHtml()));
    }

    @Test
    void theClaimsOfSeveralComparisonsAreATableWithAColumnEach() throws IOException {
        Path a = written("a", "rice", 6, 300).path();
        Path b = written("b", "rice", 6, 50).path();
        CommandLine report = new CommandLine(new ReportCommand())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setOut(new PrintWriter(out));
        assertEquals(0, report.execute(a.toString(), b.toString(), "--table", "claims"));
        List<String> lines = out.toString().lines().toList();
        assertTrue(lines.getFirst().matches("\\| claim \\| .+, loopback \\| .+, loopback \\|"), lines::getFirst);
        assertEquals(2 + 11, lines.size());
        String rice = lines.stream()
                .filter(line -> line.contains("**C4**"))
                .findFirst()
                .orElseThrow();
        assertTrue(rice.matches("\\| \\*\\*C4\\*\\* .+ \\| ✓ reproduced, \\S+ \\| ✗ contradicted, \\S+ \\|"), rice);
        assertFalse(Files.exists(a.resolve("report.html")));
    }

    @Test
    void onlyThatTableTakesSeveralDirectories() throws IOException {
        Path a = written("a", "rice", 1, 300).path();
        Path b = written("b", "rice", 1, 300).path();
        assertEquals(2, run(new ReportCommand(), a, b));
        assertTrue(err.toString().contains("only --table claims"), err::toString);
    }

    @Test
    void compressedResultsAreReadWhereThereAreNoOthers() throws IOException {
        ResultsDirectory results = written("a", "rice", 6, 300);
        Path compressed = results.path().resolve("results.json.gz");
        try (GZIPOutputStream gzip = new GZIPOutputStream(Files.newOutputStream(compressed))) {
            Files.copy(results.resultsJson(), gzip);
        }
        Files.delete(results.resultsJson());
        assertEquals(0, run(new ReportCommand(), results.path()), err::toString);
        assertTrue(Files.exists(results.reportHtml()));
        Files.write(compressed, Arrays.copyOf(Files.readAllBytes(compressed), 100));
        assertEquals(2, run(new ReportCommand(), results.path()));
        assertTrue(err.toString().contains("results.json.gz is not a whole gzip file"), err::toString);
    }

    @Test
    void reportOfNoResultsIsAUsageErrorThatNamesTheDirectory() {
        assertEquals(2, run(new ReportCommand(), directory));
        assertTrue(err.toString().contains(directory + " has no results.json"), err::toString);
        assertFalse(Files.exists(directory.resolve("report.html")));
    }

    @Test
    void nothingWorseIsExitCodeZero() throws IOException {
        Path a = written("a", "rice", 6, 300).path();
        Path b = written("b", "rice", 6, 400).path();
        assertEquals(0, run(new CompareResultsCommand(), a, b), out::toString);
        assertTrue(
                out.toString().contains("0 numbers significantly worse, 4 significantly better, of 8."), out::toString);
        assertTrue(out.toString().contains("no significant difference"), out::toString);
    }

    @Test
    void somethingWorseIsAThresholdMissed() throws IOException {
        Path a = written("a", "rice", 6, 400).path();
        Path b = written("b", "rice", 6, 300).path();
        assertEquals(3, run(new CompareResultsCommand(), a, b), out::toString);
        assertTrue(out.toString().contains("WORSE"), out::toString);
    }

    @Test
    void fewRepeatsPassAndSayThatTheyCouldNotBeTested() throws IOException {
        Path a = written("a", "rice", 1, 400).path();
        Path b = written("b", "rice", 1, 100).path();
        assertEquals(0, run(new CompareResultsCommand(), a, b));
        assertTrue(out.toString().contains("8 numbers could not be tested"), out::toString);
        assertTrue(out.toString().contains("provisionally worse"), out::toString);
    }

    @Test
    void nothingInCommonIsAUsageError() throws IOException {
        Path a = written("a", "rice", 1, 400).path();
        Path b = written("b", "berkeley", 1, 400).path();
        assertEquals(2, run(new CompareResultsCommand(), a, b));
        assertTrue(err.toString().contains("in common"), err::toString);
    }

    @Test
    void helpHasAnExampleAndTheExitCodes() {
        String help = new CommandLine(new CompareResultsCommand()).getUsageMessage();
        assertTrue(help.contains("Example: bin/laio compare-results"), help);
        assertTrue(help.contains("something is significantly worse in B"), help);
    }
}
