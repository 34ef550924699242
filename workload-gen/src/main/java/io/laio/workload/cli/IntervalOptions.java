package io.laio.workload.cli;

import io.laio.workload.replay.HistogramLog;
import io.laio.workload.replay.IntervalTable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is written down of each stretch of a replay. */
@SuppressWarnings("NullAway.Init") // picocli fills the fields
final class IntervalOptions {
    @Option(
            names = "--hlog",
            paramLabel = "FILE",
            description = "write the histograms of each interval as an HdrHistogram log")
    private @Nullable Path hlog;

    @Option(names = "--csv", paramLabel = "FILE", description = "write the figures of each interval as a table (CSV)")
    private @Nullable Path csv;

    @Option(
            names = "--interval",
            paramLabel = "T",
            defaultValue = "1s",
            converter = Units.DurationConverter.class,
            description = "how long an interval is (default: ${DEFAULT-VALUE})")
    private Duration interval;

    /** Opens the files, so that it is known before the replay whether they can be written. */
    IntervalFiles open() throws IOException {
        if (interval.isZero()) {
            throw new IllegalArgumentException("--interval must be above 0");
        }
        if (hlog != null && hlog.equals(csv)) {
            throw new IllegalArgumentException("--hlog and --csv cannot be the same file");
        }
        IntervalFiles files = new IntervalFiles(interval);
        try {
            if (hlog != null) {
                files.add(hlog, HistogramLog::new);
            }
            if (csv != null) {
                files.add(csv, IntervalTable::new);
            }
            return files;
        } catch (IOException | IllegalArgumentException e) {
            files.close();
            throw e;
        }
    }
}
