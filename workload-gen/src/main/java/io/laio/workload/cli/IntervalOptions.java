package io.laio.workload.cli;

import io.laio.workload.replay.HistogramLog;
import io.laio.workload.replay.IntervalTable;
import io.laio.workload.replay.ReplayIntervals;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
    Files open() throws IOException {
        if (interval.isZero()) {
            throw new IllegalArgumentException("--interval must be above 0");
        }
        if (hlog != null && hlog.equals(csv)) {
            throw new IllegalArgumentException("--hlog and --csv cannot be the same file");
        }
        Files files = new Files(interval);
        try {
            if (hlog != null) {
                files.log = new HistogramLog(hlog);
            }
            if (csv != null) {
                files.table = new IntervalTable(csv);
            }
            return files;
        } catch (IOException e) {
            files.close();
            throw e;
        }
    }

    /** The files while they are written. */
    static final class Files implements Closeable {
        private final Duration interval;
        private @Nullable HistogramLog log;
        private @Nullable IntervalTable table;

        private Files(Duration interval) {
            this.interval = interval;
        }

        Duration interval() {
            return interval;
        }

        ReplayIntervals listener() {
            List<ReplayIntervals> listeners = new ArrayList<>();
            if (log != null) {
                listeners.add(log);
            }
            if (table != null) {
                listeners.add(table);
            }
            return ReplayIntervals.all(listeners);
        }

        /** Gives the files their names. */
        void commit() throws IOException {
            if (log != null) {
                log.commit();
            }
            if (table != null) {
                table.commit();
            }
        }

        @Override
        public void close() throws IOException {
            if (log != null) {
                log.close();
            }
            if (table != null) {
                table.close();
            }
        }
    }
}
