package io.laio.comparison.run;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A directory that is said to be on a slow disk, which remembers whether it is to keep its pace. */
final class FakeDisk implements DocumentDisk {
    private final Path directory;
    boolean keepsPace;
    @Nullable IOException refusesToHurry;

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
    public void close() {}
}
