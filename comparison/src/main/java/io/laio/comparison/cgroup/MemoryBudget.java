package io.laio.comparison.cgroup;

import java.io.IOException;

/**
 * Gives a group a fixed amount of page cache, whatever the group's own memory is.
 *
 * <p>A control group limits the sum of the processes' own memory, the kernel's memory on their behalf and the page cache.
 * The study wants the page cache alone to be equal for all contestants. So the limit is the budget plus the own memory,
 * and {@link #correct} is called several times a second, because own memory moves: the kernel's part alone grows by tens
 * of megabytes as files are opened.
 *
 * <p>Lowering the limit below the present use makes the kernel reclaim, and it may answer "busy"; then the old limit
 * stays in force, the refusal is counted, and the next correction tries again.
 *
 * <p>Threading: confined to one thread at a time.
 */
public final class MemoryBudget {
    /** Smaller corrections are left undone: half a percent of the smallest budget, 128 MB. */
    private static final long TOLERANCE_BYTES = 512 << 10;

    private final ProcessGroup group;
    private final long budgetBytes;
    private long limitBytes = -1;
    private long ownBytes;
    private long largestOwnBytes;
    private long pageCacheBytes;
    private long largestPageCacheBytes;
    private long startPageCacheBytes;
    private int refusals;

    /**
     * Makes a budget that is not in force before the first {@link #correct}.
     *
     * @param group whose memory
     * @param budgetBytes how much page cache it may have
     */
    public MemoryBudget(ProcessGroup group, long budgetBytes) {
        if (budgetBytes <= 0) {
            throw new IllegalArgumentException("a memory budget is 1 byte or more, not " + budgetBytes);
        }
        this.group = group;
        this.budgetBytes = budgetBytes;
    }

    /**
     * Reads the account and moves the limit if own memory has moved.
     *
     * @throws IOException if the group's files cannot be read or written
     */
    public void correct() throws IOException {
        MemoryUse use = group.memory();
        ownBytes = use.ownBytes();
        largestOwnBytes = Math.max(largestOwnBytes, ownBytes);
        pageCacheBytes = use.pageCacheBytes();
        largestPageCacheBytes = Math.max(largestPageCacheBytes, pageCacheBytes);
        moveLimit(budgetBytes + ownBytes);
    }

    private void moveLimit(long wantedBytes) throws IOException {
        if (limitBytes >= 0 && Math.abs(wantedBytes - limitBytes) < TOLERANCE_BYTES) {
            return;
        }
        if (group.limitMemory(wantedBytes)) {
            limitBytes = wantedBytes;
        } else {
            refusals++;
        }
    }

    /**
     * What was seen so far.
     *
     * @return the figures at and up to the last correction
     */
    public BudgetUse use() {
        return new BudgetUse(
                budgetBytes,
                limitBytes,
                ownBytes,
                largestOwnBytes,
                pageCacheBytes,
                largestPageCacheBytes,
                startPageCacheBytes,
                refusals);
    }

    /**
     * Forgets the largest values and looks where the page cache begins, before another phase of a run; the limit stays.
     *
     * @throws IOException if the group's files cannot be read or written
     */
    public void restart() throws IOException {
        largestOwnBytes = 0;
        largestPageCacheBytes = 0;
        refusals = 0;
        correct();
        startPageCacheBytes = pageCacheBytes;
    }
}
