package io.laio.server.amped;

import io.laio.http.network.EpollPoller;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.util.ArrayDeque;
import java.util.Queue;
import org.jspecify.annotations.Nullable;

/**
 * What other threads want the loop to run, in order: an eventfd(2) among the descriptors of the loop's poller tells it. Nothing is
 * lost: what comes too late is refused.
 */
final class Arrivals implements AutoCloseable {
    private static final int TAKEN = 8;

    private final Linux linux;
    private final EpollPoller poller;
    private final int event;
    private final NativeBuffer scratch = new NativeBuffer(2 * Long.BYTES);
    private final Queue<Runnable> tasks = new ArrayDeque<>();
    private boolean closed;

    Arrivals(Linux linux, EpollPoller poller) {
        this.linux = linux;
        this.poller = poller;
        this.event = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        if (event < 0) {
            throw new IllegalStateException("eventfd2: " + Errno.describe(-event));
        }
        Memory.putLong(scratch.address(), 1);
        poller.add(event, Epoll.EPOLLIN, events -> runAll());
    }

    /**
     * Adds a task; may be called from any thread.
     *
     * @param own the kernel, as seen by the calling thread
     * @param task runs on the loop
     * @return whether it will run; if not, the loop is over
     */
    synchronized boolean add(Linux own, Runnable task) {
        if (!closed) {
            tasks.add(task);
            own.write(event, scratch.address(), Long.BYTES);
        }
        return !closed;
    }

    private void runAll() {
        linux.read(event, scratch.address() + TAKEN, Long.BYTES);
        Runnable task = next();
        while (task != null) {
            task.run();
            task = next();
        }
    }

    private synchronized @Nullable Runnable next() {
        return tasks.poll();
    }

    /** Runs what has come, so that who came is known, and refuses all else. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        runAll();
        poller.forget(event);
        linux.close(event);
        scratch.close();
    }
}
