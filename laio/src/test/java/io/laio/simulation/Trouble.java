package io.laio.simulation;

/** What can go otherwise than a programmer hopes; each seed has its own probability of each. */
enum Trouble {
    /** A request is not tried at once, but later. */
    LATE,
    /** Fewer bytes are moved than could be. */
    SHORT,
    /** EINTR, of an operation. */
    INTERRUPTED,
    /** EAGAIN without a reason. */
    AGAIN,
    /** EIO, or what is like it for sockets and paths. */
    BROKEN,
    /** ENOSPC. */
    NO_SPACE,
    /** ENOMEM. */
    NO_MEMORY,
    /** A descriptor is said to be ready, and is not. */
    IN_VAIN,
    /** What is asked for is on the disk, not in memory. */
    UNCACHED,
    /** The kernel takes no entries, or not all. */
    REFUSED,
    /** A signal ends a wait. */
    SIGNAL,
    /** A cancellation does not find its target. */
    MISSED,
    /** A cancellation comes when the operation can no longer be stopped. */
    UNSTOPPABLE,
    /** A multishot entry ends by itself. */
    DISARMED
}
