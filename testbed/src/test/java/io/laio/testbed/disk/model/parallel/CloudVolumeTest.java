package io.laio.testbed.disk.model.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import io.laio.testbed.disk.model.simulation.ClosedLoop;
import io.laio.testbed.disk.model.simulation.Outcome;
import io.laio.testbed.disk.model.simulation.Requests;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** A gp3 volume: AWS publishes 3,000 operations and 125 MiB a second as included; cloud-volume has 24,000 and 1,000. */
class CloudVolumeTest {
    private static final long SIZE = 1L << 32;
    private static final long SEED = 1;
    private static final double MEBIBYTE = 1 << 20;

    private static CloudVolumeSpec spec(String name) {
        try {
            DiskCatalogue catalogue = new DiskCatalogue(Path.of("..", "config", "disks"));
            return assertInstanceOf(CloudVolumeSpec.class, catalogue.find(name).model());
        } catch (DiskSpecException e) {
            throw new AssertionError(e);
        }
    }

    private static Outcome reads(String name, int bytes, int depth, int requests) {
        return ClosedLoop.run(
                spec(name).model(SIZE, SEED), Requests.random(Kind.READ, SIZE, bytes, SEED), depth, requests);
    }

    @Test
    void aSingleRequestTakesAboutAMillisecond() {
        assertEquals(0.98, reads("cloud-volume", 4096, 1, 20_000).meanResponseMillis(), 0.01);
    }

    @Test
    void thirtyTwoRequestsAtOnceGiveTwentyTimesTheRateOfOne() {
        double single = reads("cloud-volume", 4096, 1, 20_000).requestsPerSecond();
        double deep = reads("cloud-volume", 4096, 32, 100_000).requestsPerSecond();
        assertTrue(deep >= 20 * single, () -> deep + " against " + single);
    }

    @Test
    void noDepthBeatsTheLimitOnOperations() {
        assertEquals(24_000, reads("cloud-volume", 4096, 256, 500_000).requestsPerSecond(), 24_000 * 0.002);
        assertEquals(3_000, reads("cloud-volume-baseline", 4096, 256, 100_000).requestsPerSecond(), 3_000 * 0.002);
    }

    @Test
    void noDepthBeatsTheLimitOnBytes() {
        double baseline = reads("cloud-volume-baseline", 128 << 10, 64, 20_000).megabytesPerSecond() * 1e6;
        assertEquals(125, baseline / MEBIBYTE, 125 * 0.002);
        double provisioned = reads("cloud-volume", 256 << 10, 64, 40_000).megabytesPerSecond() * 1e6;
        assertEquals(1000, provisioned / MEBIBYTE, 1000 * 0.002);
    }

    /** Amazon EC2 user guide, EBS I/O characteristics: what is larger than 256 KiB is split. */
    @Test
    void largeRequestsCountAsSeveral() {
        String narrow = "cloud-volume@operationsPerSecond=1000@mebibytesPerSecond=100000";
        assertEquals(1000, reads(narrow, 256 << 10, 64, 50_000).requestsPerSecond(), 3);
        assertEquals(250, reads(narrow, (768 << 10) + 4096, 64, 20_000).requestsPerSecond(), 1);
    }

    /** The file says: 99 % up to 1.5 ms, half up to 0.95, none below 0.5. */
    @Test
    void latencyIsSpreadAsTheFileSays() {
        double[] millis = latencies(SEED);
        Arrays.sort(millis);
        assertTrue(millis[0] >= 0.5, () -> "least " + millis[0]);
        assertEquals(0.95, millis[millis.length / 2], 0.01);
        assertEquals(0.5 + 0.45 * Math.exp(0.35 * 2.326), millis[millis.length * 99 / 100], 0.03);
    }

    @Test
    void theSeedDecidesTheLatencies() {
        assertEquals(Arrays.hashCode(latencies(4)), Arrays.hashCode(latencies(4)));
        assertNotEquals(Arrays.hashCode(latencies(4)), Arrays.hashCode(latencies(5)));
    }

    private static double[] latencies(long seed) {
        DeviceModel volume = spec("cloud-volume").model(SIZE, seed);
        double[] millis = new double[20_000];
        long now = 0;
        for (int i = 0; i < millis.length; i++) {
            volume.arrive(new DeviceRequest(i, Kind.READ, 0, 4096), now);
            long done = volume.nextEventNanos();
            volume.advance(done, request -> {});
            millis[i] = (done - now) / 1e6;
            now = done;
        }
        return millis;
    }

    @Test
    void aFlushTakesTheLeastLatencyAndNoOperation() {
        DeviceModel volume = spec("cloud-volume-baseline").model(SIZE, SEED);
        for (int i = 0; i < 10_000; i++) {
            volume.arrive(new DeviceRequest(i, Kind.FLUSH, 0, 0), 0);
        }
        assertEquals(500_000, volume.nextEventNanos());
        int[] done = new int[1];
        volume.advance(500_000, request -> done[0]++);
        assertEquals(10_000, done[0]);
    }
}
