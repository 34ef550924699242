package io.laio.testbed.disk.model.parallel;

/**
 * A limit on a rate: tokens come at a constant rate, up to as many as the bucket holds; who needs some waits until they are
 * there. Exact: fractions of a nanosecond are carried, so that any number of tokens taken without a pause takes as long as it
 * must. Takers are served in the order in which they ask.
 */
final class TokenBucket {
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    private final long tokensPerSecond;
    private final long holdsNanos;

    /** When the bucket is full again if nobody takes any more. */
    private long fullAtNanos = Long.MIN_VALUE;

    /** What is missing to that, in parts of a nanosecond: so many of tokensPerSecond. */
    private long fraction;

    /**
     * A full bucket.
     *
     * @param tokensPerSecond the rate
     * @param holdsNanos how much it holds, told as the time in which that comes
     */
    TokenBucket(long tokensPerSecond, long holdsNanos) {
        this.tokensPerSecond = tokensPerSecond;
        this.holdsNanos = holdsNanos;
    }

    /**
     * Takes tokens. More than the bucket holds are there when it is full and the rest has come.
     *
     * @param tokens how many, up to 2^32
     * @param nowNanos the time; not before that of an earlier call
     * @return when they are there
     */
    long take(long tokens, long nowNanos) {
        if (fullAtNanos < nowNanos) {
            fullAtNanos = nowNanos;
            fraction = 0;
        }
        long parts = tokens * NANOS_PER_SECOND + fraction;
        fullAtNanos += parts / tokensPerSecond;
        fraction = parts % tokensPerSecond;
        return Math.max(nowNanos, fullAtNanos - holdsNanos);
    }
}
