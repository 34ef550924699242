package io.laio.server.threads;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.LoopContext;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Sockets;
import java.util.concurrent.locks.LockSupport;

/** The listening socket of all processes, as one of them waits at it: the kernel wakes one for a connection (accept(2)). */
final class ListeningSocket {
    /** What {@link #accept} answers when nothing is accepted any more. */
    static final int STOPPED = -1;

    private static final long RETRY_NANOS = 100_000_000;

    private final Linux linux;
    private final Clock clock;
    private final OperationCounters counters;
    private final int fd;
    private final ThreadSignal signal;
    private volatile boolean waiting;
    private volatile boolean stopped;

    /**
     * Makes the wait of the calling thread.
     *
     * @param context the thread's
     * @param fd the socket, blocking
     * @param signal as {@link io.laio.linux.InterruptSignal} installed it
     */
    ListeningSocket(LoopContext context, int fd, int signal) {
        this.linux = context.linux();
        this.clock = context.clock();
        this.counters = context.operations();
        this.fd = fd;
        this.signal = new ThreadSignal(linux, context.kernels().get(), signal);
    }

    /**
     * Waits for a connection.
     *
     * @return a blocking socket, which the caller closes, or {@link #STOPPED}
     */
    int accept() {
        long startedNanos = clock.nanos();
        counters.issued(Operation.ACCEPT);
        while (!stopped) {
            waiting = true;
            int result = stopped ? STOPPED : linux.accept4(fd, 0, 0, Sockets.SOCK_CLOEXEC);
            waiting = false;
            if (result >= 0) {
                counters.blocked(Operation.ACCEPT, clock.nanos() - startedNanos);
                return result;
            }
            failed(-result);
        }
        return STOPPED;
    }

    /**
     * EAGAIN: the master has made the socket non-blocking for a moment, see {@link Refuser}. Without descriptors or memory the
     * connections wait.
     */
    private void failed(int errno) {
        switch (errno) {
            case Errno.EINTR, Errno.EAGAIN, Errno.ECONNABORTED -> {
                return;
            }
            case Errno.EMFILE, Errno.ENFILE, Errno.ENOMEM, Errno.ENOBUFS -> LockSupport.parkNanos(RETRY_NANOS);
            default -> {
                if (!stopped) {
                    throw new IllegalStateException("accept4: " + Errno.describe(errno));
                }
            }
        }
    }

    /** Ends the wait, or the next one; from any thread. */
    void stop() {
        stopped = true;
        signal.sendWhile(() -> waiting);
    }
}
