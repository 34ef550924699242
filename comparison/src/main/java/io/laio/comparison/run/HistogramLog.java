package io.laio.comparison.run;

import io.laio.analysis.files.WholeFiles;
import io.laio.workload.replay.Latencies;
import io.laio.workload.replay.ReplayResult;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;

/** Writes the whole distributions of one run in the format of HdrHistogram's logs ({@code .hlog}), nanoseconds, by tag. */
final class HistogramLog {
    private HistogramLog() {}

    static void write(ReplayResult replay, Path file) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PrintStream stream = new PrintStream(bytes, false, StandardCharsets.US_ASCII)) {
            HistogramLogWriter writer = new HistogramLogWriter(stream);
            writer.outputLogFormatVersion();
            writer.outputStartTime(replay.startedAt().toEpochMilli());
            writer.outputLegend();
            Latencies latencies = replay.latencies();
            for (Histogram histogram : List.of(
                    latencies.responseTime(),
                    latencies.serviceTime(),
                    latencies.connectTime(),
                    latencies.scheduleLag())) {
                writer.outputIntervalHistogram(0, replay.elapsedNanos() / 1e9, histogram);
            }
        }
        WholeFiles.write(file, bytes.toByteArray());
    }
}
