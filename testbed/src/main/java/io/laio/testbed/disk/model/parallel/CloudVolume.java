package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceRequest;
import java.util.SplittableRandom;

/**
 * A volume over the network: each request takes a random time, as many as there are at once, once the limits let it through.
 * Reads and writes cost the same, and nothing waits in a volatile cache: a flush takes the least latency and counts as nothing.
 */
final class CloudVolume implements Timing {
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final int BYTES_PER_KIBIBYTE = 1024;

    private final CloudVolumeSpec spec;
    private final TokenBucket operations;
    private final TokenBucket bytes;
    private final SplittableRandom random;

    CloudVolume(CloudVolumeSpec spec, long seed) {
        this.spec = spec;
        long burstNanos = spec.burstMillis() * NANOS_PER_MILLI;
        this.operations = new TokenBucket(spec.operationsPerSecond(), burstNanos);
        this.bytes = new TokenBucket((long) spec.mebibytesPerSecond() << 20, burstNanos);
        this.random = new SplittableRandom(seed);
    }

    @Override
    public long doneAtNanos(DeviceRequest request, long nowNanos) {
        long latency = spec.leastLatencyMicros() * NANOS_PER_MICRO;
        return switch (request.kind()) {
            case FLUSH -> nowNanos + latency;
            case READ, WRITE -> letThrough(request, nowNanos) + latency + spreadNanos();
        };
    }

    private long letThrough(DeviceRequest request, long nowNanos) {
        int largest = spec.operationKibibytes() * BYTES_PER_KIBIBYTE;
        long counted = Math.max(1, Math.ceilDiv(request.lengthBytes(), largest));
        return Math.max(operations.take(counted, nowNanos), bytes.take(request.lengthBytes(), nowNanos));
    }

    private long spreadNanos() {
        long median = (spec.medianLatencyMicros() - spec.leastLatencyMicros()) * NANOS_PER_MICRO;
        return Math.round(median * Math.exp(spec.latencySigma() * random.nextGaussian()));
    }
}
