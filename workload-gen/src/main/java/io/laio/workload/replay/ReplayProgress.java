package io.laio.workload.replay;

/** Is told about once a second how a replay is getting on, on the thread that replays: it should not take long. */
@FunctionalInterface
public interface ReplayProgress {
    /** Tells nobody. */
    ReplayProgress NONE = snapshot -> {};

    /**
     * Some time has passed.
     *
     * @param snapshot where the replay is
     */
    void at(Snapshot snapshot);

    /**
     * Where a replay is.
     *
     * @param elapsedNanos time since its beginning
     * @param requests how many requests have been answered correctly or failed
     * @param failures how many of them failed
     * @param bytes content received in correct responses
     * @param openConnections how many connections are open
     */
    record Snapshot(long elapsedNanos, long requests, long failures, long bytes, int openConnections) {}
}
