package io.laio.lab.disk;

import io.laio.testbed.disk.model.simulation.Outcome;

/**
 * How reads went, of a model or of a device.
 *
 * @param perSecond reads a second
 * @param meanMillis how long one took on average, waiting included
 * @param mebibytesPerSecond 2^20 bytes a second
 */
public record Reads(double perSecond, double meanMillis, double mebibytesPerSecond) {
    private static final double BYTES_PER_MEBIBYTE = 1 << 20;

    /**
     * From counts.
     *
     * @param reads how many a second
     * @param meanMillis how long one took on average
     * @param bytes of each
     * @return the same with the throughput
     */
    public static Reads of(double reads, double meanMillis, int bytes) {
        return new Reads(reads, meanMillis, reads * bytes / BYTES_PER_MEBIBYTE);
    }

    static Reads of(Outcome outcome, int bytes) {
        return of(outcome.requestsPerSecond(), outcome.meanResponseMillis(), bytes);
    }
}
