package io.laio.http.helper;

/** Counts what {@link HelperStatistics} tell of one kind. Written by the loop; others may read values of slightly different moments. */
final class HelperCounters {
    long spawned;
    long retired;
    long died;
    long hung;
    long asked;
    long joined;
    int queuedMax;
    long retried;
    long repeatedBlocking;

    void queued(int waiting) {
        queuedMax = Math.max(queuedMax, waiting);
    }

    HelperStatistics with(int limit, int running) {
        return new HelperStatistics(
                limit, running, spawned, retired, died, hung, asked, joined, queuedMax, retried, repeatedBlocking);
    }

    void reset() {
        spawned = 0;
        retired = 0;
        died = 0;
        hung = 0;
        asked = 0;
        joined = 0;
        queuedMax = 0;
        retried = 0;
        repeatedBlocking = 0;
    }
}
