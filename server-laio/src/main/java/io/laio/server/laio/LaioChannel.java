package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.network.Channel;
import io.laio.http.network.ChannelListener;
import io.laio.http.network.SocketOptions;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.MessageHeader;
import io.laio.linux.Sockets;

/**
 * A connection by completion. There is no state of a partial write here: a send completes when everything is sent (PAPER.md
 * section 3, code size). Only a send from a mapping is not handed on: what the socket does not take is the caller's.
 */
final class LaioChannel implements Channel {
    /** Memory for a message header and two vectors, or for an option; shared by all channels of a loop. */
    static final int SCRATCH_BYTES = MessageHeader.BYTES + 2 * IoVector.BYTES;

    private final Linux linux;
    private final Laio laio;
    private final OperationCounters counters;
    private final Laziness laziness;
    private final long scratch;
    private final int fd;
    private final ChannelListener listener;
    private final LaioEvent received = this::received;
    private final LaioEvent sent = this::sent;
    private final LaioEvent closed = this::closed;
    private boolean closing;

    LaioChannel(
            Linux linux,
            Laio laio,
            OperationCounters counters,
            Laziness laziness,
            long scratch,
            int fd,
            ChannelListener listener) {
        this.linux = linux;
        this.laio = laio;
        this.counters = counters;
        this.laziness = laziness;
        this.scratch = scratch;
        this.fd = fd;
        this.listener = listener;
    }

    @Override
    public long receive(long address, int length) {
        counters.issued(Operation.RECV);
        return later(Operation.RECV, laio.recv(fd, address, length, 0, laziness), received);
    }

    @Override
    public long send(long first, int firstLength, long second, int secondLength, boolean mapped) {
        counters.issued(Operation.SEND);
        if (mapped && laziness != Laziness.OFF) {
            // The engine would try a send only when it gets the batch; of 100 mappings that were resident when the loop
            // asked, 2 to 11 are not any more 5 ms later (docs/decisions/0005-resident-bytes.md). And it would send the
            // rest whenever there is room, in the loop's own thread, whatever has become of the file.
            return sendOnce(first, firstLength, second, secondLength);
        }
        return later(Operation.SEND, laio.send(fd, first, firstLength, second, secondLength, 0, laziness), sent);
    }

    private long sendOnce(long first, int firstLength, long second, int secondLength) {
        long vectors = scratch + MessageHeader.BYTES;
        IoVector.put(vectors, first, firstLength);
        IoVector.put(vectors + IoVector.BYTES, second, secondLength);
        MessageHeader.put(scratch, vectors, 2);
        long result = linux.sendmsg(fd, scratch, Sockets.MSG_NOSIGNAL | Sockets.MSG_DONTWAIT);
        counters.atOnce(Operation.SEND);
        return result == -Errno.EAGAIN || result == -Errno.EINTR ? 0 : result;
    }

    private long later(Operation operation, long result, LaioEvent event) {
        if (result < 0 && laio.errno() == Errno.EINPROGRESS) {
            laio.attach(event);
            return PENDING;
        }
        counters.atOnce(operation);
        return result < 0 ? -laio.errno() : result;
    }

    private void received(long result, long blockedNanos) {
        counters.done(Operation.RECV, blockedNanos);
        if (!closing) {
            listener.received(result);
        }
    }

    private void sent(long result, long blockedNanos) {
        counters.done(Operation.SEND, blockedNanos);
        if (!closing) {
            listener.sent(result);
        }
    }

    @Override
    public void shutdownSending() {
        linux.shutdown(fd, Sockets.SHUT_WR);
    }

    @Override
    public void close(boolean reset) {
        if (closing) {
            return;
        }
        closing = true;
        if (reset) {
            SocketOptions.resetOnClose(linux, fd, scratch);
        }
        if (laio.close(fd) < 0 && laio.errno() == Errno.EINPROGRESS) {
            laio.attach(closed);
        } else {
            listener.closed();
        }
    }

    private void closed(long result, long blockedNanos) {
        listener.closed();
    }
}
