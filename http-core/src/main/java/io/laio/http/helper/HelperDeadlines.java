package io.laio.http.helper;

import io.laio.http.loop.DeadlineQueue;
import io.laio.http.loop.Deadlines;

/**
 * The times that helpers of a loop have.
 *
 * @param idle until those that are not the reserve end
 * @param refill until it is looked whether the reserve can be filled again
 * @param answer until a request has to be answered
 */
record HelperDeadlines(DeadlineQueue idle, DeadlineQueue refill, DeadlineQueue answer) {
    /** How often it is looked whether the reserve may be filled again; the pauses between starts hold there too. */
    static final long REFILL_NANOS = 100_000_000;

    private static final long NANOS_PER_MILLI = 1_000_000;

    static HelperDeadlines of(Deadlines deadlines, HelperLimits limits) {
        return new HelperDeadlines(
                deadlines.lasting(limits.idleMillis() * NANOS_PER_MILLI),
                deadlines.lasting(REFILL_NANOS),
                deadlines.lasting(limits.answerMillis() * NANOS_PER_MILLI));
    }
}
