package io.laio.ring;

import io.laio.linux.Errno;
import java.io.IOException;

/** io_uring cannot be had here; the message names the likely cause and the remedy. */
public final class RingUnavailableException extends IOException {
    private static final long serialVersionUID = 1;

    /** The error number, 0 if the kernel offered a ring that lacks a feature. */
    private final int errno;

    private RingUnavailableException(int errno, String message) {
        super(message);
        this.errno = errno;
    }

    /**
     * The kernel said no.
     *
     * @param errno what it said, positive
     * @return the explanation
     */
    public static RingUnavailableException refused(int errno) {
        String why = switch (errno) {
            case Errno.ENOSYS ->
                "the kernel has no io_uring, or a seccomp filter hides it. "
                        + "Use Linux 5.13 or newer; in a container use a seccomp profile that allows io_uring_setup, "
                        + "io_uring_enter and io_uring_register";
            case Errno.EPERM, Errno.EACCES ->
                "io_uring is forbidden, by a seccomp filter (Docker's default "
                        + "profile since Engine 25) or by the sysctl kernel.io_uring_disabled. Use a seccomp profile "
                        + "that allows io_uring_setup, io_uring_enter and io_uring_register, "
                        + "and set kernel.io_uring_disabled=0";
            case Errno.ENOMEM -> "the limit on locked memory is too low. Raise it: ulimit -l";
            case Errno.EMFILE, Errno.ENFILE -> "there are no descriptors left. Raise the limit: ulimit -n";
            default -> "the kernel refused a ring";
        };
        return new RingUnavailableException(
                errno, "io_uring is not available: " + Errno.describe(errno) + ": " + why + ".");
    }

    /**
     * The kernel's rings lack something.
     *
     * @param missing the {@code IORING_FEAT_*} bits that are not there
     * @return the explanation
     */
    static RingUnavailableException tooOld(int missing) {
        return new RingUnavailableException(
                0,
                "io_uring is not available: this kernel's lacks features 0x" + Integer.toHexString(missing)
                        + ". Use Linux 5.13 or newer.");
    }

    /**
     * What the kernel said.
     *
     * @return the error number, 0 if the kernel is too old
     */
    public int errno() {
        return errno;
    }
}
