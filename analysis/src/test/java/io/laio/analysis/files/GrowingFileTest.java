package io.laio.analysis.files;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class GrowingFileTest {
    @TempDir
    Path directory;

    @Test
    void aCommittedFileReplacesTheOneThatWasThere() throws IOException {
        Path file = directory.resolve("f");
        Files.writeString(file, "before");
        try (GrowingFile growing = new GrowingFile(file)) {
            write(growing, "one ");
            write(growing, "two");
            assertEquals("before", Files.readString(file));
            growing.commit();
        }
        assertEquals("one two", Files.readString(file));
        assertEquals(List.of(file), contents());
    }

    @Test
    void whatIsNotCommittedLeavesNothing() throws IOException {
        try (GrowingFile growing = new GrowingFile(directory.resolve("f"))) {
            write(growing, "half");
            assertEquals(List.of(directory.resolve(".f" + WholeFiles.HALF)), contents());
        }
        assertEquals(List.of(), contents());
    }

    @Test
    void whereNothingCanBeWrittenIsKnownAtOnce() {
        assertThrows(NoSuchFileException.class, () -> new GrowingFile(directory.resolve("no/such/f")));
    }

    /** A file over a device would take the device away from the whole machine; a directory stands for one here. */
    @Test
    void whatIsNoRegularFileIsNotReplaced() throws IOException {
        Path device = Files.createDirectory(directory.resolve("null"));
        assertThrows(IllegalArgumentException.class, () -> new GrowingFile(device));
        assertEquals(List.of(device), contents());
    }

    @Test
    void whatCannotBeWrittenIsNamed() throws IOException {
        Path name = directory.resolve("result.csv");
        try (NamedOutputStream full =
                new NamedOutputStream(name, Files.newOutputStream(Path.of("/dev/full")))) { // full(4)
            IOException failure = assertThrows(IOException.class, () -> full.write(1));
            assertTrue(String.valueOf(failure.getMessage()).startsWith(name + ": "), failure::toString);
            assertThrows(IOException.class, () -> full.write(new byte[3]));
        }
    }

    private static void write(GrowingFile file, String text) throws IOException {
        file.out().write(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<Path> contents() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }
}
