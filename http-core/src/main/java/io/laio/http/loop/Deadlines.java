package io.laio.http.loop;

import java.util.ArrayList;
import java.util.List;

/** Every kind of deadline that a loop watches. Made before the loop, so that its strategies can have some. Confined to the loop. */
public final class Deadlines {
    private final List<DeadlineQueue> queues = new ArrayList<>();

    /** Watches nothing. */
    public Deadlines() {}

    /**
     * Makes a kind of deadline.
     *
     * @param durationNanos how long deadlines of this kind last
     * @return their queue
     */
    public DeadlineQueue lasting(long durationNanos) {
        DeadlineQueue queue = new DeadlineQueue(durationNanos);
        queues.add(queue);
        return queue;
    }

    /**
     * Runs what every passed deadline asks for.
     *
     * @param nowNanos the time
     */
    public void expire(long nowNanos) {
        for (int i = 0; i < queues.size(); i++) {
            queues.get(i).expire(nowNanos);
        }
    }

    /**
     * How long until the next deadline passes.
     *
     * @param nowNanos the time
     * @return nanoseconds, 0 if one has passed, {@link Long#MAX_VALUE} if there is none
     */
    public long nanosToNext(long nowNanos) {
        long nearest = Long.MAX_VALUE;
        for (int i = 0; i < queues.size(); i++) {
            nearest = Math.min(nearest, queues.get(i).nanosToNext(nowNanos));
        }
        return nearest;
    }
}
