package io.laio.workload.cli;

import io.laio.analysis.files.GrowingFile;
import io.laio.workload.replay.ReplayIntervals;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Files that grow with each interval of a replay, and get their names when it is done. */
final class IntervalFiles implements Closeable {
    private final Duration interval;
    private final List<GrowingFile> files = new ArrayList<>();
    private final List<ReplayIntervals> listeners = new ArrayList<>();

    IntervalFiles(Duration interval) {
        this.interval = interval;
    }

    /** What writes intervals to a stream. */
    interface Format {
        ReplayIntervals on(OutputStream out) throws IOException;
    }

    void add(Path path, Format format) throws IOException {
        GrowingFile file = new GrowingFile(path);
        files.add(file);
        listeners.add(format.on(file.out()));
    }

    Duration interval() {
        return interval;
    }

    ReplayIntervals listener() {
        return ReplayIntervals.all(listeners);
    }

    void commit() throws IOException {
        for (GrowingFile file : files) {
            file.commit();
        }
    }

    @Override
    public void close() throws IOException {
        for (GrowingFile file : files) {
            file.close();
        }
    }
}
