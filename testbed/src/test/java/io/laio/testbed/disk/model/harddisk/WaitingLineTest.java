package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WaitingLineTest {
    private static final int NO_BOUND = 1_000_000;
    private static final long SECTORS = Drives.GIBIBYTE / PlatterSpec.SECTOR_BYTES;

    private final HardDiskSpec spec = Drives.of("hdd-2004");
    private final Drive drive = new Drive(spec, Layout.spread(spec.platter(), 1, SECTORS), SECTORS, 0);
    private long ids;

    private DeviceRequest read(long mebibyte) {
        return new DeviceRequest(ids++, Kind.READ, mebibyte * Drives.MEBIBYTE, 4096);
    }

    private DeviceRequest flush() {
        return new DeviceRequest(ids++, Kind.FLUSH, 0, 0);
    }

    private List<Long> taken(WaitingLine line) {
        List<Long> order = new ArrayList<>();
        while (!line.isEmpty()) {
            order.add(line.take(drive, 0).id());
        }
        return order;
    }

    @Test
    void theElevatorGoesUpAndBeginsAgainBelow() {
        WaitingLine line = new WaitingLine(ServiceOrder.ELEVATOR, NO_BOUND);
        line.add(read(500));
        assertEquals(0, line.take(drive, 0).id());
        for (long mebibyte : List.of(700L, 100L, 600L, 400L, 700L)) {
            line.add(read(mebibyte));
        }
        assertEquals(List.of(3L, 1L, 5L, 2L, 4L), taken(line));
    }

    @Test
    void whatArrivesAheadOfTheSweepJoinsItAndWhatArrivesBehindWaits() {
        WaitingLine line = new WaitingLine(ServiceOrder.ELEVATOR, NO_BOUND);
        line.add(read(100));
        line.add(read(300));
        assertEquals(0, line.take(drive, 0).id());
        line.add(read(200));
        line.add(read(50));
        assertEquals(List.of(2L, 1L, 3L), taken(line));
    }

    @Test
    void firstComeFirstServed() {
        WaitingLine line = new WaitingLine(ServiceOrder.FCFS, 1);
        for (long mebibyte : List.of(9L, 3L, 7L, 1L)) {
            line.add(read(mebibyte));
        }
        assertEquals(List.of(0L, 1L, 2L, 3L), taken(line));
    }

    @ParameterizedTest
    @EnumSource(ServiceOrder.class)
    void nothingPassesAFlush(ServiceOrder order) {
        WaitingLine line = new WaitingLine(order, NO_BOUND);
        line.add(read(900));
        line.add(read(100));
        line.add(flush());
        line.add(read(1));
        line.add(flush());
        line.add(flush());
        line.add(read(0));
        List<Long> order1 = taken(line);
        assertEquals(List.of(2L, 3L, 4L, 5L, 6L), order1.subList(2, 7));
    }

    /** A stream that always has the next request just ahead of the sweep would keep a request behind it waiting for ever. */
    @ParameterizedTest
    @EnumSource(
            value = ServiceOrder.class,
            names = {"ELEVATOR", "SHORTEST_POSITIONING"})
    void aStreamCannotStarveAnother(ServiceOrder order) {
        assertEquals(10, overtakings(order, 10));
        assertEquals(200, overtakings(order, 200));
    }

    private int overtakings(ServiceOrder order, int bound) {
        WaitingLine line = new WaitingLine(order, bound);
        line.add(read(100));
        drive.serve(line.take(drive, 0), -20_000_000L);
        DeviceRequest behind = read(0);
        line.add(behind);
        for (int served = 0; served <= 2 * bound; served++) {
            line.add(new DeviceRequest(ids++, Kind.READ, 100 * Drives.MEBIBYTE + 4096L * (served + 1), 4096));
            DeviceRequest next = line.take(drive, 0);
            if (next.id() == behind.id()) {
                return served;
            }
            drive.serve(next, served * 20_000_000L);
        }
        throw new AssertionError("still waiting after " + 2 * bound + " others");
    }

    @ParameterizedTest
    @EnumSource(ServiceOrder.class)
    void nobodyIsOvertakenMoreOftenThanTheBoundSays(ServiceOrder order) {
        int bound = 20;
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            WaitingLine line = new WaitingLine(order, bound);
            List<Long> served = new ArrayList<>();
            long first = ids;
            for (int i = 0; i < 500; i++) {
                line.add(random.nextInt(50) == 0 ? flush() : read(random.nextLong(1024)));
                if (i >= 100) {
                    served.add(line.take(drive, 0).id() - first);
                }
            }
            served.addAll(taken(line).stream().map(id -> id - first).toList());
            assertBounded(served, bound, seed);
        }
    }

    private static void assertBounded(List<Long> served, int bound, long seed) {
        assertEquals(500, served.stream().distinct().count());
        for (int i = 0; i < served.size(); i++) {
            long number = served.get(i);
            long overtakers = served.subList(0, i).stream()
                    .filter(other -> other > number)
                    .count();
            assertTrue(overtakers <= bound, () -> number + " was overtaken " + overtakers + " times, seed " + seed);
        }
    }
}
