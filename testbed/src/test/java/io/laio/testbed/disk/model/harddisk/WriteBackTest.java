package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.simulation.ClosedLoop;
import io.laio.testbed.disk.model.simulation.Outcome;
import io.laio.testbed.disk.model.simulation.Requests;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** The drive's write cache: writes are done when they are in it, until it is full, and a flush waits for the disks. */
class WriteBackTest {
    private static final long SIZE = 2 * Drives.GIBIBYTE;
    private static final long SECTORS = SIZE / PlatterSpec.SECTOR_BYTES;
    private static final long MILLI = 1_000_000;
    private static final int PAGE = 4096;

    /** 0.1 ms, and 4 KB at 100 MB/s. */
    private static final long INTO_BUFFER = 100_000 + 40_960;

    private final HardDiskSpec spec = Drives.of("hdd-2004");
    private final Drive drive = new Drive(spec, Layout.spread(spec.platter(), 1, SECTORS), SECTORS, 0.7);
    private final SplittableRandom random = new SplittableRandom(3);
    private long ids;

    private long serve(Kind kind, long offsetBytes, int lengthBytes, long nowNanos) {
        return drive.serve(new DeviceRequest(ids++, kind, offsetBytes, lengthBytes), nowNanos);
    }

    private long writeSomewhere(long nowNanos) {
        return serve(Kind.WRITE, random.nextLong(SIZE / PAGE) * PAGE, PAGE, nowNanos);
    }

    private long cachePages() {
        return spec.buffer().writeCacheKilobytes() * 1024L / PAGE;
    }

    @Test
    void writesAreDoneAtOnceUntilTheCacheIsFull() {
        long now = 0;
        for (int i = 0; i < cachePages(); i++) {
            long done = writeSomewhere(now);
            assertEquals(INTO_BUFFER, done - now, "write " + i);
            now = done;
        }
        assertTrue(writeSomewhere(now) - now > MILLI, "one more waits for the arm");
    }

    /** 512 addresses to choose from: better than reads with 128 waiting, less than none of it being seeks. */
    @Test
    void manyRandomWritesGoAsFastAsTheArmTakesThemSorted() {
        Outcome writes =
                ClosedLoop.run(spec.model(SIZE, 1), Requests.random(Kind.WRITE, SIZE, PAGE, 1), 1, 10 * cachePages());
        Outcome uncached = ClosedLoop.run(
                Drives.of("hdd-2004@writeCacheKilobytes=0").model(SIZE, 1),
                Requests.random(Kind.WRITE, SIZE, PAGE, 1),
                1,
                1_000);
        double gain = writes.requestsPerSecond() / uncached.requestsPerSecond();
        assertTrue(gain > 1.8 && gain < 3, () -> "gain " + gain);
    }

    /** 1 ms more than a read, to settle: Hitachi, Deskstar 180GXP, full stroke 15.7 ms to write and 14.7 ms to read. */
    @Test
    void withoutTheCacheAWriteTakesASettlingTimeMoreThanARead() {
        HardDiskSpec uncached = Drives.of("hdd-2004@writeCacheKilobytes=0");
        double write = ClosedLoop.run(uncached.model(SIZE, 1), Requests.random(Kind.WRITE, SIZE, PAGE, 1), 1, 10_000)
                .meanResponseMillis();
        double read = ClosedLoop.run(uncached.model(SIZE, 1), Requests.random(Kind.READ, SIZE, PAGE, 1), 1, 10_000)
                .meanResponseMillis();
        assertEquals(1.0, write - read, 0.15);
    }

    @Test
    void writingInOrderRunsAtTheRateOfTheZone() {
        double rate = ClosedLoop.run(spec.model(SIZE, 1), Requests.sequential(Kind.WRITE, 0, 128 << 10), 1, 2_000)
                .megabytesPerSecond();
        assertEquals(61.4, rate, 0.05 * 61.4);
    }

    @Test
    void whatWaitsInTheCacheCanBeReadThere() {
        long written = serve(Kind.WRITE, 77 * PAGE, 2 * PAGE, 0);
        long read = serve(Kind.READ, 78 * PAGE, PAGE, written);
        assertEquals(INTO_BUFFER, read - written);
    }

    @Test
    void aFlushWaitsForAllThatWasWritten() {
        long now = 0;
        for (int i = 0; i < 100; i++) {
            now = writeSomewhere(now);
        }
        long flush = serve(Kind.FLUSH, 0, 0, now) - now;
        assertTrue(flush > 100 * 4 * MILLI && flush < 100 * 12 * MILLI, () -> "took " + flush);
    }

    @Test
    void aFlushOfNothingIsQuick() {
        assertEquals(100_000, serve(Kind.FLUSH, 0, 0, 0));
        long read = serve(Kind.READ, 0, PAGE, MILLI);
        assertEquals(100_000, serve(Kind.FLUSH, 0, 0, read) - read);
    }

    @Test
    void anIdleDriveWritesBackSoThatALaterFlushIsQuick() {
        long now = 0;
        for (int i = 0; i < 100; i++) {
            now = writeSomewhere(now);
        }
        long later = now + 2_000 * MILLI;
        assertEquals(100_000, serve(Kind.FLUSH, 0, 0, later) - later);
    }

    @Test
    void itBeginsOnlyAfterAPause() {
        long idle = Units.nanos(spec.buffer().idleBeforeWriteBackMillis());
        long now = 0;
        for (int i = 0; i < 60; i++) {
            now = writeSomewhere(now) + idle * 9 / 10;
        }
        long flush = serve(Kind.FLUSH, 0, 0, now) - now;
        assertTrue(flush > 60 * 4 * MILLI, () -> "took " + flush);
    }

    /** A read that comes while the arm writes back waits for that one piece and then goes first. */
    @Test
    void aReadInterruptsTheWritingBack() {
        long now = 0;
        for (int i = 0; i < 400; i++) {
            now = writeSomewhere(now);
        }
        now += Units.nanos(spec.buffer().idleBeforeWriteBackMillis()) + 50 * MILLI;
        long read = serve(Kind.READ, SIZE / 2, PAGE, now) - now;
        assertTrue(
                read < (26 + 26) * MILLI, () -> "took " + read); // overhead, full stroke, settling, revolution; twice
    }

    /** The same reads, without and with as many random writes among them: those steal the arm, and never more than half. */
    @Test
    void writesAmongReadsCostTheArmsTime() {
        SplittableRandom mix = new SplittableRandom(8);
        Outcome mixed = ClosedLoop.run(
                spec.model(SIZE, 1),
                id -> new DeviceRequest(
                        id, mix.nextBoolean() ? Kind.READ : Kind.WRITE, mix.nextLong(SIZE / PAGE) * PAGE, PAGE),
                8,
                20_000);
        Outcome reads = ClosedLoop.run(spec.model(SIZE, 1), Requests.random(Kind.READ, SIZE, PAGE, 1), 8, 10_000);
        double ratio = mixed.requestsPerSecond() / reads.requestsPerSecond();
        assertTrue(ratio > 0.9 && ratio < 1.6, () -> "ratio " + ratio);
    }
}
