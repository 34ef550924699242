package io.laio.analysis.files;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.DSYNC;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * Writes files whole or not at all: beside, then renamed, so that no reader and no interruption sees half a file. The content is
 * on the disk when the call returns: a loss of power leaves no empty file, and nothing is written later, while something is measured.
 */
public final class WholeFiles {
    /** With this end the name of what is being written; with a dot it begins. Whoever is killed meanwhile leaves it behind. */
    public static final String HALF = ".part";

    private WholeFiles() {}

    /**
     * Writes or replaces a file.
     *
     * @param file the file; its directory is created if need be
     * @param content all of it
     * @throws IOException if it cannot be written; the file is then as it was before
     */
    public static void write(Path file, byte[] content) throws IOException {
        Path target = file.toAbsolutePath();
        Files.createDirectories(target.getParent());
        Path beside = beside(target);
        try {
            Files.write(beside, content, CREATE, TRUNCATE_EXISTING, WRITE, DSYNC);
            Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Where a file is until it is whole. */
    static Path beside(Path file) {
        return file.resolveSibling("." + file.getFileName() + HALF);
    }
}
