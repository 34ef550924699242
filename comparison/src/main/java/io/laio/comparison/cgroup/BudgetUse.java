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
 * @param startPageCacheBytes page cache when this phase of the run began
 * @param refusals how often the kernel was too busy to change the limit
 */
public record BudgetUse(
        long budgetBytes,
        long limitBytes,
        long ownBytes,
        long largestOwnBytes,
        long pageCacheBytes,
        long largestPageCacheBytes,
        long startPageCacheBytes,
        int refusals) {
    /**
     * By how much the page cache grew in this phase of the run.
     *
     * @return bytes, 0 or more
     */
    public long pageCacheGrowthBytes() {
        return Math.max(0, largestPageCacheBytes - startPageCacheBytes);
    }
}
