package io.laio.comparison.plan;

import io.laio.comparison.results.CacheState;

/**
 * One run of a plan.
 *
 * @param order its place in the order of execution, from 1
 * @param server the contestant
 * @param workload what is played
 * @param cache the cache state to bring about before
 * @param memory page cache that the server may use
 * @param clients how many clients at a time
 * @param repeat the how many-th of its kind, from 1
 */
public record PlannedRun(
        int order, String server, String workload, CacheState cache, MemorySize memory, int clients, int repeat) {}
