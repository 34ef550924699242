package io.laio.workload.replay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What happened in each interval, as CSV (RFC 4180): a row each, times in milliseconds; where nothing was answered, times are
 * empty. The columns are described in docs/replay-output.md. Belongs to one thread.
 */
public final class IntervalTable implements ReplayIntervals {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEGABITS_PER_BYTE_PER_NANO = 8e3;

    private final OutputStream out;

    /**
     * Begins a table with its header.
     *
     * @param out where it is written; the caller closes it
     * @throws IOException if nothing can be written there
     */
    public IntervalTable(OutputStream out) throws IOException {
        this.out = out;
        List<String> names = new ArrayList<>(List.of(
                "fromSeconds",
                "toSeconds",
                "requests",
                "failures",
                "bytes",
                "requestsPerSecond",
                "throughputMbps",
                "openConnections"));
        for (String time : List.of("response", "service", "connect", "lag")) {
            for (String figure : List.of("Mean", "P50", "P90", "P99", "P999", "Max")) {
                names.add(time + figure + "Millis");
            }
        }
        write(names);
    }

    @Override
    public void ended(Interval interval) throws IOException {
        long nanos = Math.max(1, interval.toNanos() - interval.fromNanos());
        List<String> row = new ArrayList<>(List.of(
                decimals(interval.fromNanos() / NANOS_PER_SECOND),
                decimals(interval.toNanos() / NANOS_PER_SECOND),
                Long.toString(interval.requests()),
                Long.toString(interval.failures()),
                Long.toString(interval.bytes()),
                decimals((interval.requests() - interval.failures()) * NANOS_PER_SECOND / nanos),
                decimals(interval.bytes() * MEGABITS_PER_BYTE_PER_NANO / nanos),
                Integer.toString(interval.openConnections())));
        interval.latencies().all().forEach(histogram -> row.addAll(times(histogram)));
        write(row);
    }

    private static List<String> times(Histogram histogram) {
        if (histogram.getTotalCount() == 0) {
            return List.of("", "", "", "", "", "");
        }
        return List.of(
                millis(histogram.getMean()),
                millis((double) histogram.getValueAtPercentile(50)),
                millis((double) histogram.getValueAtPercentile(90)),
                millis((double) histogram.getValueAtPercentile(99)),
                millis((double) histogram.getValueAtPercentile(99.9)),
                millis((double) histogram.getMaxValue()));
    }

    private static String millis(double nanos) {
        return decimals(nanos / NANOS_PER_MILLI);
    }

    private static String decimals(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }

    /** Row by row, so that what was measured can be watched. */
    private void write(List<String> row) throws IOException {
        out.write((String.join(",", row) + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
