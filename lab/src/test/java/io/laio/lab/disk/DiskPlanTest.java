package io.laio.lab.disk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class DiskPlanTest {
    private static final long SIZE = 64L << 20;

    private static void refused(
            String option, List<String> disks, List<Integer> depths, int seconds, int rounds, long size) {
        IllegalArgumentException refusal = assertThrows(
                IllegalArgumentException.class, () -> new DiskPlan(disks, depths, seconds, rounds, size, 0));
        assertEquals(option, String.valueOf(refusal.getMessage()).split(" ", -1)[0]);
    }

    @Test
    void rangesAreChecked() {
        List<String> disks = List.of("a");
        refused("--disks", List.of(), List.of(1), 1, 1, SIZE);
        refused("--depths", disks, List.of(1, 0), 1, 1, SIZE);
        refused("--depths", disks, List.of(129), 1, 1, SIZE);
        refused("--seconds", disks, List.of(), 0, 1, SIZE);
        refused("--rounds", disks, List.of(), 1, 0, SIZE);
        refused("--size", disks, List.of(), 1, 1, SIZE - 4096);
        refused("--size", disks, List.of(), 1, 1, SIZE + 1);
    }

    @Test
    void depthsRiseAndOneAnd32AreAmongThem() {
        assertEquals(List.of(1, 4, 32, 128), new DiskPlan(List.of("a"), List.of(128, 4, 4), 1, 1, SIZE, 0).depths());
        assertEquals(List.of(1, 32), new DiskPlan(List.of("a"), List.of(), 1, 1, SIZE, 0).depths());
    }

    @Test
    void aDiskIsMeasuredOnce() {
        assertEquals(List.of("b", "a"), new DiskPlan(List.of("b", "a", "b"), List.of(), 1, 1, SIZE, 0).disks());
    }

    @Test
    void everyDepthIsALoadAndReadingInOrderIsTheLast() {
        List<Load> loads = SyntheticDisks.plan(1, "a").loads(SyntheticDisks.turning("a"));
        assertEquals(List.of(Load.random(1), Load.random(8), Load.random(32), Load.sequential(131_072)), loads);
    }

    @Test
    void readsInOrderEndWithinTheDevice() {
        DiskPlan small = new DiskPlan(List.of("a"), List.of(), 1, 1, SIZE, 0);
        DiskPlan large = new DiskPlan(List.of("a"), List.of(), 1, 1, 1L << 40, 0);
        assertEquals(256, small.readsInOrder(131_072));
        assertEquals(2048, large.readsInOrder(131_072));
        assertEquals(1, small.readsInOrder(1 << 30));
    }
}
