package io.laio.comparison.run;

import io.laio.testbed.disk.daemon.DiskStatistics;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A directory that is said to be on a slow disk, which remembers whether it is to keep its pace. */
final class FakeDisk implements DocumentDisk {
    private final Path directory;
    boolean keepsPace;

    @Nullable
    IOException refusesToHurry;

    final Deque<DiskStatistics> statistics = new ArrayDeque<>();

    private static final long MILLI = 1_000_000;

    /** So much was read so far; each read takes 100 ms at the disk, and a late one 400 more. */
    static DiskStatistics counted(long reads, long late) {
        long nanos = (reads * 100 + late * 400) * MILLI;
        return new DiskStatistics(
                0, 0, reads, 0, 0, 0, 0, 0, late, late * 400 * MILLI, 400 * MILLI, 0, 0, nanos, nanos, 1, true, "ring");
    }

    FakeDisk(Path directory) {
        this.directory = directory;
    }

    @Override
    public String name() {
        return "slow";
    }

    @Override
    public Path directory() {
        return directory;
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public void keepPace() {
        keepsPace = true;
    }

    @Override
    public void hurry() throws IOException {
        if (refusesToHurry != null) {
            throw refusesToHurry;
        }
        keepsPace = false;
    }

    @Override
    public Optional<DiskStatistics> statistics() {
        return statistics.isEmpty() ? Optional.empty() : Optional.of(statistics.pop());
    }

    @Override
    public void close() {}
}
