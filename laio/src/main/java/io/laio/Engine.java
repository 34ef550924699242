package io.laio;

/** What carries out a call that would block. */
public enum Engine {
    /** io_uring; what it has no operation for goes to a worker thread. Linux 5.13 or newer. */
    RING,

    /**
     * Without io_uring: what can be polled (sockets, pipes) is awaited by epoll and tried again, everything else goes to a
     * worker thread.
     */
    WORKERS,

    /** {@link #RING} where the kernel permits it, else {@link #WORKERS}; {@link Laio#engineReason()} says why. */
    AUTO
}
