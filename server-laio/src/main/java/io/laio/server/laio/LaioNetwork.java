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
    /** How many connections are accepted in one turn of the loop if they are tried directly. */
    private static final int MAX_AT_ONCE = 64;

    private final Linux linux;
    private final Laio laio;
    private final OperationCounters counters;
    private final Laziness laziness;
    private final NativeBuffer scratch = new NativeBuffer(LaioChannel.SCRATCH_BYTES);
    private int listener = -1;
    private long accepting;
    private boolean paused;
    private boolean handing;
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

    /** Accepts what is waiting, if it is tried directly, and then leaves one accept under way. */
    private void acceptNext() {
        if (handing) {
            return; // a handler of the loop below resumed accepting: the loop goes on
        }
        handing = true;
        int left = MAX_AT_ONCE;
        while (accepting == 0 && !paused && stopped == null) {
            // After so many the next one takes its turn with everybody else's events: the engine brings it.
            long result = accept(left-- > 0 || laziness == Laziness.OFF ? laziness : Laziness.RING);
            if (result != Channel.PENDING) {
                hand(result);
            }
        }
        handing = false;
    }

    private long accept(Laziness how) {
        counters.issued(Operation.ACCEPT);
        long result = laio.accept(listener, Sockets.SOCK_CLOEXEC, how);
        if (result < 0 && laio.errno() == Errno.EINPROGRESS) {
            laio.attach(this);
            accepting = laio.handle();
            return Channel.PENDING;
        }
        counters.atOnce(Operation.ACCEPT);
        return result < 0 ? -laio.errno() : result;
    }

    @Override
    public void completed(long result, long blockedNanos) {
        accepting = 0;
        counters.done(Operation.ACCEPT, blockedNanos);
        Runnable waiting = stopped;
        hand(result);
        acceptNext();
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
