package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.network.Channel;
import io.laio.http.network.ChannelListener;
import io.laio.http.network.Network;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import org.jspecify.annotations.Nullable;

/** Accepts, receives and sends by completion. There is always one accept under way, unless accepting is paused. */
final class LaioNetwork implements Network, LaioEvent {
    private static final int SCRATCH_BYTES = 8;

    private final Linux linux;
    private final Laio laio;
    private final OperationCounters counters;
    private final Laziness laziness;
    private final NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES);
    private int listener = -1;
    private long accepting;
    private boolean paused;
    private @Nullable Acceptor acceptor;
    private @Nullable Runnable stopped;

    LaioNetwork(Linux linux, Laio laio, OperationCounters counters, Laziness laziness) {
        this.linux = linux;
        this.laio = laio;
        this.counters = counters;
        this.laziness = laziness;
    }

    @Override
    public void listen(int listeningSocket, Acceptor newAcceptor) {
        listener = listeningSocket;
        acceptor = newAcceptor;
        acceptNext();
    }

    private void acceptNext() {
        if (accepting == 0 && !paused && stopped == null) {
            counters.issued(Operation.ACCEPT);
            laio.accept(listener, Sockets.SOCK_CLOEXEC, laziness);
            laio.attach(this);
            accepting = laio.handle();
        }
    }

    @Override
    public void completed(long result, long blockedNanos) {
        accepting = 0;
        if (blockedNanos >= 0) {
            counters.blocked(Operation.ACCEPT, blockedNanos);
        }
        hand(result);
        acceptNext();
        Runnable waiting = stopped;
        if (waiting != null) {
            waiting.run();
        }
    }

    private void hand(long result) {
        Acceptor current = acceptor;
        if (current == null) {
            return;
        }
        if (result >= 0) {
            current.accepted((int) result);
        } else if (result != -Errno.ECANCELED && result != -Errno.ECONNABORTED) {
            current.failed((int) -result);
        }
    }

    @Override
    public void pauseAccepting() {
        paused = true;
        laio.cancel(accepting);
    }

    @Override
    public void resumeAccepting() {
        paused = false;
        acceptNext();
    }

    @Override
    public void stopListening(Runnable whenStopped) {
        stopped = whenStopped;
        if (accepting == 0) {
            whenStopped.run();
        } else {
            laio.cancel(accepting);
        }
    }

    @Override
    public Channel open(int fd, ChannelListener channelListener) {
        return new LaioChannel(linux, laio, counters, laziness, scratch.address(), fd, channelListener);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
