package io.laio.analysis.files;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes to a file, and says which one when that fails: the system's own words are "No space left on device". */
public final class NamedOutputStream extends OutputStream {
    private final Path name;
    private final OutputStream out;

    /**
     * Names a stream.
     *
     * @param name what its errors are about
     * @param out where it writes; closed with it
     */
    public NamedOutputStream(Path name, OutputStream out) {
        this.name = name;
        this.out = out;
    }

    /**
     * Opens a file, or empties it.
     *
     * @param written the file
     * @param name what errors are about, where the file is written beside its place
     * @return a stream without a buffer
     * @throws IOException if it cannot be opened
     * @throws IllegalArgumentException if there is a device or a directory of that name, which a file should not replace
     */
    public static NamedOutputStream open(Path written, Path name) throws IOException {
        if (Files.exists(name) && !Files.isRegularFile(name)) {
            throw new IllegalArgumentException(name + ": not a regular file, and a file would take its place");
        }
        return new NamedOutputStream(name, Files.newOutputStream(written));
    }

    /** An operation of the stream beneath. */
    private interface Step {
        void run() throws IOException;
    }

    @Override
    public void write(int octet) throws IOException {
        named(() -> out.write(octet));
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        named(() -> out.write(bytes, offset, length));
    }

    @Override
    public void flush() throws IOException {
        named(out::flush);
    }

    @Override
    public void close() throws IOException {
        named(out::close);
    }

    private void named(Step step) throws IOException {
        try {
            step.run();
        } catch (IOException e) {
            throw new IOException(name + ": " + e.getMessage(), e);
        }
    }
}
