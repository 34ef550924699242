package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.simulation.ClosedLoop;
import io.laio.testbed.disk.model.simulation.RequestSource;
import io.laio.testbed.disk.model.simulation.Requests;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a deeper queue is worth: random reads of 4 KB over the image of a study, 1 to 4 GiB. */
class QueueDepthTest {
    private static final long SEED = 11;
    private static final int BLOCK_BYTES = 4096;
    private static final int REQUESTS = 10_000;

    private static double rate(String model, long sizeBytes, int depth, Kind kind) {
        return ClosedLoop.run(
                        Drives.of(model).model(sizeBytes, SEED),
                        Requests.random(kind, sizeBytes, BLOCK_BYTES, SEED),
                        depth,
                        REQUESTS)
                .requestsPerSecond();
    }

    private static double rate(String model, int depth) {
        return rate(model, 2 * Drives.GIBIBYTE, depth, Kind.READ);
    }

    /** The bar of the study: 70 to 130 a second, 1.7 to 3 times that with 32 waiting. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 4})
    void theElevatorGainsFromADeepQueue(long gibibytes) {
        long size = gibibytes * Drives.GIBIBYTE;
        double single = rate("hdd-2004", size, 1, Kind.READ);
        double gain = rate("hdd-2004", size, 32, Kind.READ) / single;
        assertTrue(single >= 70 && single <= 130, () -> single + " a second");
        assertTrue(gain >= 1.7 && gain <= 3, () -> "gain " + gain);
    }

    @Test
    void eachDoublingOfTheDepthGainsSomething() {
        double before = rate("hdd-2004", 2);
        for (int depth = 4; depth <= 128; depth *= 2) {
            double now = rate("hdd-2004", depth);
            double gained = now / before;
            assertTrue(gained > 1.02, "at " + depth + ": " + gained);
            before = now;
        }
    }

    @Test
    void inOrderOfArrivalThereIsNothingToGain() {
        assertEquals(1, rate("hdd-2004-fcfs", 32) / rate("hdd-2004-fcfs", 1), 0.02);
    }

    @Test
    void aDriveThatKnowsTheRotationGainsMore() {
        double elevator = rate("hdd-2004", 32);
        double queueing = rate("hdd-2004@order=shortest-positioning", 32);
        assertTrue(queueing > 1.15 * elevator, () -> queueing + " against " + elevator);
    }

    /** Depth one is the same whatever the order. */
    @ParameterizedTest
    @CsvSource({"hdd-2004-fcfs", "hdd-2004@order=shortest-positioning"})
    void withoutAQueueThereIsNoOrder(String model) {
        assertEquals(rate("hdd-2004", 1), rate(model, 1), 1e-9);
    }

    /** A stream that keeps four requests ahead of the sweep, and one read behind it: that waits for as many as the bound says. */
    @Test
    void aStreamCannotKeepAReadWaitingForever() {
        double longest = 0.5 + 15.1 + 8.34 + 2.2; // overhead, full stroke, revolution, 128 KB
        double patient = behindAStreamMillis("hdd-2004@overtakenAtMost=512");
        double impatient = behindAStreamMillis("hdd-2004@overtakenAtMost=64");
        assertTrue(patient <= (512 + 5) * longest, () -> "waited " + patient);
        assertTrue(impatient <= (64 + 5) * longest, () -> "waited " + impatient);
        assertEquals(8, patient / impatient, 1, "the bound decides, and nothing else");
    }

    private static double behindAStreamMillis(String model) {
        int bytes = 128 << 10;
        RequestSource source = id -> {
            long offset = id == 100 ? 0 : 100 * Drives.MEBIBYTE + id * bytes;
            return new DeviceRequest(id, Kind.READ, offset, bytes);
        };
        return ClosedLoop.run(Drives.of(model).model(2 * Drives.GIBIBYTE, SEED), source, 4, 2_000)
                        .longestNanos()
                / 1e6;
    }

    /** A part of the stroke costs less: the outermost tenth, where seeks are the short ones of the curve. */
    @Test
    void anImageOnFewCylindersCostsShorterSeeks() {
        double stroke = rate("hdd-2004", 1);
        double tenth = rate("hdd-2004@imageStrokeShare=0.1", 1);
        assertTrue(tenth > 1.3 * stroke && tenth < 1.8 * stroke, () -> tenth + " against " + stroke);
    }
}
