package io.laio.testbed.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLockInterruptionException;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/**
 * Keeps processes apart that are about to change the same disk: one byte of one file for each disk, locked by the kernel, which
 * gives it back however a process ends.
 *
 * <p>For one thread of a process, and one disk at a time: the kernel takes the locks of a process back as soon as the process
 * closes the file, by whichever descriptor.
 *
 * @param directory where the file lies
 * @see <a href="https://man7.org/linux/man-pages/man2/F_GETLK.2const.html">F_SETLK(2const)</a>
 */
public record DiskLocks(Path directory) {
    /** Keeps others from bringing up, taking down or remounting a disk, or looks at it meanwhile. */
    public static final class Lock implements AutoCloseable {
        private final Closeable held;

        private Lock(Closeable held) {
            this.held = held;
        }

        @Override
        public void close() throws IOException {
            held.close();
        }
    }

    /**
     * Waits until nobody else brings up, takes down or remounts a disk.
     *
     * @param disk the disk's directory, absolute
     * @return the lock
     * @throws IOException if the registry cannot be written
     * @throws InterruptedException if the thread is interrupted while another process has it
     * @throws OverlappingFileLockException if another thread of this process has it
     */
    public Lock lock(Path disk) throws IOException, InterruptedException {
        Files.createDirectories(
                directory, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwxr-xr-x")));
        FileChannel file = FileChannel.open(lockFile(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            file.lock(place(disk), 1, false);
            return new Lock(file);
        } catch (FileLockInterruptionException e) {
            file.close();
            Thread.interrupted(); // the exception tells it
            throw new InterruptedException("interrupted while another process was busy with " + disk);
        } catch (IOException | OverlappingFileLockException e) {
            file.close();
            throw e;
        }
    }

    /**
     * Keeps a disk as it is while somebody looks at it, if nobody is busy with it. Needs no more than to read the registry.
     *
     * @param disk the disk's directory, absolute
     * @return a lock to be closed at once; empty if somebody brings it up, takes it down or remounts it
     * @throws IOException if the registry cannot be read
     */
    public Optional<Lock> look(Path disk) throws IOException {
        if (!Files.isReadable(lockFile())) {
            return Optional.of(new Lock(() -> {})); // nobody was ever busy here
        }
        FileChannel file = FileChannel.open(lockFile(), StandardOpenOption.READ);
        if (isFree(file, disk)) {
            return Optional.of(new Lock(file));
        }
        file.close();
        return Optional.empty();
    }

    private static boolean isFree(FileChannel file, Path disk) throws IOException {
        try {
            return file.tryLock(place(disk), 1, true) != null;
        } catch (OverlappingFileLockException busyInThisProcess) {
            return false;
        } catch (IOException e) {
            file.close();
            throw e;
        }
    }

    private Path lockFile() {
        return directory.resolve("lock");
    }

    /** Two disks may share a place; then one waits for the other. */
    private static long place(Path disk) {
        return Integer.toUnsignedLong(disk.toString().hashCode());
    }
}
