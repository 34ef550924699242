package io.laio.comparison.contestant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.network.CommandException;
import io.laio.testbed.network.Commands;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttendanceTest {
    private static final Commands VERSIONS = command -> command + "\nbuilt yesterday\n";

    @TempDir
    Path directory;

    private ContestantCatalogue catalogue = new ContestantCatalogue(Path.of(""));
    private Programs programs = new Programs(List.of());

    @BeforeEach
    void describe() throws IOException {
        catalogue = new ContestantCatalogue(directory);
        programs = new Programs(List.of(directory.resolve("none"), directory));
        Files.writeString(directory.resolve("ours.json"), "{\"command\": [\"${home}/bin/laio\"]}");
        Files.writeString(
                directory.resolve("theirs.json"),
                "{\"command\": [\"serverd\", \"-D\"], \"description\": \"A server.\", \"version\": [\"serverd\", \"-v\"],"
                        + " \"install\": \"apt-get install serverd\"}");
    }

    private Attendance take(String... names) throws ContestantException, CommandException {
        return Attendance.take(List.of(names), catalogue, programs, VERSIONS);
    }

    private Path install(String permissions) throws IOException {
        return Files.createFile(
                directory.resolve("serverd"),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)));
    }

    @Test
    void whoIsNotThereIsLeftOutByNameWithTheWayToGetIt() throws Exception {
        Attendance attendance = take("theirs", "ours");
        assertEquals(List.of("ours"), attendance.names());
        assertEquals(
                List.of(new Attendance.Absent("theirs", "serverd", "apt-get install serverd")), attendance.absent());
        assertTrue(attendance.absent().getFirst().words().contains("apt-get install serverd"));
    }

    @Test
    void whoIsThereTakesPartUnderItsVersion() throws Exception {
        Path program = install("rwx------");
        Attendance attendance = take("theirs", "ours");
        assertEquals(List.of("theirs", "ours"), attendance.names());
        assertEquals(List.of(), attendance.absent());
        assertEquals(
                "A server. Here: [" + program + ", -v].",
                attendance.present().getFirst().description());
    }

    @Test
    void aFileThatCannotBeExecutedIsNoProgram() throws Exception {
        install("rw-------");
        assertEquals(List.of("ours"), take("theirs", "ours").names());
    }

    @Test
    void withoutAnybodyTheEnvironmentIsUnfit() {
        ContestantException nobody = assertThrows(ContestantException.class, () -> take("theirs"));
        assertEquals(ContestantException.Kind.ENVIRONMENT_UNFIT, nobody.kind());
        assertTrue(String.valueOf(nobody.getMessage()).contains("apt-get install serverd"), nobody::toString);
    }

    @Test
    void whoIsUnknownIsNotAbsent() {
        ContestantException unknown = assertThrows(ContestantException.class, () -> take("nobody", "ours"));
        assertEquals(ContestantException.Kind.MISDESCRIBED, unknown.kind());
    }

    @Test
    void aVersionThatCannotBeAskedIsAnError() throws Exception {
        install("rwx------");
        Commands failing = command -> {
            throw CommandException.failed(command, 1, "no such option");
        };
        assertThrows(CommandException.class, () -> Attendance.take(List.of("theirs"), catalogue, programs, failing));
    }

    @Test
    void serversAreAlsoLookedForWhereNotEveryPathLeads() {
        assertEquals(
                List.of(Path.of("/bin"), Path.of("/opt/bin"), Path.of("/usr/local/sbin"), Path.of("/usr/sbin")),
                Programs.of("/bin::/opt/bin").directories());
    }
}
