package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.ModelSpec;
import io.laio.testbed.disk.model.Ranges;

/**
 * A device that takes the same time for every request, however many there are at once.
 *
 * @param latencyMicros of a read
 * @param writeLatencyMicros of a write and of a flush
 */
public record ConstantSpec(int latencyMicros, int writeLatencyMicros) implements ModelSpec {
    private static final int LONGEST_MICROS = 10_000_000;
    private static final long NANOS_PER_MICRO = 1_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public ConstantSpec {
        Ranges.require("latencyMicros", latencyMicros, 0, LONGEST_MICROS);
        Ranges.require("writeLatencyMicros", writeLatencyMicros, 0, LONGEST_MICROS);
    }

    @Override
    public DeviceModel model(long sizeBytes, long seed) {
        return new ParallelDevice((request, nowNanos) -> nowNanos + latencyNanos(request));
    }

    private long latencyNanos(DeviceRequest request) {
        int micros = switch (request.kind()) {
            case READ -> latencyMicros;
            case WRITE, FLUSH -> writeLatencyMicros;
        };
        return micros * NANOS_PER_MICRO;
    }
}
