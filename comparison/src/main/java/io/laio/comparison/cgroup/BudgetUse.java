package io.laio.comparison.cgroup;

/**
 * How a memory budget was used.
 *
 * @param budgetBytes the page cache allowed
 * @param limitBytes the limit in force, own memory included; -1 if none was set yet
 * @param ownBytes own memory at the last look
 * @param largestOwnBytes the most own memory seen
 * @param pageCacheBytes page cache at the last look
 * @param largestPageCacheBytes the most page cache seen
 * @param refusals how often the kernel was too busy to change the limit
 */
public record BudgetUse(
        long budgetBytes,
        long limitBytes,
        long ownBytes,
        long largestOwnBytes,
        long pageCacheBytes,
        long largestPageCacheBytes,
        int refusals) {}
