package io.laio.server.threads;

import io.laio.http.network.Channel;
import io.laio.http.network.ChannelListener;
import io.laio.http.network.Network;
import io.laio.http.server.LoopContext;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;

/** The network of a thread that serves one blocking connection at a time; others accept for it. */
final class BlockingNetwork implements Network {
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h
    private static final int BLOCKING = 0;

    private final LoopContext context;
    private final BlockingPoller poller;
    private final NativeBuffer scratch = new NativeBuffer(BlockingChannel.SCRATCH_BYTES);

    BlockingNetwork(LoopContext context, BlockingPoller poller) {
        this.context = context;
        this.poller = poller;
    }

    @Override
    public void listen(int listener, Acceptor acceptor) {
        throw new UnsupportedOperationException("connections are handed over");
    }

    /** Nothing is accepted here. */
    @Override
    public void pauseAccepting() {
        // who accepts has limits of its own
    }

    /** Nothing is accepted here. */
    @Override
    public void resumeAccepting() {
        // it was not paused
    }

    @Override
    public void stopListening(Runnable stopped) {
        stopped.run();
    }

    @Override
    public Channel open(int fd, ChannelListener listener) {
        context.linux().syscall(SystemCall.FCNTL, fd, F_SETFL, BLOCKING, 0);
        BlockingChannel channel = new BlockingChannel(
                context.linux(), poller, context.operations(), context.clock(), scratch.address(), fd, listener);
        poller.use(channel);
        return channel;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
