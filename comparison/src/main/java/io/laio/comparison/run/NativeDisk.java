package io.laio.comparison.run;

import io.laio.testbed.disk.daemon.DiskStatistics;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * The machine's own disk, which is as fast as it is.
 *
 * @param directory where documents go
 */
public record NativeDisk(Path directory) implements DocumentDisk {
    @Override
    public String name() {
        return NATIVE;
    }

    @Override
    public Map<String, String> details() {
        return Map.of();
    }

    @Override
    public void keepPace() {
        // it has but one
    }

    @Override
    public void hurry() {
        // it has but one
    }

    @Override
    public Optional<DiskStatistics> statistics() {
        return Optional.empty();
    }

    @Override
    public void close() {
        // it stays
    }
}
