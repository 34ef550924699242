package io.laio.testbed.disk.model.simulation;

import io.laio.testbed.disk.model.DeviceRequest.Kind;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * What a device model does under loads that everybody knows, simulated.
 *
 * @param spec the model
 * @param sizeBytes how much the device holds
 * @param seed of the device and of the load
 * @param randomReads of 4 KB all over the device, by the number outstanding
 * @param sequentialReads of 128 KB, one at a time, by where they are
 */
public record Description(
        DiskSpec spec,
        long sizeBytes,
        long seed,
        SequencedMap<Integer, Outcome> randomReads,
        Map<String, Outcome> sequentialReads) {
    /** The smallest device that has room for the loads. */
    public static final long LEAST_BYTES = 64 << 20;

    private static final int RANDOM_BYTES = 4096;
    private static final int SEQUENTIAL_BYTES = 128 << 10;
    private static final int DEEPEST = 64;
    private static final int REQUESTS = 5_000;
    private static final int REQUESTS_IN_ORDER = (int) (LEAST_BYTES / 2 / SEQUENTIAL_BYTES);

    /**
     * Simulates.
     *
     * @param spec the model
     * @param sizeBytes how much the device holds, {@link #LEAST_BYTES} at least
     * @param seed of the device and of the load
     * @return what it did
     * @throws DiskSpecException if there is no such device of this size
     */
    public static Description of(DiskSpec spec, long sizeBytes, long seed) throws DiskSpecException {
        if (sizeBytes < LEAST_BYTES) {
            throw new DiskSpecException(
                    spec.name() + ": " + sizeBytes + " bytes; " + LEAST_BYTES + " at least are needed");
        }
        SequencedMap<Integer, Outcome> random = new LinkedHashMap<>();
        for (int depth = 1; depth <= DEEPEST; depth *= 2) {
            random.put(
                    depth,
                    ClosedLoop.run(
                            spec.open(sizeBytes, seed),
                            Requests.random(Kind.READ, sizeBytes, RANDOM_BYTES, seed),
                            depth,
                            REQUESTS));
        }
        Map<String, Outcome> inOrder = new LinkedHashMap<>();
        inOrder.put("beginning", inOrder(spec, sizeBytes, seed, 0));
        long last = sizeBytes - (long) REQUESTS_IN_ORDER * SEQUENTIAL_BYTES - SEQUENTIAL_BYTES;
        inOrder.put("end", inOrder(spec, sizeBytes, seed, last - last % SEQUENTIAL_BYTES));
        return new Description(spec, sizeBytes, seed, random, inOrder);
    }

    private static Outcome inOrder(DiskSpec spec, long sizeBytes, long seed, long offsetBytes)
            throws DiskSpecException {
        return ClosedLoop.run(
                spec.open(sizeBytes, seed),
                Requests.sequential(Kind.READ, offsetBytes, SEQUENTIAL_BYTES),
                1,
                REQUESTS_IN_ORDER);
    }
}
