package io.laio.workload.replay;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/**
 * A result's histograms as an HdrHistogram log: one interval for the whole run, one line a tag ({@code response},
 * {@code service}, {@code connect}, {@code lag}), values in nanoseconds, the maximum column in milliseconds.
 */
public final class HistogramLog {
    private static final double NANOS_PER_MILLI = 1e6;

    private HistogramLog() {}

    /**
     * Writes the log beside the file and renames it.
     *
     * @param result whose histograms
     * @param file where; replaced if it exists
     * @throws IOException if it cannot be written
     */
    public static void write(ReplayResult result, Path file) throws IOException {
        Path part = file.resolveSibling(file.getFileName() + ".part");
        try (PrintStream out = new PrintStream(Files.newOutputStream(part), false, StandardCharsets.UTF_8)) {
            write(result, new HistogramLogWriter(out));
            if (out.checkError()) {
                throw new IOException(file + ": cannot be written");
            }
        }
        Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static void write(ReplayResult result, HistogramLogWriter writer) {
        long startMillis = result.startedAt().toEpochMilli();
        writer.outputComment("[laio workload replay of " + result.trace().name() + ", sha256 "
                + result.trace().sha256() + ", values in nanoseconds]");
        writer.outputLogFormatVersion();
        writer.outputStartTime(startMillis);
        writer.outputLegend();
        Latencies latencies = result.latencies();
        for (Histogram histogram : new Histogram[] {
            latencies.responseTime(), latencies.serviceTime(), latencies.connectTime(), latencies.scheduleLag()
        }) {
            writer.outputIntervalHistogram(
                    startMillis / 1e3, startMillis / 1e3 + result.elapsedNanos() / 1e9, histogram, NANOS_PER_MILLI);
        }
    }
}
