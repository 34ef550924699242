package io.laio.comparison.results;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the clients saw in one run.
 *
 * @param throughputMbps bits of response bodies received per second, in millions
 * @param requestsPerSecond responses received complete and right, per second
 * @param responseTimeMillis from the intended sending of a request to the last byte of its response
 * @param serviceTimeMillis from the actual sending to the last byte
 * @param scheduleLagMillis from the intended to the actual sending; all zero in a closed loop
 * @param requests responses received complete and right
 * @param bytes bytes of their bodies
 * @param failures requests that failed, by class of failure; classes without failures may be left out
 */
public record Performance(
        double throughputMbps,
        double requestsPerSecond,
        Percentiles responseTimeMillis,
        Percentiles serviceTimeMillis,
        Percentiles scheduleLagMillis,
        long requests,
        long bytes,
        SortedMap<String, Long> failures) {

    /** Copies the failures. */
    public Performance {
        failures = Collections.unmodifiableSortedMap(new TreeMap<>(failures));
    }

    /**
     * Requests that failed, of whatever class.
     *
     * @return the sum over {@link #failures}
     */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }
}
