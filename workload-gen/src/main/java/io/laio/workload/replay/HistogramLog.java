package io.laio.workload.replay;

import io.laio.workload.trace.TraceHeader;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Histograms as an HdrHistogram log: for each interval one line a tag ({@code response}, {@code service}, {@code connect},
 * {@code lag}), values in nanoseconds, the maximum column in milliseconds.
 *
 * <p>Written beside the file and renamed by {@link #commit}; closing without that leaves nothing. Belongs to one thread.
 */
public final class HistogramLog implements ReplayIntervals, Closeable {
    private static final double NANOS_PER_MILLI = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;
    private static final double MILLIS_PER_SECOND = 1e3;

    private final Path file;
    private final Path part;
    private final PrintStream out;
    private final HistogramLogWriter writer;
    private double startSeconds;

    /**
     * Begins a log.
     *
     * @param file where it will be; replaced if it exists
     * @throws IOException if nothing can be written there
     */
    public HistogramLog(Path file) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.out = new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8);
        this.writer = new HistogramLogWriter(out);
    }

    /**
     * Writes a log with one interval for a whole run.
     *
     * @param result whose histograms
     * @param file where; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static void write(ReplayResult result, Path file) throws IOException {
        try (HistogramLog log = new HistogramLog(file)) {
            log.began(result.trace(), result.startedAt());
            log.write(0, result.elapsedNanos(), result.latencies());
            log.commit();
        }
    }

    @Override
    public void began(TraceHeader trace, Instant startedAt) {
        startSeconds = startedAt.toEpochMilli() / MILLIS_PER_SECOND;
        writer.outputComment(
                "[laio workload replay of " + trace.name() + ", sha256 " + trace.sha256() + ", values in nanoseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startedAt.toEpochMilli());
        writer.outputLegend();
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
        check();
    }

    /**
     * Completes the file under its own name.
     *
     * @throws IOException if it cannot be written
     */
    public void commit() throws IOException {
        out.close();
        check();
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    @Override
    public void close() throws IOException {
        out.close();
        Files.deleteIfExists(part);
    }

    /** A print stream keeps its errors to itself. */
    private void check() throws IOException {
        if (out.checkError()) {
            throw new IOException(file + ": cannot be written");
        }
    }
}
