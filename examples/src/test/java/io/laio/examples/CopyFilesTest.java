package io.laio.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.laio.Engine;
import io.laio.LaioOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Copies a real tree. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class CopyFilesTest {
    private final LaioOptions options;
    private final Random random = new Random(1);

    @TempDir
    Path directory;

    CopyFilesTest(Engine engine) {
        options = LaioOptions.DEFAULTS.withEngine(engine);
    }

    private byte[] write(Path file, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        random.nextBytes(content);
        Files.createDirectories(file.getParent());
        return Files.readAllBytes(Files.write(file, content));
    }

    @Test
    void treeIsCopiedByteForByteWithItsPermissions() throws Exception {
        Path source = directory.resolve("source");
        Path target = directory.resolve("target");
        long bytes = 0;
        for (int i = 0; i < 200; i++) {
            bytes += write(source.resolve("d" + i % 7).resolve("f" + i), i * 4001).length;
        }
        Path script = source.resolve("d0/f0");
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-x---"));
        Files.createDirectories(source.resolve("empty"));

        CopyFiles.Report report = CopyFiles.copy(source, target, 16, options);

        assertEquals(new CopyFiles.Report(200, bytes, List.of()), report);
        for (int i = 0; i < 200; i++) {
            Path name = Path.of("d" + i % 7, "f" + i);
            assertArrayEquals(Files.readAllBytes(source.resolve(name)), Files.readAllBytes(target.resolve(name)));
        }
        assertEquals(
                "rwxr-x---", PosixFilePermissions.toString(Files.getPosixFilePermissions(target.resolve("d0/f0"))));
        assertEquals(true, Files.isDirectory(target.resolve("empty")));
    }

    @Test
    void whatCannotBeCopiedIsReportedAndTheRestIsCopied() throws Exception {
        Path source = directory.resolve("source");
        Path target = directory.resolve("target");
        write(source.resolve("good"), 100_000);
        write(source.resolve("inTheWay"), 1);
        Files.createDirectories(target.resolve("inTheWay"));
        Files.createSymbolicLink(source.resolve("link"), Path.of("good"));

        CopyFiles.Report report = CopyFiles.copy(source, target, 4, options);

        assertEquals(1, report.files());
        assertEquals(100_000, report.bytes());
        assertEquals(List.of("link: not a regular file", "inTheWay: create: EISDIR"), names(report));
        assertFalse(Files.exists(target.resolve("link")));
    }

    private static List<String> names(CopyFiles.Report report) {
        return report.failures().stream()
                .map(failure ->
                        failure.file().getFileName() + ": " + failure.why().replaceFirst(" \\(.*", ""))
                .toList();
    }

    @Test
    void treeIsNotCopiedIntoItself() throws IOException {
        write(directory.resolve("file"), 10);
        assertThrows(
                IllegalArgumentException.class,
                () -> CopyFiles.copy(directory, directory.resolve("inside"), 4, options));
        assertEquals(10, Files.size(directory.resolve("file")));
    }

    @Test
    void programCopiesAndFailsIfSomethingIsLeft() throws Exception {
        Path source = directory.resolve("source");
        byte[] content = write(source.resolve("file"), 5);
        CopyFiles.main(source.toString(), directory.resolve("one").toString());
        assertArrayEquals(content, Files.readAllBytes(directory.resolve("one/file")));
        Files.createSymbolicLink(source.resolve("link"), Path.of("file"));
        assertThrows(
                IOException.class,
                () -> CopyFiles.main(source.toString(), directory.resolve("two").toString()));
    }
}
