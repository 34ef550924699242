package io.laio.comparison.environment;

import io.laio.comparison.results.EnvironmentInfo;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes down what the machine is. */
public final class EnvironmentReader {
    /** What stands for what neither kernel nor git tells. */
    public static final String UNKNOWN = "unknown";

    private static final Path PROC = Path.of("/proc");
    private static final long BYTES_PER_KILOBYTE = 1024;

    private final Path home;
    private final Path documents;

    /**
     * Makes a reader.
     *
     * @param home laio's directory
     * @param documents where the document roots are
     */
    public EnvironmentReader(Path home, Path documents) {
        this.home = home;
        this.documents = documents;
    }

    /**
     * Reads it.
     *
     * @param ioUring {@code available}, or why not
     * @param cgroup {@code v1}, {@code v2}, or why none can be used
     * @param details anything else, by name
     * @return the environment
     * @throws IOException if the documents' file system cannot be looked at
     */
    public EnvironmentInfo read(String ioUring, String cgroup, Map<String, String> details) throws IOException {
        FileStore store = Files.getFileStore(documents);
        return new EnvironmentInfo(
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                new Commit(home).describe(),
                SmallFile.value(Path.of("/etc/os-release"), "PRETTY_NAME", "=").orElse(UNKNOWN),
                SmallFile.read(PROC.resolve("sys/kernel/osrelease")).orElse(UNKNOWN),
                System.getProperty("os.arch"),
                SmallFile.value(PROC.resolve("cpuinfo"), "model name", ":").orElse(UNKNOWN),
                Runtime.getRuntime().availableProcessors(),
                memoryBytes(),
                System.getProperty("java.vm.vendor") + " " + System.getProperty("java.vm.version"),
                ioUring,
                cgroup,
                store.type(),
                BlockDevice.below(documents).map(EnvironmentReader::describe).orElse("none of its own"),
                details,
                List.of());
    }

    /**
     * When the machine was started, which tells one boot from another.
     *
     * @return to the second, as ISO 8601 in UTC; {@code unknown} if the kernel does not say
     */
    public static String bootedAt() {
        return SmallFile.value(PROC.resolve("stat"), "btime", " ")
                .map(seconds -> Instant.ofEpochSecond(Long.parseLong(seconds)).toString())
                .orElse(UNKNOWN);
    }

    private static long memoryBytes() {
        Optional<String> kilobytes = SmallFile.value(PROC.resolve("meminfo"), "MemTotal", ":");
        return kilobytes
                .map(text -> Long.parseLong(text.replace(" kB", "")) * BYTES_PER_KILOBYTE)
                .orElse(0L);
    }

    private static String describe(BlockDevice device) {
        return device.name() + ", scheduler " + device.queueSetting("scheduler") + ", nr_requests "
                + device.queueSetting("nr_requests") + ", rotational " + device.queueSetting("rotational")
                + ", read_ahead_kb " + device.queueSetting("read_ahead_kb");
    }
}
