package io.laio.http.network;

import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import org.jspecify.annotations.Nullable;

/** The conventional event-driven network, {@code NB}: non-blocking sockets and epoll. */
public final class ReadinessNetwork implements Network {
    /**
     * Connections accepted in one turn. Where a request is served at once and its client then comes with another connection,
     * the queue may never be empty, and those that are already there would never have their turn.
     */
    static final int MOST_ACCEPTED = 16;

    private static final int FLAGS = Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC;

    private final Linux linux;
    private final Readiness poller;
    private final OperationCounters counters;
    private final NativeBuffer scratch = new NativeBuffer(ReadinessChannel.SCRATCH_BYTES);
    private int listener = -1;
    private boolean paused;
    private @Nullable Acceptor acceptor;

    /**
     * Makes a network over what watches its sockets.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param poller watches the sockets, and tells the loop; the caller closes it
     * @param counters counts what is asked for and what blocks
     */
    public ReadinessNetwork(Linux linux, Readiness poller, OperationCounters counters) {
        this.linux = linux;
        this.poller = poller;
        this.counters = counters;
    }

    @Override
    public void listen(int listeningSocket, Acceptor newAcceptor) {
        listener = listeningSocket;
        acceptor = newAcceptor;
        poller.add(listener, Epoll.EPOLLIN, events -> acceptSome());
    }

    private void acceptSome() {
        Acceptor current = acceptor;
        for (int accepted = 0; !paused && listener >= 0 && current != null; accepted++) {
            if (accepted == MOST_ACCEPTED) {
                // Edge-triggered: the kernel tells again by itself only after its queue was found empty.
                poller.again(listener, Epoll.EPOLLIN);
                return;
            }
            counters.issued(Operation.ACCEPT);
            int fd = linux.accept4(listener, 0, 0, FLAGS);
            if (fd == -Errno.EAGAIN) {
                counters.blocked(Operation.ACCEPT, 0);
                return;
            }
            counters.atOnce(Operation.ACCEPT);
            if (fd >= 0) {
                current.accepted(fd);
            } else if (fd != -Errno.EINTR && fd != -Errno.ECONNABORTED) {
                current.failed(-fd);
                return;
            }
        }
    }

    @Override
    public void pauseAccepting() {
        paused = true;
    }

    @Override
    public void resumeAccepting() {
        if (paused) {
            paused = false;
            acceptSome();
        }
    }

    @Override
    public void stopListening(Runnable stopped) {
        if (listener >= 0) {
            poller.forget(listener);
            listener = -1;
        }
        stopped.run();
    }

    @Override
    public Channel open(int fd, ChannelListener channelListener) {
        ReadinessChannel channel =
                new ReadinessChannel(linux, poller, counters, scratch.address(), fd, channelListener);
        poller.add(fd, Epoll.EPOLLIN | Epoll.EPOLLOUT | Epoll.EPOLLRDHUP, channel);
        return channel;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
