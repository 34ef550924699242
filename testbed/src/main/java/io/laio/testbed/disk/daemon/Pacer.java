package io.laio.testbed.disk.daemon;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.function.LongSupplier;

/**
 * Lets a device model decide when requests complete, by the real clock. With pacing off nobody waits for it: it is not asked
 * about new requests, and what it has already is done at once. It still works that off, unseen, as a drive does what it was
 * told, so it may be busy for a moment when pacing is on again. For one thread.
 */
final class Pacer {
    /** Is told which request the model is done with. */
    @FunctionalInterface
    interface Listener {
        /**
         * The model is done.
         *
         * @param request with which request
         * @param dueNanos since when
         */
        void done(DeviceRequest request, long dueNanos);
    }

    private final DeviceModel model;
    private final LongSupplier clock;
    private final Listener listener;
    private final HeldRequests held = new HeldRequests();
    private boolean paced = true;

    Pacer(DeviceModel model, LongSupplier clock, Listener listener) {
        this.model = model;
        this.clock = clock;
        this.listener = listener;
    }

    boolean isPaced() {
        return paced;
    }

    void pace(boolean on) {
        long now = clock.getAsLong();
        catchUp(now); // what was due before keeps its time
        paced = on;
        if (!on) {
            held.letGo().forEach(request -> listener.done(request, now));
        }
    }

    void arrive(DeviceRequest request) {
        long now = clock.getAsLong();
        if (paced) {
            catchUp(now);
            model.arrive(held.hold(request), now);
        } else {
            listener.done(request, now);
        }
    }

    /** Event by event, so that each completion is known to the nanosecond however late it is looked at. */
    private void catchUp(long nowNanos) {
        for (long due = model.nextEventNanos(); due <= nowNanos; due = model.nextEventNanos()) {
            long at = due;
            model.advance(at, ticket -> done(ticket, at));
        }
    }

    private void done(DeviceRequest ticket, long dueNanos) {
        DeviceRequest request = held.done(ticket);
        if (request != null) {
            listener.done(request, dueNanos);
        }
    }

    void catchUp() {
        catchUp(clock.getAsLong());
    }

    /** How long nothing will happen: 0 or more, or negative for ever. */
    long idleNanos() {
        long next = model.nextEventNanos();
        return next == Long.MAX_VALUE ? -1 : Math.max(0, next - clock.getAsLong());
    }
}
