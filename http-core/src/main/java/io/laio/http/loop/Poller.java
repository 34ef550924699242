package io.laio.http.loop;

/**
 * The loop's one wait. Events are collected by {@link #submit} and {@link #await} and delivered by {@link #dispatch}: no
 * handler ever runs inside the two.
 */
public interface Poller extends AutoCloseable {
    /**
     * Hands everything that was queued to the kernel, without waiting.
     *
     * @return whether events are ready to be dispatched
     */
    boolean submit();

    /**
     * Waits for events. Only this call may sleep.
     *
     * @param timeoutNanos the longest wait, {@link Long#MAX_VALUE} for ever; a wake-up ends it early
     */
    void await(long timeoutNanos);

    /** Runs the handlers of the events that were collected. */
    void dispatch();

    /** Ends a wait, or the next one; may be called from any thread. */
    void wakeup();

    /** Frees what the poller holds; called on the loop's thread, when nothing is in flight any more. */
    @Override
    void close();
}
