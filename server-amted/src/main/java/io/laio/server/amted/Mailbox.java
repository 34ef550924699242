package io.laio.server.amted;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;

/**
 * Requests of the loop to one thread, one at a time, without locks: the thread parks while there is none, and is woken only if it
 * does. What the loop wrote before it puts, the thread sees after it took. That it is woken if and only if it parks is shown by
 * model checking.
 */
final class Mailbox {
    /** What the loop and the thread know of each other. */
    enum State {
        /** Nothing is there, and the thread has something to do. */
        EMPTY,
        /** Nothing is there, and the thread is parked, or about to. */
        PARKED,
        /** A request is there. */
        FULL,
        /** Nothing comes any more. */
        CLOSED
    }

    private final AtomicReference<State> state = new AtomicReference<>(State.EMPTY);

    @SuppressWarnings("NullAway.Init") // written before PARKED, read after it
    private Thread taker;

    /** Puts a request; only the loop may, after the one before was carried out. */
    void put() {
        wakeIf(change(State.FULL));
    }

    /** Ends the thread's taking, and drops a request that it has not taken; only the loop may, and puts nothing after it. */
    void close() {
        wakeIf(change(State.CLOSED));
    }

    private void wakeIf(boolean parked) {
        if (parked) {
            LockSupport.unpark(taker);
        }
    }

    /**
     * Waits for a request and takes it; always the same thread.
     *
     * @return whether there is one; false after {@link #close}
     */
    boolean take() {
        taker = Thread.currentThread();
        if (goesToPark()) {
            while (state.get() == State.PARKED) {
                LockSupport.park(this);
            }
        }
        return takeNow();
    }

    /** Changes the state; answers whether the thread parks, or is about to, and has to be woken. */
    boolean change(State next) {
        return state.getAndSet(next) == State.PARKED;
    }

    /** Says that the thread is about to park, unless it has not to. */
    boolean goesToPark() {
        return state.compareAndSet(State.EMPTY, State.PARKED);
    }

    /** Takes a request if it is there. */
    boolean takeNow() {
        return state.compareAndSet(State.FULL, State.EMPTY);
    }
}
