package io.laio.comparison.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What the server used in one run. A contestant that is not ours tells nothing of its inside: its operations are empty and
 * its loop stall is {@code null}.
 *
 * @param serverCpuMicrosPerRequest processor time of the server, its helpers included, for each request answered;
 *     {@code null} if it could not be read
 * @param serverMemoryBytes own memory (anonymous and kernel) of the server, its helpers not included
 * @param helperMemoryBytes own memory of its helper processes; 0 if it has none
 * @param pageCacheBytes most page cache the server's control group held during the run
 * @param operations counts by name of the operation, and their sums as {@code network} and {@code disk}
 * @param loopStallMillis blocked time of its event loops
 * @param diskReads what the disk saw
 */
public record ResourceUse(
        @Nullable Double serverCpuMicrosPerRequest,
        @Nullable Long serverMemoryBytes,
        @Nullable Long helperMemoryBytes,
        @Nullable Long pageCacheBytes,
        SortedMap<String, OperationCounts> operations,
        @Nullable LoopStall loopStallMillis,
        @Nullable DiskReads diskReads) {

    /** Copies the operations. */
    public ResourceUse {
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }
}
