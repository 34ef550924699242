package io.laio.http.network;

import io.laio.linux.Errno;

/** The kernel has no memory for another channel. The descriptor is still the caller's. */
public final class ChannelRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /**
     * Says what the kernel answered.
     *
     * @param call the system call that failed
     * @param errno why, positive
     */
    public ChannelRefusedException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
    }
}
