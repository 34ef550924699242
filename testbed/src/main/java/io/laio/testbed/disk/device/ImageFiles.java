package io.laio.testbed.disk.device;

import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.testbed.disk.Descriptor;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.DiskLayout;
import io.laio.testbed.disk.DiskRegistry;
import io.laio.testbed.disk.SystemCallException;
import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A disk's files on the host.
 *
 * @param linux the kernel, of the calling thread
 */
record ImageFiles(Linux linux) {
    private static final long SPARE_BYTES = 64L << 20; // for others on the same file system

    /** All of its space is taken now: a disk must not find out later that the host's is full. */
    void make(DiskLayout layout, long sizeBytes) throws IOException {
        Files.createDirectories(layout.device());
        Files.createDirectories(layout.fileSystem());
        requireSpace(layout.directory(), sizeBytes);
        Files.createFile(layout.image());
        try (Descriptor image = Descriptor.open(linux, layout.image(), OpenHow.O_RDWR | OpenHow.O_DIRECT)) {
            int result = linux.fallocate(image.fd(), 0, 0, sizeBytes);
            SystemCallException.check(result, "cannot allocate " + sizeBytes + " bytes for " + layout.image());
        } catch (SystemCallException e) {
            throw new DiskException(
                    e.getMessage()
                            + "; the directory must be on a file system that allocates and reads around the page "
                            + "cache, such as ext4 or xfs",
                    e);
        }
    }

    private static void requireSpace(Path directory, long sizeBytes) throws IOException {
        long usableBytes = Files.getFileStore(directory).getUsableSpace();
        if (usableBytes < sizeBytes + SPARE_BYTES) {
            throw new DiskException(
                    "a disk of " + (sizeBytes >> 20) + " MiB does not fit into " + directory + ", where "
                            + (usableBytes >> 20) + " MiB are free and " + (SPARE_BYTES >> 20)
                            + " are to stay so: free some, or give a smaller --size");
        }
    }

    void remove(DiskLayout layout, boolean directoryToo) throws IOException {
        Files.deleteIfExists(layout.image());
        Files.deleteIfExists(layout.log());
        Files.deleteIfExists(layout.device());
        Files.deleteIfExists(layout.fileSystem());
        Files.deleteIfExists(layout.state());
        Files.deleteIfExists(DiskRegistry.beside(layout.state()));
        if (directoryToo) {
            removeIfEmpty(layout.directory());
        }
    }

    private static void removeIfEmpty(Path directory) throws IOException {
        try {
            Files.deleteIfExists(directory);
        } catch (DirectoryNotEmptyException othersFiles) {
            return; // they stay
        }
    }
}
