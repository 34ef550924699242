package io.laio.workload.replay;

import org.HdrHistogram.Histogram;

/**
 * Requests that had no end when a replay was stopped: they are in no count and no histogram of answers, and must not be
 * forgotten for that, because a server that answers nothing has only such.
 *
 * @param underWay how many had been begun
 * @param unmade how many were due by then, in an open loop, and had not been begun
 * @param waited how long each had waited since its intended moment, in nanoseconds: its response time is more than that
 */
public record Unfinished(long underWay, long unmade, Histogram waited) {
    /** The histogram's name in files. */
    static final String TAG = "unfinished";

    static Unfinished none() {
        return new Unfinished(0, 0, Latencies.histogram(TAG));
    }

    /**
     * How many there are.
     *
     * @return their number
     */
    public long count() {
        return underWay + unmade;
    }

    Unfinished plus(Unfinished other) {
        Histogram both = waited.copy();
        both.add(other.waited);
        both.setTag(TAG);
        return new Unfinished(underWay + other.underWay, unmade + other.unmade, both);
    }
}
