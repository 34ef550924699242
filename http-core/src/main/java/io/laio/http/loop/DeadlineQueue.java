package io.laio.http.loop;

import org.jspecify.annotations.Nullable;

/**
 * Deadlines of one duration. Because all last equally long, the order of setting is the order of expiry, so that setting,
 * cancelling and finding the next are single steps. Confined to the loop.
 */
public final class DeadlineQueue {
    private final long durationNanos;
    private @Nullable Deadline first;
    private @Nullable Deadline last;

    /**
     * Makes an empty queue.
     *
     * @param durationNanos how long each deadline lasts, 1 or more
     */
    public DeadlineQueue(long durationNanos) {
        if (durationNanos < 1) {
            throw new IllegalArgumentException("durationNanos must be 1 or more, is " + durationNanos);
        }
        this.durationNanos = durationNanos;
    }

    /**
     * Sets a deadline, anew if it was set.
     *
     * @param deadline the deadline; if it is in another queue it leaves that
     * @param nowNanos the time; never before that of an earlier call
     */
    public void set(Deadline deadline, long nowNanos) {
        deadline.cancel();
        deadline.queue = this;
        deadline.nanos = nowNanos + durationNanos;
        deadline.previous = last;
        if (last == null) {
            first = deadline;
        } else {
            last.next = deadline;
        }
        last = deadline;
    }

    void remove(Deadline deadline) {
        Deadline before = deadline.previous;
        Deadline after = deadline.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after == null) {
            last = before;
        } else {
            after.previous = before;
        }
        deadline.queue = null;
        deadline.previous = null;
        deadline.next = null;
    }

    /**
     * Runs what every passed deadline asks for.
     *
     * @param nowNanos the time
     */
    public void expire(long nowNanos) {
        for (Deadline head = first; head != null && head.nanos - nowNanos <= 0; head = first) {
            remove(head);
            head.expire();
        }
    }

    /**
     * How long until the next deadline passes.
     *
     * @param nowNanos the time
     * @return nanoseconds, 0 if one has passed, {@link Long#MAX_VALUE} if there is none
     */
    public long nanosToNext(long nowNanos) {
        Deadline head = first;
        return head == null ? Long.MAX_VALUE : Math.max(0, head.nanos - nowNanos);
    }
}
