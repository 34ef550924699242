package io.laio.testbed.disk.model.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class TokenBucketTest {
    private static final long SECOND = 1_000_000_000;

    /** 3 a second for a million tokens: 333,333.3 seconds, to the nanosecond, though a token takes no whole number of them. */
    @Test
    void noFractionIsLost() {
        TokenBucket bucket = new TokenBucket(3, 0);
        long last = 0;
        for (int i = 0; i < 1_000_000; i++) {
            last = bucket.take(1, 0);
        }
        assertEquals(1_000_000 * SECOND / 3, last);
    }

    @Test
    void aFullBucketServesItsContentAtOnceAndThenTheRate() {
        TokenBucket bucket = new TokenBucket(1000, SECOND / 10);
        for (int i = 0; i < 100; i++) {
            assertEquals(SECOND, bucket.take(1, SECOND), "token " + i);
        }
        assertEquals(SECOND + 1_000_000, bucket.take(1, SECOND));
        assertEquals(SECOND + 2_000_000, bucket.take(1, SECOND));
    }

    @Test
    void aPauseFillsItAgainAndNoMore() {
        TokenBucket bucket = new TokenBucket(1000, SECOND / 10);
        bucket.take(100, 0);
        assertEquals(3600 * SECOND, bucket.take(100, 3600 * SECOND));
        assertEquals(3600 * SECOND + 1_000_000, bucket.take(1, 3600 * SECOND));
    }

    @Test
    void moreThanItHoldsComesWhenItHasCome() {
        TokenBucket bucket = new TokenBucket(1000, SECOND / 10);
        assertEquals(SECOND * 9 / 10, bucket.take(1000, 0));
    }

    /** Over any time the bucket gives at most its content and what came: whatever is asked, and when. */
    @Test
    void noWindowGetsMoreThanTheRateAndTheContent() {
        for (long seed = 0; seed < 20; seed++) {
            SplittableRandom random = new SplittableRandom(seed);
            TokenBucket bucket = new TokenBucket(24_000, SECOND / 100);
            long now = 0;
            long[] given = new long[2_000];
            for (int i = 0; i < given.length; i++) {
                now += random.nextInt(4) == 0 ? random.nextLong(1_000_000) : 0;
                given[i] = bucket.take(1, now);
            }
            for (int from = 0; from < given.length; from += 37) {
                for (int to = from; to < given.length; to += 41) {
                    double came = (given[to] - given[from]) * 24_000.0 / SECOND;
                    assertTrue(to - from + 1 <= 240 + came + 1.001, "seed " + seed + ": " + from + " to " + to);
                }
            }
        }
    }

    @Test
    void timesMayBeNegative() {
        TokenBucket bucket = new TokenBucket(10, 0);
        assertEquals(-5 * SECOND + SECOND / 10, bucket.take(1, -5 * SECOND));
        assertEquals(-5 * SECOND + SECOND / 5, bucket.take(1, -5 * SECOND));
    }
}
