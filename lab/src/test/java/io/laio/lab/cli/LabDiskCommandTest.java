package io.laio.lab.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** What is refused before a disk is made; .ci/e2e/93-lab-disk.sh makes some. */
class LabDiskCommandTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void findTheModels() {
        System.setProperty("laio.home", "..");
    }

    @AfterEach
    void forgetThem() {
        System.clearProperty("laio.home");
    }

    private int run(String... arguments) {
        return new CommandLine(new LabCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--depths=1,200 | --depths must be 1 to 128: 200",
                "--depths=many | --depths",
                "--seconds=0 | --seconds must be 1 or more: 0",
                "--rounds=-1 | --rounds must be 1 or more: -1",
                "--size=32M | --size must be 64M or more",
                "--size=much | --size",
                "--disks=hdd-2005 | no device model \"hdd-2005\"",
                "--disks=constant@latency=1 | latency",
                "--unknown | --unknown"
            })
    void wrongOptionsAreRefusedBeforeAnythingIsMade(String option, String message) {
        Path none = directory.resolve("none");
        assertEquals(2, run("disk", option, "--out", none.toString(), "--data", none.toString()));
        assertTrue(err.toString().contains(message), err::toString);
        assertTrue(Files.notExists(none));
    }

    @Test
    void aDiskThatCannotBeSoLargeIsRefused() {
        Path none = directory.resolve("none");
        assertEquals(2, run("disk", "--disks=hdd-2004", "--size=1000T", "--data", none.toString()));
        assertTrue(err.toString().contains("do not fit"), err::toString);
        assertTrue(Files.notExists(none));
    }

    @Test
    void aCheckThatWouldJudgeNothingIsRefused() {
        assertEquals(2, run("disk", "--check", "--disks=constant"));
        assertTrue(err.toString().contains("--check judges"), err::toString);
    }

    @Test
    void helpHasAnExample() {
        assertEquals(0, run("disk", "--help"));
        assertTrue(out.toString().contains("laio lab disk --disks hdd-2004,cloud-volume"), out::toString);
    }
}
