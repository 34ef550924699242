package io.laio.posix;

/**
 * What reads by POSIX AIO need of the C library: an interface so that a test can stand between. Results are those of
 * {@link PosixAio}, which says more of each.
 */
public interface Aio {
    /**
     * Queues a read. See aio_read(3).
     *
     * @param block address of a filled {@link ControlBlock}
     * @return 0, or a negated error number
     */
    int read(long block);

    /**
     * What has become of an operation. See aio_error(3).
     *
     * @param block its control block
     * @return {@code EINPROGRESS}; 0 if it is complete; {@code ECANCELED} or another error number, positive, if it failed
     */
    int error(long block);

    /**
     * Takes the result of an operation, once: aio_error(3), and aio_return(3) if it is complete.
     *
     * @param block its control block
     * @return bytes read, 0 at the end; or a negated error number, {@code -EINPROGRESS} if it is not complete
     */
    long result(long block);

    /**
     * Waits until one of several operations is complete. See aio_suspend(3).
     *
     * @param list address of addresses of control blocks, 8 bytes each; 0 for none
     * @param count how many
     * @param timeoutNanos the longest wait in nanoseconds; negative waits for ever
     * @return 0 if one is complete, {@code -EAGAIN} if the time is up, {@code -EINTR} after a signal
     */
    int suspend(long list, int count, long timeoutNanos);

    /**
     * Takes back what has not begun. See aio_cancel(3).
     *
     * @param fd the descriptor of the operations
     * @param block the control block of one of them, or 0 for all
     * @return {@link PosixAio#AIO_CANCELED}, {@link PosixAio#AIO_NOTCANCELED} or {@link PosixAio#AIO_ALLDONE}, or a negated
     *     error number
     */
    int cancel(int fd, long block);
}
