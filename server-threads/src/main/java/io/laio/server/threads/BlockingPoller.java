package io.laio.server.threads;

import io.laio.http.loop.Poller;
import io.laio.linux.Linux;
import io.laio.linux.SystemCall;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a thread that serves one connection: the blocking call itself. Another thread ends it by a signal, which makes
 * the call return EINTR; because the signal may come just before the call, it is sent again until the wait is over.
 */
final class BlockingPoller implements Poller {
    private static final long BETWEEN_SIGNALS_NANOS = 100_000;

    /** A thread that waits for a page of a dead disk takes no signal. It looks when it is back, so nothing is lost. */
    private static final int MAX_SIGNALS = 5_000;

    private final Linux wakersLinux;
    private final int process;
    private final int thread;
    private final int signal;
    private @Nullable BlockingChannel channel;
    private volatile boolean waiting;
    private volatile boolean woken;

    /**
     * Makes the wait of the calling thread.
     *
     * @param linux the kernel, as seen by this thread
     * @param wakersLinux the kernel, as seen by threads that end the wait
     * @param signal as {@link io.laio.linux.InterruptSignal} installed it
     */
    BlockingPoller(Linux linux, Linux wakersLinux, int signal) {
        this.wakersLinux = wakersLinux;
        this.process = (int) linux.syscall(SystemCall.GETPID, 0, 0, 0, 0);
        this.thread = linux.gettid();
        this.signal = signal;
    }

    void use(BlockingChannel newChannel) {
        channel = newChannel;
    }

    void forget(BlockingChannel closed) {
        if (channel == closed) {
            channel = null;
        }
    }

    @Override
    public boolean submit() {
        return false;
    }

    @Override
    public void await(long timeoutNanos) {
        BlockingChannel current = channel;
        if (timeoutNanos == 0 || current == null) {
            return;
        }
        waiting = true;
        if (!woken) {
            current.await(timeoutNanos);
        }
        waiting = false;
        woken = false; // what it was woken for is in the loop's queue by now, and is looked at after the wait
    }

    @Override
    public void dispatch() {
        BlockingChannel current = channel;
        if (current != null) {
            current.dispatch();
        }
    }

    @Override
    public void wakeup() {
        woken = true;
        for (int i = 0; i < MAX_SIGNALS && waiting && woken; i++) {
            synchronized (wakersLinux) {
                wakersLinux.syscall(SystemCall.TGKILL, process, thread, signal, 0);
            }
            LockSupport.parkNanos(BETWEEN_SIGNALS_NANOS);
        }
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
