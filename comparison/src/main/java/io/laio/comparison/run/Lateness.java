package io.laio.comparison.run;

import io.laio.testbed.disk.daemon.DiskStatistics;

/**
 * By how much an emulated disk was slower than its model in a run, because the host's disk was.
 *
 * @param requests requests that it answered
 * @param lateRequests how many of them later than the model said
 * @param lateNanos by how much, all of them together
 * @param outstandingNanos how long all requests together were outstanding at the disk
 * @param elapsedNanos how long the run took
 */
record Lateness(long requests, long lateRequests, long lateNanos, long outstandingNanos, long elapsedNanos) {
    static Lateness between(DiskStatistics before, DiskStatistics after, long elapsedNanos) {
        return new Lateness(
                after.requests() - before.requests(),
                after.lateRequests() - before.lateRequests(),
                after.lateNanos() - before.lateNanos(),
                after.depthNanos() - before.depthNanos(),
                elapsedNanos);
    }

    /** How much of the time for which somebody waited for the disk the host's disk added, 0 to 1. */
    double fraction() {
        return outstandingNanos == 0 ? 0 : (double) lateNanos / outstandingNanos;
    }

    /**
     * The most by which it can have made the run longer, as part of its time, 0 or more: as if all had waited for each late
     * request, and for one after the other.
     */
    double ofTheRun() {
        return elapsedNanos == 0 ? 0 : (double) lateNanos / elapsedNanos;
    }
}
