package io.laio.workload.replay;

import io.laio.workload.replay.ReplayIntervals.Interval;
import java.io.IOException;

/** Cuts a replay into intervals of about a length: each ends with the first tick of the loop after it. Belongs to one thread. */
final class IntervalClock {
    private final ReplayIntervals listener;
    private final Recorder recorder;
    private final Network network;
    private final long lengthNanos;
    private final long startNanos;
    private long fromNanos;
    private long requests;
    private long failures;
    private long bytes;

    IntervalClock(ReplayIntervals listener, Session session, long lengthNanos, long startNanos) {
        this.listener = listener;
        this.recorder = session.recorder;
        this.network = session.network;
        this.lengthNanos = lengthNanos;
        this.startNanos = startNanos;
        this.fromNanos = startNanos;
    }

    void tick(long nowNanos) throws IOException {
        if (nowNanos - fromNanos >= lengthNanos) {
            end(nowNanos);
        }
    }

    /** Ends the interval, however short it is. */
    void end(long nowNanos) throws IOException {
        listener.ended(new Interval(
                fromNanos - startNanos,
                nowNanos - startNanos,
                recorder.requests() - requests,
                recorder.failed() - failures,
                recorder.bytes() - bytes,
                network.openConnections(),
                recorder.interval()));
        recorder.endInterval();
        fromNanos = nowNanos;
        requests = recorder.requests();
        failures = recorder.failed();
        bytes = recorder.bytes();
    }
}
