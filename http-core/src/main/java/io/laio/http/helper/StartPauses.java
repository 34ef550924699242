package io.laio.http.helper;

import io.laio.http.loop.Clock;

/** Helpers that are of no use are not started one after the other without end: pauses between starts grow. Confined to the loop. */
final class StartPauses {
    /** The wait before the next start when two helpers in a row were lost before they did anything; then it doubles. */
    static final long MIN_NANOS = 10_000_000;

    static final long MAX_NANOS = MIN_NANOS << 10;

    private final Clock clock;
    private int lostInARow;
    private long pauseNanos;
    private long nextStartNanos;

    StartPauses(Clock clock) {
        this.clock = clock;
        this.nextStartNanos = clock.nanos();
    }

    boolean areOver() {
        return clock.nanos() - nextStartNanos >= 0;
    }

    /** A helper was lost before it did anything. */
    void lost() {
        if (lostInARow++ > 0) {
            pauseNanos = Math.clamp(2 * pauseNanos, MIN_NANOS, MAX_NANOS);
            nextStartNanos = clock.nanos() + pauseNanos;
        }
    }

    /** A helper has done something. */
    void useful() {
        lostInARow = 0;
        pauseNanos = 0;
    }
}
