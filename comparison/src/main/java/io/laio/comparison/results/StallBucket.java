package io.laio.comparison.results;

/**
 * One bar of the histogram of blocked times of loop turns.
 *
 * @param upToMicros upper bound of the blocked time of the turns counted here, in microseconds; the lower bound is the
 *     bucket before
 * @param turns loop turns
 */
public record StallBucket(long upToMicros, long turns) {}
