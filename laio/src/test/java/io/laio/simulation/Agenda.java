package io.laio.simulation;

import java.util.PriorityQueue;

/** What is going to happen, in simulated time. Nothing runs by itself: time passes only when a method here is called. */
final class Agenda {
    /** A time limit that is none. */
    static final long NEVER = Long.MAX_VALUE;

    private record Event(long nanos, long order, Runnable action) implements Comparable<Event> {
        @Override
        public int compareTo(Event other) {
            return nanos != other.nanos ? Long.compare(nanos, other.nanos) : Long.compare(order, other.order);
        }
    }

    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private long now;
    private long orders;
    private long waited;

    /** The time since the start, in nanoseconds. */
    long now() {
        return now;
    }

    /** Plans something. */
    void in(long nanos, Runnable action) {
        events.add(new Event(now + nanos, orders++, action));
    }

    /** Lets time pass; what falls due happens meanwhile. */
    void pass(long nanos) {
        long end = now + nanos;
        boolean happened = true;
        while (happened) {
            happened = advance(end);
        }
    }

    /** As {@link #advance}, of a thread that waits. */
    boolean await(long deadline) {
        long before = now;
        boolean happened = advance(deadline);
        waited += now - before;
        return happened;
    }

    /** How long the thread has waited so far, in nanoseconds. */
    long waited() {
        return waited;
    }

    /** Goes on to the next event, and lets it happen; false if there is none before the deadline, which it is now. */
    boolean advance(long deadline) {
        Event next = events.peek();
        if (next == null || next.nanos > deadline) {
            if (deadline == NEVER) {
                throw new AssertionError("waits for ever: nothing is going to happen");
            }
            now = Math.max(now, deadline);
            return false;
        }
        now = Math.max(now, next.nanos);
        events.remove(next);
        next.action.run();
        return true;
    }
}
