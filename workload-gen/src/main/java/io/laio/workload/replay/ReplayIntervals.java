package io.laio.workload.replay;

import io.laio.workload.trace.TraceHeader;
import java.io.IOException;
import java.time.Instant;
import java.util.List;

/** Is told what happened in each stretch of a replay, on the thread that replays: it should not take long. */
@FunctionalInterface
public interface ReplayIntervals {
    /** Tells nobody. */
    ReplayIntervals NONE = interval -> {};

    /**
     * The replay begins.
     *
     * @param trace what is played
     * @param startedAt now
     * @throws IOException if it cannot be written down, which ends the replay
     */
    default void began(TraceHeader trace, Instant startedAt) throws IOException {}

    /**
     * An interval has ended.
     *
     * @param interval what happened in it
     * @throws IOException if it cannot be written down, which ends the replay
     */
    void ended(Interval interval) throws IOException;

    /**
     * Several, told in order.
     *
     * @param listeners who is told
     * @return one for all
     */
    static ReplayIntervals all(List<? extends ReplayIntervals> listeners) {
        return new ReplayIntervals() {
            @Override
            public void began(TraceHeader trace, Instant startedAt) throws IOException {
                for (ReplayIntervals listener : listeners) {
                    listener.began(trace, startedAt);
                }
            }

            @Override
            public void ended(Interval interval) throws IOException {
                for (ReplayIntervals listener : listeners) {
                    listener.ended(interval);
                }
            }
        };
    }

    /**
     * What happened in an interval.
     *
     * @param fromNanos its beginning, from that of the replay
     * @param toNanos its end
     * @param requests how many requests ended in it, correctly or not
     * @param failures how many of them failed
     * @param bytes content of its correct responses
     * @param openConnections how many connections were open at its end
     * @param latencies times of its correct responses, valid during the call
     */
    record Interval(
            long fromNanos,
            long toNanos,
            long requests,
            long failures,
            long bytes,
            int openConnections,
            Latencies latencies) {}
}
