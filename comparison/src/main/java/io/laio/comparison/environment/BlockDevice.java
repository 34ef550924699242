package io.laio.comparison.environment;

import io.laio.linux.BlockDevices;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * A disk as {@code /sys/block} shows it; of a partition, the whole disk, because that has the queue.
 *
 * @param directory its directory in sysfs, for instance {@code /sys/block/vda}
 */
public record BlockDevice(Path directory) {
    private static final int BYTES_PER_KILOBYTE = 1024;

    /**
     * Finds the disk below a file.
     *
     * @param file a file or directory
     * @return the disk; empty where the file system has none of its own (tmpfs, overlay, network)
     * @throws IOException if the file cannot be looked at
     */
    public static Optional<BlockDevice> below(Path file) throws IOException {
        return BlockDevices.below(file).map(BlockDevice::new);
    }

    /**
     * What it is called.
     *
     * @return for instance {@code vda}
     */
    public String name() {
        return directory.getFileName().toString();
    }

    /**
     * What the kernel calls it.
     *
     * @return {@code major:minor}
     * @throws IOException if that cannot be read
     */
    public String number() throws IOException {
        return Files.readString(directory.resolve("dev")).strip();
    }

    /**
     * What it has done since the machine started.
     *
     * @return its counters
     * @throws IOException if they cannot be read
     */
    public DiskCounters counters() throws IOException {
        return DiskCounters.parse(Files.readString(directory.resolve("stat")));
    }

    /**
     * What has been written to it since the machine started.
     *
     * @return its counters
     * @throws IOException if they cannot be read
     */
    public DiskWrites writes() throws IOException {
        return DiskWrites.parse(Files.readString(directory.resolve("stat")));
    }

    /**
     * A setting of its queue.
     *
     * @param name name of the file below {@code queue/}
     * @return its content; {@code unknown} if there is none
     */
    public String queueSetting(String name) {
        return SmallFile.read(directory.resolve("queue").resolve(name)).orElse("unknown");
    }

    /**
     * How far it reads ahead.
     *
     * @return bytes; empty if it does not say
     */
    public OptionalLong readAheadBytes() {
        return SmallFile.read(readAheadFile())
                .map(text -> OptionalLong.of(Long.parseLong(text) * BYTES_PER_KILOBYTE))
                .orElse(OptionalLong.empty());
    }

    /**
     * Whether this process may change how far it reads ahead.
     *
     * @return true for root, outside of containers with a read-only /sys
     */
    public boolean mayChangeReadAhead() {
        return Files.isWritable(readAheadFile());
    }

    /**
     * Changes how far it reads ahead. Files that are open already keep the old value.
     *
     * @param bytes a multiple of 1,024; 0 for none
     * @throws IOException if the kernel refuses
     */
    public void changeReadAhead(long bytes) throws IOException {
        Files.writeString(
                readAheadFile(),
                Long.toString(bytes / BYTES_PER_KILOBYTE),
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
    }

    private Path readAheadFile() {
        return directory.resolve("queue/read_ahead_kb");
    }
}
