package io.laio.workload.replay;

import java.util.List;
import org.HdrHistogram.Histogram;

/**
 * The times of correct responses, in nanoseconds, at three significant digits.
 *
 * <p>In a closed loop a request is intended to be made when the one before it was answered; the first of a connection,
 * when the connection is begun. So the response time of a connection's first request includes connecting, as its user
 * would see it, and {@code connectTime} shows that part by itself.
 *
 * @param responseTime from the moment at which a request was intended to be made to its last byte of content
 * @param serviceTime from the moment at which it was sent to its last byte of content
 * @param connectTime from the beginning of a connection until it could be written to; one value a connection
 * @param scheduleLag from the moment at which a request could have been begun (not before it was intended, nor before its
 *     client was free) until the client began to, by connecting or sending: how late the generator itself was
 */
public record Latencies(Histogram responseTime, Histogram serviceTime, Histogram connectTime, Histogram scheduleLag) {
    private static final long LONGEST_NANOS = 3_600_000_000_000L;
    private static final int SIGNIFICANT_DIGITS = 3;

    static Latencies empty() {
        return new Latencies(histogram("response"), histogram("service"), histogram("connect"), histogram("lag"));
    }

    static void record(Histogram histogram, long nanos) {
        histogram.recordValue(Math.clamp(nanos, 0, LONGEST_NANOS));
    }

    /**
     * The four, in the order of the components; the tag of each is its name in files.
     *
     * @return response, service, connect, lag
     */
    public List<Histogram> all() {
        return List.of(responseTime, serviceTime, connectTime, scheduleLag);
    }

    void addTo(Latencies sum) {
        sum.responseTime.add(responseTime);
        sum.serviceTime.add(serviceTime);
        sum.connectTime.add(connectTime);
        sum.scheduleLag.add(scheduleLag);
    }

    void reset() {
        all().forEach(Latencies::clear);
    }

    /** Without its tag, which {@link Histogram#reset()} forgets. */
    private static void clear(Histogram histogram) {
        String tag = histogram.getTag();
        histogram.reset();
        histogram.setTag(tag);
    }

    static Histogram histogram(String tag) {
        Histogram histogram = new Histogram(LONGEST_NANOS, SIGNIFICANT_DIGITS);
        histogram.setTag(tag);
        return histogram;
    }
}
