package io.laio.comparison.run;

import io.laio.comparison.cache.NameCache;
import io.laio.comparison.cache.PageCache;
import io.laio.comparison.cache.Residency;
import io.laio.comparison.results.CacheState;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.util.List;

/**
 * Brings the caches to the state that a run asks for, and measures that it worked. The server runs meanwhile; it has not
 * seen any of the workload's documents unless the state is warm.
 */
final class CachePreparation {
    private final Host host;
    private final Workload workload;
    private final List<String> documents;

    CachePreparation(Host host, Workload workload) {
        this.host = host;
        this.workload = workload;
        documents = workload.documentPaths();
    }

    /** Plays the part of the trace that the run will play. */
    interface Rehearsal {
        void play() throws IOException;
    }

    CacheProof bring(CacheState state, Rehearsal rehearsal) throws IOException {
        return state == CacheState.WARM ? warm(rehearsal) : cold();
    }

    /** Names and metadata go last, because evicting and measuring open every file. */
    private CacheProof cold() throws IOException {
        Residency residency = evict();
        if (!host.names().mayEmpty()) {
            return new CacheProof(
                    CacheState.COLD_DATA,
                    residency.fraction(),
                    "posix_fadvise(DONTNEED) file by file, names left warm");
        }
        emptyNames(host.names());
        return new CacheProof(
                CacheState.COLD, residency.fraction(), "posix_fadvise(DONTNEED) file by file, then drop_caches 3");
    }

    /** Emptying takes the trace along, which the generator would then read from the same disk during the run. */
    private void emptyNames(NameCache names) throws IOException {
        names.empty();
        try (InputStream trace = Files.newInputStream(workload.trace())) {
            trace.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Evicted first: pages that an earlier run brought in would not be charged to this server's control group. */
    private CacheProof warm(Rehearsal rehearsal) throws IOException {
        evict();
        rehearsal.play();
        return new CacheProof(CacheState.WARM, measure().fraction(), "evicted, then the same requests played once");
    }

    private Residency evict() throws IOException {
        try (PageCache cache = new PageCache(host.linux(), workload.documentRoot())) {
            cache.evict(documents);
            return cache.measure(documents);
        }
    }

    private Residency measure() throws IOException {
        try (PageCache cache = new PageCache(host.linux(), workload.documentRoot())) {
            return cache.measure(documents);
        }
    }
}
