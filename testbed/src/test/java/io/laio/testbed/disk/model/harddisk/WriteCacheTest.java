package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.BitSet;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The extents of the cache against a set of sectors that knows no extents. */
class WriteCacheTest {
    private static final int SECTORS = 200;
    private static final int CAPACITY_KILOBYTES = 64; // 128 sectors

    private static WriteCache cache() {
        return new WriteCache(new BufferSpec(0, 0, 100, 1, 1, CAPACITY_KILOBYTES, 0));
    }

    @Test
    void itKnowsWhichSectorsWait() {
        for (long seed = 0; seed < 50; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WriteCache cache = cache();
            BitSet expected = new BitSet();
            for (int i = 0; i < 200; i++) {
                step(cache, expected, random, i);
                assertSame(cache, expected, random, "seed " + seed + ", step " + i);
            }
        }
    }

    private static void step(WriteCache cache, BitSet expected, SplittableRandom random, int time) {
        int first = random.nextInt(SECTORS - 20);
        Extent extent = new Extent(first, first + 1 + random.nextInt(20));
        BitSet after = (BitSet) expected.clone();
        after.set((int) extent.first(), (int) extent.end());
        assertEquals(after.cardinality() <= 128, cache.hasRoom(extent, time));
        if (cache.hasRoom(extent, time)) {
            cache.add(extent);
            expected.or(after);
        } else {
            Extent leaving = cache.next(random.nextInt(SECTORS), 16);
            assertEquals(
                    leaving.sectors(),
                    expected.get((int) leaving.first(), (int) leaving.end()).cardinality());
            cache.leave(leaving, time);
            expected.clear((int) leaving.first(), (int) leaving.end());
        }
    }

    private static void assertSame(WriteCache cache, BitSet expected, SplittableRandom random, String when) {
        assertEquals(expected.isEmpty(), cache.isEmpty(), when);
        int first = random.nextInt(SECTORS - 10);
        Extent some = new Extent(first, first + 1 + random.nextInt(10));
        boolean all = expected.get((int) some.first(), (int) some.end()).cardinality() == some.sectors();
        assertEquals(all, cache.holds(some), when);
    }

    @Test
    void whatIsOnItsWayKeepsItsRoom() {
        WriteCache cache = cache();
        cache.add(new Extent(0, 128));
        cache.leave(new Extent(0, 100), 50);
        assertFalse(cache.hasRoom(new Extent(500, 600), 49));
        assertTrue(cache.hasRoom(new Extent(500, 600), 50));
    }

    @Test
    void theArmGoesUpwardsAndBeginsAgainBelow() {
        WriteCache cache = cache();
        cache.add(new Extent(10, 20));
        cache.add(new Extent(50, 60));
        assertEquals(new Extent(50, 55), cache.next(20, 5));
        assertEquals(new Extent(10, 20), cache.next(51, 99));
    }
}
