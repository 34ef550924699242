package io.laio.comparison.results;

import org.jspecify.annotations.Nullable;

/**
 * What was asked of one run.
 *
 * @param server name of the contestant
 * @param engine how its asynchronous calls are carried out, e.g. {@code ring}, {@code workers}; {@code none} if it has no
 *     such engine
 * @param lazy {@code on}, {@code direct} or {@code off}; {@code none} if the server makes no asynchronous calls
 * @param workload name of the trace
 * @param traceSha256 digest of the trace, hexadecimal
 * @param scale footprint relative to the workload's published size; 1 for an imported trace
 * @param cache state of the caches before the run
 * @param disk {@code native} or the device model's name
 * @param network {@code loopback} or {@code gigabit}
 * @param memoryBudgetBytes page cache the server may use; {@code null} if unlimited
 * @param clients simulated clients
 * @param repeat number of the repetition, from 1
 */
public record RunSetting(
        String server,
        String engine,
        String lazy,
        String workload,
        String traceSha256,
        double scale,
        CacheState cache,
        String disk,
        String network,
        @Nullable Long memoryBudgetBytes,
        int clients,
        int repeat) {}
