package io.laio.comparison.results;

import org.jspecify.annotations.Nullable;

/**
 * One bar of the histogram of blocked times of loop turns.
 *
 * @param upToMicros upper bound of the blocked time of the turns counted here, in microseconds; the lower bound is the
 *     bucket before; {@code null} for the last, which has none
 * @param turns loop turns
 */
public record StallBucket(@Nullable Long upToMicros, long turns) {}
