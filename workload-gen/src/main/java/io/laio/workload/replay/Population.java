package io.laio.workload.replay;

/**
 * How many requests were in the system, on average over time: those under way, counted from their beginnings to their ends as
 * the clock goes, and before that each from its intended moment. For Little's law (Little, Operations Research 9(3), 1961),
 * which compares it with what was counted in another way. Belongs to one thread.
 */
final class Population {
    private long requests;
    private long lastNanos;
    private double requestNanos;

    /** A request is begun that could have been since its moment. */
    void enter(long intendedNanos, long nowNanos) {
        pass(nowNanos);
        requests++;
        requestNanos += nowNanos - intendedNanos;
    }

    /** A request has ended, whatever came of it. */
    void leave(long nowNanos) {
        pass(nowNanos);
        requests--;
    }

    /** A request that was never begun had waited for so long. */
    void waited(long nanos) {
        requestNanos += nanos;
    }

    /** The average over so long a time. */
    double mean(long elapsedNanos) {
        return requestNanos / elapsedNanos;
    }

    private void pass(long nowNanos) {
        requestNanos += (double) requests * (nowNanos - lastNanos);
        lastNanos = nowNanos;
    }
}
