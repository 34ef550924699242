package io.laio.comparison.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two comparisons from writing the same results. The kernel gives the lock back when the process ends, however it ends; the
 * empty file that is then left keeps nobody out.
 */
public final class ResultsLock implements AutoCloseable {
    private static final String NAME = ".running";

    private final Path file;
    private final FileChannel channel;

    private ResultsLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param results the results directory; made if it is not there
     * @return the lock, to be closed
     * @throws ResultsFormatException if a comparison is writing there
     * @throws IOException if the directory cannot be written
     */
    public static ResultsLock take(ResultsDirectory results) throws IOException {
        Files.createDirectories(results.path());
        Path file = results.path().resolve(NAME);
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        if (lock(channel) == null) {
            channel.close();
            throw new ResultsFormatException(
                    "a comparison is writing " + results.path() + " at the moment: wait for it");
        }
        return new ResultsLock(file, channel);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // in this process
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
    }
}
