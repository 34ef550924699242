package io.laio.testbed.disk.model.simulation;

/**
 * What a load came to.
 *
 * @param requests how many were done
 * @param bytes how much they read or wrote
 * @param elapsedNanos from the first arrival to the last completion
 * @param responseNanos the sum over the requests from arrival to completion
 * @param longestNanos the longest of these
 */
public record Outcome(long requests, long bytes, long elapsedNanos, long responseNanos, long longestNanos) {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double BYTES_PER_MEGABYTE = 1e6;

    /**
     * The rate.
     *
     * @return requests a second
     */
    public double requestsPerSecond() {
        return requests * NANOS_PER_SECOND / elapsedNanos;
    }

    /**
     * How long a request took on average, waiting included.
     *
     * @return milliseconds
     */
    public double meanResponseMillis() {
        return responseNanos / NANOS_PER_MILLI / requests;
    }

    /**
     * The throughput.
     *
     * @return 10^6 bytes a second
     */
    public double megabytesPerSecond() {
        return bytes / BYTES_PER_MEGABYTE * NANOS_PER_SECOND / elapsedNanos;
    }
}
