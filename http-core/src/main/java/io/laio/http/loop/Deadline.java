package io.laio.http.loop;

import org.jspecify.annotations.Nullable;

/**
 * A moment by which something must have happened: a node of at most one {@link DeadlineQueue}. Confined to the loop.
 */
public final class Deadline {
    private final Runnable expired;

    @Nullable
    DeadlineQueue queue;

    @Nullable
    Deadline previous;

    @Nullable
    Deadline next;

    long nanos;

    /**
     * Makes a deadline that is not set.
     *
     * @param expired what to run, on the loop, if the moment passes; by then the deadline is not set any more
     */
    public Deadline(Runnable expired) {
        this.expired = expired;
    }

    /** Takes the deadline out of its queue; does nothing if it is in none. */
    public void cancel() {
        DeadlineQueue holder = queue;
        if (holder != null) {
            holder.remove(this);
        }
    }

    /**
     * Whether the moment is still to come.
     *
     * @return true from being added until it expires or is cancelled
     */
    public boolean isSet() {
        return queue != null;
    }

    void expire() {
        expired.run();
    }
}
