package io.laio.workload.replay;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.HdrHistogram.Histogram;

/**
 * What happened in each interval, as CSV (RFC 4180): a row each, times in milliseconds; where nothing was answered, times are
 * empty. The columns are described in docs/replay-output.md.
 *
 * <p>Written beside the file and renamed by {@link #commit}; closing without that leaves nothing. Belongs to one thread.
 */
public final class IntervalTable implements ReplayIntervals, Closeable {
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double MEGABITS_PER_BYTE_PER_NANO = 8e3;

    private final Path file;
    private final Path part;
    private final BufferedWriter out;

    /**
     * Begins a table.
     *
     * @param file where it will be; replaced if it exists
     * @throws IOException if nothing can be written there
     */
    public IntervalTable(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.out = Files.newBufferedWriter(part);
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
        out.write(String.join(",", row) + "\r\n");
        out.flush();
    }

    /**
     * Completes the file under its own name.
     *
     * @throws IOException if it cannot be written
     */
    public void commit() throws IOException {
        out.close();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }
}
