package io.laio;

import org.jspecify.annotations.Nullable;

/**
 * Threads that make the calls which may block. All methods are for the thread of the {@link Laio}; whenever there is
 * something to collect, its event counter is raised.
 */
interface Workers extends AutoCloseable {
    /** Has the next step of an operation carried out. From here to its collection, the operation belongs to a worker. */
    void start(Operation op);

    /** Withdraws an operation whose step has not begun, or interrupts the call that it is in. It is collected in any case. */
    void cancel(Operation op);

    /** The next operation whose step is over, with its {@link Operation#stepResult}; null if there is none now. */
    @Nullable
    Operation collect();

    /** Ends the threads; no operation is with them any more. */
    @Override
    void close();
}
