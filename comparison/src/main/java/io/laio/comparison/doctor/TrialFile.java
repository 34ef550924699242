package io.laio.comparison.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of some pages in the data directory, for trying things on it. */
final class TrialFile implements AutoCloseable {
    static final int BYTES = 64 << 10;

    private final Path path;

    TrialFile(Path directory) throws IOException {
        path = Files.createTempFile(directory, "doctor", ".bin");
        Files.write(path, new byte[BYTES]);
    }

    Path path() {
        return path;
    }

    String name() {
        return path.getFileName().toString();
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
