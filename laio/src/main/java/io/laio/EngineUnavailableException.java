package io.laio;

import io.laio.linux.Errno;
import io.laio.ring.RingUnavailableException;

/** The kernel refuses what the chosen {@link Engine} needs. The message names the cause and the remedy. */
public final class EngineUnavailableException extends Exception {
    private static final long serialVersionUID = 1;

    /** What the kernel answered. */
    private final int errno;

    EngineUnavailableException(String call, int errno) {
        super(call + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    EngineUnavailableException(RingUnavailableException cause) {
        super(cause.getMessage(), cause);
        this.errno = cause.errno();
    }

    /**
     * What the kernel answered.
     *
     * @return the error number; {@code ENOSYS} if the kernel is too old
     */
    public int errno() {
        return errno;
    }
}
