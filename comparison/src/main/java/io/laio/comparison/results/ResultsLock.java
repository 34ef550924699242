package io.laio.comparison.results;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps two comparisons from reading and writing the same results. The kernel gives the lock back when the process ends, however it
 * ends; the empty file that is then left keeps nobody out.
 */
public final class ResultsLock implements AutoCloseable {
    private static final String NAME = ".running";

    /** Each that fails means that a comparison has ended meanwhile. */
    private static final int ATTEMPTS = 100;

    private final Path file;
    private final FileChannel channel;
    private final List<Path> made;

    private ResultsLock(Path file, FileChannel channel, List<Path> made) {
        this.file = file;
        this.channel = channel;
        this.made = made;
    }

    /**
     * Takes it.
     *
     * @param results the results directory; made if it is not there
     * @return the lock, to be closed: that also removes what was made for it and is still empty
     * @throws ResultsFormatException if a comparison has it
     * @throws IOException if the directory cannot be written
     */
    public static ResultsLock take(ResultsDirectory results) throws IOException {
        Path file = results.path().toAbsolutePath().resolve(NAME);
        List<Path> made = missing(results.path().toAbsolutePath());
        try {
            return new ResultsLock(file, locked(file), made);
        } catch (IOException e) {
            remove(made);
            throw e;
        }
    }

    private static FileChannel locked(Path file) throws IOException {
        for (int i = 0; i < ATTEMPTS; i++) {
            Files.createDirectories(file.getParent());
            Optional<FileChannel> locked = attempt(file, () -> {});
            if (locked.isPresent()) {
                return locked.get();
            }
        }
        throw busy(file);
    }

    /**
     * Who ends removes the file before the lock is given back: whoever had opened it by then gets the lock of a file that is gone,
     * and that keeps nobody out.
     *
     * @param opened is called between opening and locking
     * @return the file, locked; empty if it was removed meanwhile
     */
    static Optional<FileChannel> attempt(Path file, Runnable opened) throws IOException {
        try {
            if (Files.notExists(file)) {
                Files.createFile(file);
            }
            Map<String, Object> found = identity(file);
            FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
            opened.run();
            return ifStill(found, file, locked(file, channel));
        } catch (NoSuchFileException | FileAlreadyExistsException e) {
            return Optional.empty(); // somebody ended, or began, meanwhile
        }
    }

    private static FileChannel locked(Path file, FileChannel channel) throws IOException {
        if (lock(channel) == null) {
            channel.close();
            throw busy(file);
        }
        return channel;
    }

    private static Optional<FileChannel> ifStill(Map<String, Object> found, Path file, FileChannel locked)
            throws IOException {
        if (Files.exists(file) && identity(file).equals(found)) {
            return Optional.of(locked);
        }
        locked.close();
        return Optional.empty();
    }

    /** Another file may get the number of one that is gone, but not at the same time. */
    private static Map<String, Object> identity(Path file) throws IOException {
        return Files.readAttributes(file, "unix:dev,ino,ctime");
    }

    private static ResultsFormatException busy(Path file) {
        return new ResultsFormatException(
                "a comparison is writing " + file.getParent() + " at the moment: wait for it");
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // in this process
        }
    }

    /** The directory and those above it that are to be made, the deepest first. */
    private static List<Path> missing(Path directory) {
        List<Path> missing = new ArrayList<>();
        for (Path path = directory; path != null && Files.notExists(path); path = path.getParent()) {
            missing.add(path);
        }
        return missing;
    }

    private static void remove(List<Path> made) throws IOException {
        for (Path directory : made) {
            if (!isRemoved(directory)) {
                return;
            }
        }
    }

    private static boolean isRemoved(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
            return true;
        } catch (DirectoryNotEmptyException e) {
            return false; // it has become of use
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
        channel.close();
        remove(made);
    }
}
