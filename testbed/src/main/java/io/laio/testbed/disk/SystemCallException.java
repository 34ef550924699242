package io.laio.testbed.disk;

import io.laio.linux.Errno;
import java.io.IOException;

/** The kernel refused something. */
public final class SystemCallException extends IOException {
    private static final long serialVersionUID = 1;

    private final int errno;

    private SystemCallException(String what, int errno) {
        super(what + ": " + Errno.describe(errno));
        this.errno = errno;
    }

    /**
     * Lets a call's result through unless it is an error.
     *
     * @param result what the binding answered
     * @param what what was to be done, and to what, for the message
     * @return the result, 0 or more
     * @throws SystemCallException if it is an error
     */
    public static long check(long result, String what) throws SystemCallException {
        if (result < 0) {
            throw new SystemCallException(what, (int) -result);
        }
        return result;
    }

    /**
     * Why it was refused.
     *
     * @return an error number, positive
     */
    public int errno() {
        return errno;
    }
}
