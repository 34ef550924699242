package io.laio.comparison.doctor;

import io.laio.comparison.cache.PageCache;
import io.laio.linux.Linux;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Eviction and its proof: a file is written, evicted and measured, in the data directory itself. */
final class ResidencyCheck implements Check {
    private static final String SUBJECT = "page cache";
    private static final String REMEDY =
            "put the data directory (--data) on a disk, not on tmpfs, and own it or be root";

    private final Linux linux;
    private final Path data;

    ResidencyCheck(Linux linux, Path data) {
        this.linux = linux;
        this.data = data;
    }

    @Override
    public Finding look() {
        try (TrialFile file = new TrialFile(data);
                PageCache cache = new PageCache(linux, data)) {
            double before = cache.measure(List.of(file.name())).fraction();
            cache.evict(List.of(file.name()));
            double after = cache.measure(List.of(file.name())).fraction();
            return before == 1 && after == 0
                    ? Finding.good(SUBJECT, "a file was evicted, and it can be proven")
                    : Finding.missing(
                            SUBJECT, "a file was resident to " + before + " and, after eviction, to " + after, REMEDY);
        } catch (IOException e) {
            return Finding.missing(SUBJECT, "residency cannot be measured: " + e.getMessage(), REMEDY);
        }
    }
}
