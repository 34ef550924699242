package io.laio.server.threads;

import io.laio.http.loop.Poller;
import io.laio.linux.Linux;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a thread that serves one connection: the blocking call itself, which another thread ends by a
 * {@link ThreadSignal}.
 */
final class BlockingPoller implements Poller {
    private final ThreadSignal signal;
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
        this.signal = new ThreadSignal(linux, wakersLinux, signal);
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
        signal.sendWhile(() -> waiting && woken);
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
