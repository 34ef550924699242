package io.laio.comparison.results;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What shows that a run was what its setting says.
 *
 * @param residentFractionBefore part of the documents' bytes that were in memory just before the run, 0 to 1; {@code null}
 *     if it could not be measured
 * @param generatorCpuFraction part of one processor that the load generator used
 * @param diskLateFraction part of the time for which the emulated disk had requests, summed over them, that the host's disk added
 *     to what the model says; {@code null} if none was emulated
 * @param prefixFootprintBytes bytes of the distinct documents that the played part of the trace touches
 * @param cacheMethod how the cache was brought to its state, in words, e.g. {@code posix_fadvise(DONTNEED), drop_caches 3}
 * @param namesCold whether names and metadata were dropped too
 * @param memoryLimitBytes limit of the control group at the end of the run: budget and own memory; {@code null} if none
 * @param serverCpus processors the server was pinned to; empty if it was not
 * @param generatorCpus processors the generator was pinned to; empty if it was not
 * @param engineReason why this engine and not the preferred one, as the server's start-up line says; empty if it has
 *     what was preferred
 * @param order place in the order of execution, from 1
 * @param startedAt when the measured replay began
 * @param elapsedMillis how long it took
 */
public record Evidence(
        @Nullable Double residentFractionBefore,
        double generatorCpuFraction,
        @Nullable Double diskLateFraction,
        long prefixFootprintBytes,
        String cacheMethod,
        boolean namesCold,
        @Nullable Long memoryLimitBytes,
        List<Integer> serverCpus,
        List<Integer> generatorCpus,
        String engineReason,
        int order,
        Instant startedAt,
        double elapsedMillis) {

    /** Copies the processor lists. */
    public Evidence {
        serverCpus = List.copyOf(serverCpus);
        generatorCpus = List.copyOf(generatorCpus);
    }
}
