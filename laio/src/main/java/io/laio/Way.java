package io.laio;

/**
 * How the library carries a system call out; every call has one way, see {@link CallWays}.
 *
 * <p>The way says what happens in the calling thread. In the background a call is carried by io_uring where there is an
 * operation for it ({@link CallWays#ringSince}), and by a worker thread elsewhere.
 */
public enum Way {
    /** Tried in the calling thread in a form that never waits; in the background if that says it would wait. */
    LAZY,
    /** In the background at once, by an io_uring operation of its own: there is no form that never waits. */
    RING,
    /** In the background at once, on a worker thread: it may wait, cannot be tried, and io_uring does not carry it. */
    WORKER,
    /** By the calling thread, as the plain call: it does not wait. */
    INLINE,
    /**
     * Not at all: -1 with {@code EOPNOTSUPP}. Its effect belongs to one thread or to the process as a whole, or it would
     * break the JVM or the library.
     */
    REFUSED
}
