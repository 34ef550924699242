package io.laio.analysis.files;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file that is written piece by piece and appears whole or not at all: beside its place until {@link #commit}, under the name
 * that {@link WholeFiles} uses. Closing without that leaves nothing. Belongs to one thread.
 */
public final class GrowingFile implements Closeable {
    private final Path file;
    private final Path beside;
    private final OutputStream out;

    /**
     * Begins a file.
     *
     * @param file where it will be; its directory exists, and a file there is replaced
     * @throws IOException if nothing can be written there
     * @throws IllegalArgumentException if what is there is no regular file
     */
    public GrowingFile(Path file) throws IOException {
        this.file = file;
        this.beside = WholeFiles.beside(file);
        this.out = new BufferedOutputStream(NamedOutputStream.open(beside, file));
    }

    /**
     * Where to write.
     *
     * @return a stream, which this object closes
     */
    public OutputStream out() {
        return out;
    }

    /**
     * Gives the file its name. Nothing is written after this.
     *
     * @throws IOException if it cannot be written
     */
    public void commit() throws IOException {
        out.close();
        Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        try {
            out.close();
        } finally {
            Files.deleteIfExists(beside);
        }
    }
}
