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
 * @param helperMemoryBytes memory of its helper processes: the sum of their proportional set sizes, which divide what
 *     several processes map by their number (PSS, proc_pid_smaps_rollup(5)); 0 if it has none
 * @param pageCacheBytes most page cache the server's control group held during the run
 * @param pageCacheGrowthBytes by how much that was more than what it held when the run began
 * @param operations counts by name of the operation, and their sums as {@code network} and {@code disk}
 * @param loopStallMillis blocked time of its event loops
 * @param diskReads what the disk saw
 * @param helpers what it tells of its helpers, by kind of helper and name of the figure; empty if it has none
 */
public record ResourceUse(
        @Nullable Double serverCpuMicrosPerRequest,
        @Nullable Long serverMemoryBytes,
        @Nullable Long helperMemoryBytes,
        @Nullable Long pageCacheBytes,
        @Nullable Long pageCacheGrowthBytes,
        SortedMap<String, OperationCounts> operations,
        @Nullable LoopStall loopStallMillis,
        @Nullable DiskReads diskReads,
        SortedMap<String, SortedMap<String, Long>> helpers) {

    /** Copies helpers and operations; what is not in the file is empty. */
    @SuppressWarnings("ConstantValue") // Jackson passes null for a field that an older file does not have
    public ResourceUse {
        helpers = helpers == null
                ? Collections.emptySortedMap()
                : Collections.unmodifiableSortedMap(new TreeMap<>(helpers));
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }
}
