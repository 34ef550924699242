package io.laio.comparison.run;

import io.laio.testbed.disk.daemon.DiskStatistics;

/**
 * How often an emulated disk was slower than its model in a run, because the host's disk was.
 *
 * @param requests requests that it answered
 * @param lateRequests how many of them later than the model said
 */
record Lateness(long requests, long lateRequests) {
    static Lateness between(DiskStatistics before, DiskStatistics after) {
        return new Lateness(after.requests() - before.requests(), after.lateRequests() - before.lateRequests());
    }

    /** 0 to 1. */
    double fraction() {
        return requests == 0 ? 0 : (double) lateRequests / requests;
    }
}
