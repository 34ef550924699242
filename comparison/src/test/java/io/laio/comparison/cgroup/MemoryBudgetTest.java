package io.laio.comparison.cgroup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemoryBudgetTest {
    private static final long MEBIBYTE = 1 << 20;

    private final FakeGroup kernel = new FakeGroup();
    private final MemoryBudget budget = new MemoryBudget(kernel, 128 * MEBIBYTE);

    @Test
    void theLimitIsTheBudgetOnTopOfOwnMemory() throws IOException {
        kernel.own(40 * MEBIBYTE);
        budget.correct();
        assertEquals(168 * MEBIBYTE, kernel.limitBytes);
    }

    @Test
    void documentsNeverGetMoreThanTheBudgetHoweverOwnMemoryMoves() throws IOException {
        for (long own : List.of(40L, 55L, 70L, 62L, 90L, 30L)) {
            kernel.own(own * MEBIBYTE);
            kernel.readDocuments(400 * MEBIBYTE);
            budget.correct();
            kernel.readDocuments(400 * MEBIBYTE);
            budget.correct();
            assertEquals(128 * MEBIBYTE, budget.use().pageCacheBytes());
        }
    }

    @Test
    void aTriflingChangeOfOwnMemoryLeavesTheLimitAlone() throws IOException {
        kernel.own(40 * MEBIBYTE);
        budget.correct();
        kernel.own(40 * MEBIBYTE + 1000);
        budget.correct();
        assertEquals(1, kernel.changes);
    }

    @Test
    void aRefusalIsCountedAndTriedAgain() throws IOException {
        kernel.own(60 * MEBIBYTE);
        budget.correct();
        kernel.own(20 * MEBIBYTE);
        kernel.busy = true;
        budget.correct();
        assertEquals(1, budget.use().refusals());
        assertEquals(188 * MEBIBYTE, budget.use().limitBytes());
        kernel.busy = false;
        budget.correct();
        assertEquals(148 * MEBIBYTE, budget.use().limitBytes());
    }

    @Test
    void theLargestValuesAreKeptUntilARestart() throws IOException {
        kernel.own(10 * MEBIBYTE);
        kernel.readDocuments(100 * MEBIBYTE);
        budget.correct();
        kernel.pageCacheBytes = 30 * MEBIBYTE;
        budget.correct();
        assertEquals(100 * MEBIBYTE, budget.use().largestPageCacheBytes());
        budget.restart();
        budget.correct();
        assertEquals(30 * MEBIBYTE, budget.use().largestPageCacheBytes());
    }

    @Test
    void growthCountsFromTheRestart() throws IOException {
        kernel.own(10 * MEBIBYTE);
        kernel.readDocuments(100 * MEBIBYTE);
        budget.correct();
        kernel.pageCacheBytes = 5 * MEBIBYTE; // evicted since the last look
        budget.restart();
        kernel.readDocuments(40 * MEBIBYTE);
        budget.correct();
        kernel.pageCacheBytes = 20 * MEBIBYTE;
        budget.correct();
        assertEquals(5 * MEBIBYTE, budget.use().startPageCacheBytes());
        assertEquals(
                budget.use().largestPageCacheBytes() - 5 * MEBIBYTE,
                budget.use().pageCacheGrowthBytes());
        assertTrue(budget.use().pageCacheGrowthBytes() >= 35 * MEBIBYTE);
    }

    @Test
    void anotherErrorIsReported() {
        kernel.broken = true;
        assertThrows(IOException.class, budget::correct);
    }

    @Test
    void theKeeperReportsThatTheBudgetWasNotKept() throws IOException {
        try (BudgetKeeper keeper = new BudgetKeeper(budget)) {
            assertTrue(kernel.limitBytes > 0);
            kernel.broken = true;
            assertThrows(IOException.class, keeper::use);
        }
    }

    /** A kernel that lets page cache grow up to the limit, and may be busy or broken. */
    private static final class FakeGroup implements ProcessGroup {
        private long ownBytes;
        private long pageCacheBytes;
        private long limitBytes = -1;
        private int changes;
        private volatile boolean busy;
        private volatile boolean broken;

        void own(long bytes) {
            ownBytes = bytes;
            reclaim();
        }

        void readDocuments(long bytes) {
            pageCacheBytes += bytes;
            reclaim();
        }

        private void reclaim() {
            if (limitBytes >= 0) {
                pageCacheBytes = Math.min(pageCacheBytes, limitBytes - ownBytes);
            }
        }

        @Override
        public MemoryUse memory() throws IOException {
            if (broken) {
                throw new IOException("No such device");
            }
            return new MemoryUse(ownBytes, pageCacheBytes);
        }

        @Override
        public boolean limitMemory(long bytes) {
            if (busy) {
                return false;
            }
            limitBytes = bytes;
            changes++;
            reclaim();
            return true;
        }

        @Override
        public void add(long pid) {}

        @Override
        public List<Long> processes() {
            return List.of();
        }

        @Override
        public void limitReads(String device, ReadLimit limit) {}

        @Override
        public long cpuMicros() {
            return 0;
        }

        @Override
        public long outOfMemoryKills() {
            return 0;
        }

        @Override
        public void close() {}
    }
}
