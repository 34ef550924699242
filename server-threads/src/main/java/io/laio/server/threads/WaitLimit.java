package io.laio.server.threads;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.Sockets;

/**
 * How long a call on a blocking socket waits, {@code SO_RCVTIMEO} or {@code SO_SNDTIMEO} of socket(7). To set it is a system
 * call, so it stays as it is while it is near enough: too early only means to wait again, and too late is a sixteenth at most.
 */
final class WaitLimit {
    /** {@code include/uapi/asm-generic/socket.h} of Linux 6.18. */
    static final int SO_SNDTIMEO = 21;

    private static final int TIMEVAL_BYTES = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final long NANOS_PER_MICRO = 1_000;
    private static final long MIN_NANOS = 1_000_000;

    private final Linux linux;
    private final int fd;
    private final int option;
    private final long scratch;
    private long setNanos = Long.MAX_VALUE;

    WaitLimit(Linux linux, int fd, int option, long scratch) {
        this.linux = linux;
        this.fd = fd;
        this.option = option;
        this.scratch = scratch;
    }

    /**
     * Limits the next call.
     *
     * @param nanos how long it may wait, {@link Long#MAX_VALUE} for ever
     */
    void set(long nanos) {
        long wanted = Math.max(MIN_NANOS, nanos);
        if (!isNear(wanted)) {
            setNanos = wanted;
            boolean forEver = wanted == Long.MAX_VALUE; // a limit of 0 is none
            Memory.putLong(scratch, forEver ? 0 : wanted / NANOS_PER_SECOND);
            Memory.putLong(scratch + Long.BYTES, forEver ? 0 : wanted % NANOS_PER_SECOND / NANOS_PER_MICRO);
            linux.setsockopt(fd, Sockets.SOL_SOCKET, option, scratch, TIMEVAL_BYTES);
        }
    }

    private boolean isNear(long wanted) {
        return setNanos - wanted <= wanted / 16 && setNanos >= wanted / 4;
    }
}
