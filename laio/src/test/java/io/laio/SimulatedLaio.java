package io.laio;

import io.laio.linux.Linux;

/** Opens the library over a simulated machine, worker threads included. */
public final class SimulatedLaio {
    /** What a call of a simulated worker answers that would make its thread wait; it fits into an int. */
    public static final int BLOCKED = Integer.MIN_VALUE;

    private SimulatedLaio() {}

    /** Simulated time, as worker threads need it. */
    public interface Threads {
        /** Lets something happen a little later. */
        void later(Runnable step);

        /** Lets something happen when the last call that answered {@link #BLOCKED} may go on. */
        void whenUnblocked(Runnable step);

        /** Whether a signal comes too early, when the thread is not in its call yet. */
        boolean signalMisses();
    }

    /** The library's own thread makes calls through one kernel, all others through another. */
    public static Laio open(Linux own, Linux others, Threads threads, LaioOptions options)
            throws EngineUnavailableException {
        return Laio.open(own, () -> others, (max, waker) -> new SimulatedWorkers(threads, others, max, waker), options);
    }
}
