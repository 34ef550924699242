package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.simulation.ClosedLoop;
import io.laio.testbed.disk.model.simulation.Requests;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The drive's buffer: what follows a read is there, or comes without a new revolution. */
class ReadingOnTest {
    private static final long SIZE = 2 * Drives.GIBIBYTE;
    private static final long SECTORS = SIZE / PlatterSpec.SECTOR_BYTES;
    private static final long PAUSE = 100_000_000;
    private static final long REVOLUTION = 8_333_333;
    private static final long PAGE = 4096;

    /** 0.1 ms, and 4 KB at 100 MB/s. */
    private static final long FROM_BUFFER = 100_000 + 40_960;

    private final HardDiskSpec spec = Drives.of("hdd-2004");
    private Drive drive = new Drive(spec, Layout.spread(spec.platter(), 1, SECTORS), SECTORS, 0);
    private long ids;

    @BeforeEach
    void spinUp() {
        drive = new Drive(spec, Layout.spread(spec.platter(), 1, SECTORS), SECTORS, 0.3);
    }

    private long serve(Kind kind, long offsetBytes, int lengthBytes, long nowNanos) {
        return drive.serve(new DeviceRequest(ids++, kind, offsetBytes, lengthBytes), nowNanos);
    }

    private long read(long offsetBytes, long nowNanos) {
        return serve(Kind.READ, offsetBytes, (int) PAGE, nowNanos);
    }

    @Test
    void whatWasReadBeforeComesFromTheBuffer() {
        long first = read(64 * PAGE, 0);
        assertEquals(FROM_BUFFER, read(64 * PAGE, first) - first);
    }

    @Test
    void afterAPauseWhatFollowsIsThereUpToTheSegmentsSize() {
        long paused = read(64 * PAGE, 0) + PAUSE;
        long segmentPages = spec.buffer().readSegmentKilobytes() * 1024L / PAGE;
        assertEquals(FROM_BUFFER, read((64 + segmentPages) * PAGE, paused) - paused);
    }

    @Test
    void beyondThatTheArmHasToMove() {
        long paused = read(64 * PAGE, 0) + PAUSE;
        long segmentPages = spec.buffer().readSegmentKilobytes() * 1024L / PAGE;
        assertTrue(read((64 + segmentPages + 1) * PAGE, paused) - paused > 400_000);
    }

    /** 60 sectors after the last one: they come in 60/1169 of a revolution, and nothing is waited for but them. */
    @Test
    void whatIsAboutToComeIsWaitedFor() {
        long first = read(0, 0);
        long second = serve(Kind.READ, PAGE, 60 * 512, first) - first;
        long expected = Math.max(60L * REVOLUTION / 1169, 100_000 + 60L * 5120);
        assertTrue(Math.abs(second - expected) < 20_000, () -> "took " + second);
    }

    @Test
    void aReaderThatFellBehindWaitsForARevolutionAtMost() {
        long first = read(0, 0);
        long paused = first + PAUSE;
        long segment = spec.buffer().readSegmentKilobytes() * 1024L;
        long all = serve(Kind.READ, PAGE, (int) (segment + PAGE), paused) - paused;
        long transfer = 100_000 + (segment + PAGE) / 512 * 5120;
        assertTrue(all >= transfer && all <= transfer + REVOLUTION, () -> "took " + all);
    }

    @Test
    void severalStreamsAreRemembered() {
        long now = 0;
        for (int stream = 0; stream < spec.buffer().readSegments(); stream++) {
            now = read(stream * 100L * Drives.MEBIBYTE, now) + PAUSE;
        }
        for (int stream = 0; stream < spec.buffer().readSegments(); stream++) {
            long done = read(stream * 100L * Drives.MEBIBYTE + PAGE, now);
            assertEquals(FROM_BUFFER, done - now, "stream " + stream);
            now = done;
        }
    }

    @Test
    void theLeastRecentlyUsedIsForgotten() {
        long now = 0;
        for (int stream = 0; stream < spec.buffer().readSegments() + 2; stream++) {
            now = read(stream * 100L * Drives.MEBIBYTE, now) + PAUSE;
        }
        long oldest = read(PAGE, now) - now;
        assertTrue(oldest > 400_000, () -> "took " + oldest);
    }

    @Test
    void whatWasReadStaysWhileTheArmWritesElsewhere() {
        long now = read(64 * PAGE, 0) + PAUSE;
        now = serve(Kind.WRITE, 1000 * Drives.MEBIBYTE, (int) PAGE, now);
        now = serve(Kind.FLUSH, 0, 0, now);
        assertEquals(FROM_BUFFER, read(70 * PAGE, now) - now);
    }

    @Test
    void whatIsWrittenAnewIsNotReadFromBefore() {
        long now = read(64 * PAGE, 0) + PAUSE;
        now = serve(Kind.WRITE, 66 * PAGE, (int) PAGE, now);
        now = serve(Kind.FLUSH, 0, 0, now);
        long again = read(66 * PAGE, now) - now;
        assertTrue(again > 400_000, () -> "took " + again);
    }

    @Test
    void norIfTheArmHasBeenElsewhereSince() {
        long now = read(64 * PAGE, 0) + PAUSE;
        now = read(1000 * Drives.MEBIBYTE, now) + PAUSE;
        now = serve(Kind.WRITE, 66 * PAGE, (int) PAGE, now);
        now = serve(Kind.FLUSH, 0, 0, now);
        long again = read(66 * PAGE, now) - now;
        assertTrue(again > 400_000, () -> "took " + again);
    }

    /** Zone rates of the Deskstar 7K250: 61.4 MB/s outside. Small requests pay their overhead and keep most of it. */
    @ParameterizedTest
    @CsvSource({"131072, 61.4", "65536, 61.4", "32768, 61.4", "4096, 29.1"})
    void readingInOrderRunsAtTheRateOfTheZone(int requestBytes, double megabytesPerSecond) {
        double rate = ClosedLoop.run(
                        spec.model(SIZE, 5),
                        Requests.sequential(Kind.READ, 0, requestBytes),
                        1,
                        (256 * Drives.MEBIBYTE) / requestBytes)
                .megabytesPerSecond();
        assertEquals(megabytesPerSecond, rate, 0.03 * megabytesPerSecond);
    }

    /** Spreading the image must not cost a file that lies in order anything: as fast as on the whole drive. */
    @Test
    void aSpreadImageIsReadAsFastAsADrive() {
        long whole = Drives.wholeBytes(spec);
        int length = 128 << 10;
        // 32 MiB: 9 cylinders, which on the spread image are a hundredth of the stroke
        long spread = ClosedLoop.run(spec.model(SIZE, 5), Requests.sequential(Kind.READ, 0, length), 1, 256)
                .elapsedNanos();
        long dense = ClosedLoop.run(spec.model(whole, 5), Requests.sequential(Kind.READ, 0, length), 1, 256)
                .elapsedNanos();
        assertEquals(1, (double) spread / dense, 0.01);
    }
}
