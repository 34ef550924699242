package io.laio.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;

/**
 * POSIX asynchronous I/O of the C library, as seen by one thread. See <a
 * href="https://man7.org/linux/man-pages/man7/aio.7.html">aio(7)</a>.
 *
 * <p><b>Use.</b> Fill a {@link ControlBlock}, {@link #read} or {@link #write}, wait for it in {@link #suspend} or ask with {@link #error},
 * and take its {@link #result} once. Any thread may wait for, ask about or cancel what another submitted, each with a PosixAio
 * of its own. To end another thread's {@link #suspend}, let it wait for a read of an eventfd too, and write to that.
 *
 * <p><b>Results.</b> As in {@link io.laio.linux.Linux}: the call's own value, or the negated error number. Nothing is allocated.
 *
 * <p><b>Cost and limits (glibc).</b> It is done in user space: a request is queued under one lock of the whole process and carried out by
 * a thread of the library, so each takes two switches of threads, 10 to 50 µs. A thread serves one descriptor: requests on the
 * same descriptor are carried out one after the other. Requests on more descriptors than there are threads wait
 * ({@link AioThreads}). A pipe or a socket is asked with {@code pread} first, which fails, and then with {@code read}; it
 * should not be non-blocking, or the answer is {@code EAGAIN}. Only reads, writes and fsync exist: opening a file blocks.
 *
 * <p><b>Errors.</b> {@code EBADF} and all others of the operation itself come as its {@link #result}; {@link #read} and {@link #write}
 * fail with {@code EAGAIN} where no thread can be started.
 */
public final class PosixAio implements Aio {
    /** All that was asked for was cancelled. */
    public static final int AIO_CANCELED = 0;

    /** Something is being carried out already and goes on. */
    public static final int AIO_NOTCANCELED = 1;

    /** All that was asked for was complete already. */
    public static final int AIO_ALLDONE = 2;

    private static final long NANOS_A_SECOND = 1_000_000_000;
    private static final int TIMESPEC_BYTES = 16;

    // The time limit of suspend, and errno. The linker keeps the memory alive while a call uses the second.
    private final MemorySegment captured;
    private final long timespec;

    private PosixAio() {
        MemorySegment memory = Arena.ofAuto()
                .allocate(TIMESPEC_BYTES + Linker.Option.captureStateLayout().byteSize(), Long.BYTES);
        timespec = memory.address();
        captured = memory.asSlice(TIMESPEC_BYTES);
    }

    /**
     * Whether the C library in this process has POSIX AIO.
     *
     * @return true from glibc 2.34 on; before, it was in a library that a JVM does not load
     */
    public static boolean isPresent() {
        return AioFunctions.present();
    }

    /**
     * Opens the binding for the calling thread.
     *
     * @return the binding; nothing to close
     * @throws UnsupportedOperationException if the C library in this process has no POSIX AIO
     */
    public static PosixAio open() {
        if (!isPresent()) {
            throw new UnsupportedOperationException("the C library has no aio_suspend: glibc 2.34 or newer is needed");
        }
        return new PosixAio();
    }

    /**
     * Queues a read. See aio_read(3).
     *
     * @param block address of a filled {@link ControlBlock}
     * @return 0, or a negated error number
     */
    @Override
    public int read(long block) {
        try {
            return orErrno((int) AioFunctions.READ.invokeExact(captured, block));
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    /**
     * Queues a write. See aio_write(3).
     *
     * @param block address of a filled {@link ControlBlock}
     * @return 0, or a negated error number
     */
    public int write(long block) {
        try {
            return orErrno((int) AioFunctions.WRITE.invokeExact(captured, block));
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    /**
     * What has become of an operation. See aio_error(3).
     *
     * @param block its control block
     * @return {@code EINPROGRESS}; 0 if it is complete; {@code ECANCELED} or another error number, positive, if it failed
     */
    @Override
    public int error(long block) {
        try {
            return (int) AioFunctions.ERROR.invokeExact(captured, block);
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    /**
     * Takes the result of an operation, once: aio_error(3), and aio_return(3) if it is complete.
     *
     * @param block its control block
     * @return bytes read or written, 0 at the end; or a negated error number, {@code -EINPROGRESS} if it is not complete
     */
    @Override
    public long result(long block) {
        int error = error(block);
        if (error == Errno.EINPROGRESS) {
            return -Errno.EINPROGRESS;
        }
        try {
            long value = (long) AioFunctions.RETURN.invokeExact(captured, block);
            return error == 0 ? value : -error;
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    /**
     * Waits until one of several operations is complete. See aio_suspend(3).
     *
     * @param list address of addresses of control blocks, 8 bytes each; 0 for none
     * @param count how many
     * @param timeoutNanos the longest wait in nanoseconds; negative waits for ever
     * @return 0 if one is complete, {@code -EAGAIN} if the time is up, {@code -EINTR} after a signal
     */
    @Override
    public int suspend(long list, int count, long timeoutNanos) {
        long limit = 0;
        if (timeoutNanos >= 0) {
            Memory.putLong(timespec, timeoutNanos / NANOS_A_SECOND);
            Memory.putLong(timespec + Long.BYTES, timeoutNanos % NANOS_A_SECOND);
            limit = timespec;
        }
        try {
            return orErrno((int) AioFunctions.SUSPEND.invokeExact(captured, list, count, limit));
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    /**
     * Takes back what has not begun. See aio_cancel(3). A cancelled operation's error is {@code ECANCELED}.
     *
     * @param fd the descriptor of the operations
     * @param block the control block of one of them, or 0 for all
     * @return {@link #AIO_CANCELED}, {@link #AIO_NOTCANCELED} or {@link #AIO_ALLDONE}, or a negated error number
     */
    @Override
    public int cancel(int fd, long block) {
        try {
            return orErrno((int) AioFunctions.CANCEL.invokeExact(captured, fd, block));
        } catch (Throwable impossible) {
            throw downcallsDoNotThrow(impossible);
        }
    }

    private int orErrno(int value) {
        return value == -1 ? -captured.get(JAVA_INT, 0) : value;
    }

    private static AssertionError downcallsDoNotThrow(Throwable impossible) {
        return new AssertionError("a downcall does not throw", impossible);
    }
}
