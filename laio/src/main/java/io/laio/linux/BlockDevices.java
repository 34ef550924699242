package io.laio.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Finds block devices in sysfs ({@code Documentation/ABI/stable/sysfs-block}, Linux 6.18). */
public final class BlockDevices {
    private static final Path SYS = Path.of("/sys");

    private BlockDevices() {}

    /**
     * Finds the disk below a file; of a partition, the whole disk, because that has the queue.
     *
     * @param file a file or directory
     * @return its directory in sysfs, for instance {@code /sys/devices/.../block/vda}; empty where the file system has no disk of
     *     its own (tmpfs, overlay, network)
     * @throws IOException if the file cannot be looked at
     */
    public static Optional<Path> below(Path file) throws IOException {
        Optional<Path> byNumber = find(SYS.resolve("dev/block").resolve(deviceNumber(file)));
        return byNumber.isPresent()
                ? byNumber
                : bySource(Files.getFileStore(file).name());
    }

    /** {@code major:minor}, from the encoding of {@code st_dev} in glibc ({@code sysmacros.h}). */
    private static String deviceNumber(Path file) throws IOException {
        long device = (Long) Files.getAttribute(file, "unix:dev");
        long major = (device >> 8 & 0xfff) | (device >> 32 & ~0xfffL);
        long minor = (device & 0xff) | (device >> 12 & ~0xffL);
        return major + ":" + minor;
    }

    /** File systems with a number of their own (btrfs) still name their device in the mount table. */
    private static Optional<Path> bySource(String source) throws IOException {
        return source.startsWith("/dev/")
                ? find(SYS.resolve("class/block").resolve(Path.of(source).getFileName()))
                : Optional.empty();
    }

    private static Optional<Path> find(Path link) throws IOException {
        if (!Files.isDirectory(link)) {
            return Optional.empty();
        }
        Path directory = link.toRealPath();
        boolean partition = Files.exists(directory.resolve("partition"));
        return Optional.of(partition ? directory.resolve("..").normalize() : directory);
    }
}
