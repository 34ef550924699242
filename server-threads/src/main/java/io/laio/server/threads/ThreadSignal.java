package io.laio.server.threads;

import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/**
 * Interrupts the system call that a thread waits in: a signal makes it return EINTR. Because the signal may come just before the
 * call, it is sent again until the wait is over.
 */
final class ThreadSignal {
    private static final long BETWEEN_SIGNALS_NANOS = 100_000;

    /** A thread that waits for a page of a dead disk takes no signal. It looks when it is back, so nothing is lost. */
    private static final int MAX_SIGNALS = 5_000;

    private final Linux sendersLinux;
    private final int process;
    private final int thread;
    private final int signal;

    /**
     * Makes the signal of the calling thread.
     *
     * @param linux the kernel, as seen by this thread
     * @param sendersLinux the kernel, as seen by threads that send the signal
     * @param signal as {@link io.laio.linux.InterruptSignal} installed it
     */
    ThreadSignal(Linux linux, Linux sendersLinux, int signal) {
        this.sendersLinux = sendersLinux;
        this.process = (int) linux.syscall(SystemCall.GETPID, 0, 0, 0, 0);
        this.thread = linux.gettid();
        this.signal = signal;
    }

    /**
     * Sends it as long as the thread waits; from any thread.
     *
     * @param waits whether it still has to be sent
     */
    void sendWhile(BooleanSupplier waits) {
        for (int i = 0; i < MAX_SIGNALS && waits.getAsBoolean(); i++) {
            synchronized (sendersLinux) {
                sendersLinux.syscall(SystemCall.TGKILL, process, thread, signal, 0);
            }
            LockSupport.parkNanos(BETWEEN_SIGNALS_NANOS);
        }
    }
}
