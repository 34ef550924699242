package io.laio.workload.replay;

import io.laio.workload.trace.TraceHeader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms as an HdrHistogram log: for each interval one line a tag ({@code response}, {@code service}, {@code connect},
 * {@code lag}), values in nanoseconds, the maximum column in milliseconds. Belongs to one thread.
 */
public final class HistogramLog implements ReplayIntervals {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final OutputStream out;

    // The library's writer wants a print stream, which would keep errors to itself.
    private final ByteArrayOutputStream lines = new ByteArrayOutputStream();
    private final HistogramLogWriter writer =
            new HistogramLogWriter(new PrintStream(lines, true, StandardCharsets.UTF_8));
    private double startSeconds;

    /**
     * Prepares.
     *
     * @param out where it is written; the caller closes it
     */
    public HistogramLog(OutputStream out) {
        this.out = out;
    }

    /**
     * Writes a log with one interval for a whole run.
     *
     * @param result whose histograms
     * @param out where
     * @throws IOException if it cannot be written
     */
    public static void write(ReplayResult result, OutputStream out) throws IOException {
        HistogramLog log = new HistogramLog(out);
        log.began(result.trace(), result.startedAt());
        log.write(0, result.elapsedNanos(), result.latencies());
    }

    @Override
    public void began(TraceHeader trace, Instant startedAt) throws IOException {
        startSeconds = startedAt.toEpochMilli() / MILLIS_PER_SECOND;
        writer.outputComment(
                "[laio workload replay of " + trace.name() + ", sha256 " + trace.sha256() + ", values in nanoseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startedAt.toEpochMilli());
        writer.outputLegend();
        flush();
    }

    @Override
    public void ended(Interval interval) throws IOException {
        write(interval.fromNanos(), interval.toNanos(), interval.latencies());
    }

    private void write(long fromNanos, long toNanos, Latencies latencies) throws IOException {
        for (Histogram histogram : latencies.all()) {
            writer.outputIntervalHistogram(
                    startSeconds + fromNanos / NANOS_PER_SECOND,
                    startSeconds + toNanos / NANOS_PER_SECOND,
                    histogram,
                    NANOS_PER_MILLI);
        }
        flush();
    }

    private void flush() throws IOException {
        lines.writeTo(out);
        lines.reset();
        out.flush();
    }
}
