package io.laio.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

@Timeout(120)
class PipeCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... arguments) {
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @Test
    void aSmallRunWritesNumbersAndFigures() throws IOException {
        Path results = directory.resolve("new").resolve("results");
        assertEquals(0, run("pipe", "--calls", "20", "--rounds", "1", "--sizes", "256", "--out", results.toString()));
        try (var files = Files.list(results)) {
            assertEquals(
                    List.of("pipe-by-size.csv", "pipe-by-size.svg", "pipe.csv", "pipe.json", "pipe.svg"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
        assertTrue(out.toString().contains("full: laio / plain"), out::toString);
        assertTrue(out.toString().contains(results.toString()), out::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--calls=0", "--rounds=-1", "--sizes=0", "--sizes=1,70000", "--sizes=many", "--unknown"})
    void wrongOptionsAreRefusedBeforeAnythingIsMeasured(String option) throws IOException {
        assertEquals(2, run("pipe", option, "--out", directory.resolve("none").toString()));
        assertTrue(
                err.toString().contains(option.substring(0, option.indexOf('=') < 0 ? 9 : option.indexOf('='))),
                err::toString);
        assertTrue(Files.notExists(directory.resolve("none")));
    }

    @Test
    void labAloneAsksForASubcommand() {
        assertEquals(2, run());
        assertTrue(err.toString().contains("a subcommand is needed"), err::toString);
    }

    @Test
    void helpHasAnExample() {
        assertEquals(0, run("pipe", "--help"));
        assertTrue(out.toString().contains("laio lab pipe --rounds 10"), out::toString);
    }
}
