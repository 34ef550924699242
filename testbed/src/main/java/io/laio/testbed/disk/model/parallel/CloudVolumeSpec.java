package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.ModelSpec;
import io.laio.testbed.disk.model.Ranges;

/**
 * A volume over the network, with a limit on operations and one on bytes.
 *
 * @param leastLatencyMicros no request takes less
 * @param medianLatencyMicros half of the requests take less, while no limit is reached
 * @param latencySigma spread of what comes on top of the least: lognormal with this deviation of the logarithm; 0: none
 * @param operationsPerSecond the limit on operations
 * @param mebibytesPerSecond the limit on bytes, 2^20
 * @param operationKibibytes how much counts as one operation at most; what is larger counts as several
 * @param burstMillis how long a pause is made up for: limits hold over any longer time
 */
public record CloudVolumeSpec(
        int leastLatencyMicros,
        int medianLatencyMicros,
        double latencySigma,
        int operationsPerSecond,
        int mebibytesPerSecond,
        int operationKibibytes,
        int burstMillis)
        implements ModelSpec {
    private static final int LONGEST_MICROS = 10_000_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public CloudVolumeSpec {
        Ranges.require("leastLatencyMicros", leastLatencyMicros, 0, LONGEST_MICROS);
        Ranges.require("medianLatencyMicros", medianLatencyMicros, leastLatencyMicros, LONGEST_MICROS);
        Ranges.require("latencySigma", latencySigma, 0, 3);
        Ranges.require("operationsPerSecond", operationsPerSecond, 1, 100_000_000);
        Ranges.require("mebibytesPerSecond", mebibytesPerSecond, 1, 1_000_000);
        Ranges.require("operationKibibytes", operationKibibytes, 1, 1 << 20);
        Ranges.require("burstMillis", burstMillis, 0, 3_600_000);
    }

    @Override
    public DeviceModel model(long sizeBytes, long seed) {
        return new ParallelDevice(new CloudVolume(this, seed));
    }
}
