package io.laio.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StandardOutputTest {
    private static final String FULL = "/dev/full"; // full(4): every write fails with ENOSPC

    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

    @TempDir
    Path directory;

    @Test
    void whatArrivedChangesNothing() throws IOException {
        assertEquals(0, checked(0, new ByteArrayOutputStream(), Path.of(FULL)));
        assertEquals(3, checked(3, new ByteArrayOutputStream(), Path.of(FULL)));
        assertEquals("", said());
    }

    @Test
    void aFullDiskMakesAGoodCommandFailAndSaysSo() throws IOException {
        try (OutputStream full = new FileOutputStream(FULL)) {
            assertEquals(1, checked(0, full, Path.of(FULL)));
        }
        assertTrue(said().contains("standard output could not be written"), said());
    }

    @Test
    void whatWentWrongBeforeStays() throws IOException {
        try (OutputStream full = new FileOutputStream(FULL)) {
            assertEquals(3, checked(3, full, Path.of(FULL)));
        }
    }

    @Test
    void aReaderMayGo() throws IOException {
        Path pipe = Files.createSymbolicLink(directory.resolve("1"), Path.of("pipe:[4711]"));
        try (OutputStream full = new FileOutputStream(FULL)) {
            assertEquals(0, checked(0, full, pipe));
        }
        assertEquals("", said());
    }

    private int checked(int status, OutputStream out, Path descriptor) {
        PrintStream print = new PrintStream(out, true, StandardCharsets.UTF_8);
        print.println("a result");
        return StandardOutput.checked(status, print, descriptor, new PrintStream(errors, true, StandardCharsets.UTF_8));
    }

    private String said() {
        return errors.toString(StandardCharsets.UTF_8);
    }
}
