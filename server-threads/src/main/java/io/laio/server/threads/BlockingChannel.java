package io.laio.server.threads;

import io.laio.http.loop.Clock;
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
 * A connection whose thread waits in the call itself. A receive is handed to the thread's one wait, {@link BlockingPoller}, and
 * made there: a request costs one receive and one send. A send is tried at once, which does for most, and only its rest is waited
 * for, so that deadlines hold there too.
 */
final class BlockingChannel implements Channel {
    /** Memory for a message header and two vectors, or for an option. */
    static final int SCRATCH_BYTES = MessageHeader.BYTES + 2 * IoVector.BYTES;

    private final Linux linux;
    private final BlockingPoller poller;
    private final OperationCounters counters;
    private final Clock clock;
    private final ChannelListener listener;
    private final WaitLimit receiveLimit;
    private final WaitLimit sendLimit;
    private final long scratch;
    private final int fd;

    private boolean receiving;
    private long receiveAddress;
    private int receiveLength;
    private long receiveWaitedNanos;

    private boolean sending;
    private long sendStartedNanos;
    private long unsentAddress;
    private int unsentLength;
    private long unsentSecondAddress;
    private int unsentSecondLength;
    private long total;

    private boolean isKnown;
    private long known;
    private boolean closed;

    BlockingChannel(
            Linux linux,
            BlockingPoller poller,
            OperationCounters counters,
            Clock clock,
            long scratch,
            int fd,
            ChannelListener listener) {
        this.linux = linux;
        this.poller = poller;
        this.counters = counters;
        this.clock = clock;
        this.scratch = scratch;
        this.fd = fd;
        this.listener = listener;
        this.receiveLimit = new WaitLimit(linux, fd, Sockets.SO_RCVTIMEO, scratch);
        this.sendLimit = new WaitLimit(linux, fd, WaitLimit.SO_SNDTIMEO, scratch);
    }

    @Override
    public long receive(long address, int length) {
        counters.issued(Operation.RECV);
        receiving = true;
        receiveAddress = address;
        receiveLength = length;
        receiveWaitedNanos = 0;
        return PENDING;
    }

    @Override
    public long send(long first, int firstLength, long second, int secondLength, boolean mapped) {
        counters.issued(Operation.SEND);
        unsentAddress = first;
        unsentLength = firstLength;
        unsentSecondAddress = second;
        unsentSecondLength = secondLength;
        total = (long) firstLength + secondLength;
        long tried = sendUnsent(Sockets.MSG_DONTWAIT);
        long result = mapped ? taken(tried) : advance(tried);
        if (result == PENDING) {
            sending = true;
            sendStartedNanos = clock.nanos();
        } else {
            counters.atOnce(Operation.SEND);
        }
        return result;
    }

    /** What of a mapping does not fit into the socket now must be looked at again before it is sent. */
    private static long taken(long sent) {
        return isInterrupted(sent) ? 0 : sent;
    }

    private long sendUnsent(int flags) {
        if (unsentSecondLength == 0) {
            return linux.send(fd, unsentAddress, unsentLength, flags | Sockets.MSG_NOSIGNAL);
        }
        long vectors = scratch + MessageHeader.BYTES;
        IoVector.put(vectors, unsentAddress, unsentLength);
        IoVector.put(vectors + IoVector.BYTES, unsentSecondAddress, unsentSecondLength);
        MessageHeader.put(scratch, vectors, 2);
        return linux.sendmsg(fd, scratch, flags | Sockets.MSG_NOSIGNAL);
    }

    /** Takes off what was sent; answers with the total, an error, or that something is left. */
    private long advance(long sent) {
        if (sent < 0) {
            return isInterrupted(sent) ? PENDING : sent;
        }
        if (sent < unsentLength) {
            unsentAddress += sent;
            unsentLength -= (int) sent;
            return PENDING;
        }
        long ofSecond = sent - unsentLength;
        unsentAddress = unsentSecondAddress + ofSecond;
        unsentLength = unsentSecondLength - (int) ofSecond;
        unsentSecondLength = 0;
        return unsentLength == 0 ? total : PENDING;
    }

    /** The time was up, or another thread has something to say. */
    private static boolean isInterrupted(long result) {
        return result == -Errno.EAGAIN || result == -Errno.EINTR;
    }

    /** Waits, on the thread's behalf, for what was asked for last. */
    void await(long timeoutNanos) {
        if (sending) {
            sendLimit.set(timeoutNanos);
            known = advance(sendUnsent(0));
            isKnown = known != PENDING;
        } else if (receiving) {
            receiveLimit.set(timeoutNanos);
            long started = clock.nanos();
            known = linux.recv(fd, receiveAddress, receiveLength, 0);
            receiveWaitedNanos += clock.nanos() - started;
            isKnown = !isInterrupted(known);
        }
    }

    /** Tells the listener what the wait has brought, if anything. */
    void dispatch() {
        if (!isKnown || closed) {
            return;
        }
        isKnown = false;
        if (sending) {
            sending = false;
            counters.blocked(Operation.SEND, clock.nanos() - sendStartedNanos);
            listener.sent(known);
        } else {
            receiving = false;
            counters.blocked(Operation.RECV, receiveWaitedNanos);
            listener.received(known);
        }
    }

    @Override
    public void shutdownSending() {
        linux.shutdown(fd, Sockets.SHUT_WR);
    }

    @Override
    public void close(boolean reset) {
        if (closed) {
            return;
        }
        closed = true;
        if (reset) {
            SocketOptions.resetOnClose(linux, fd, scratch);
        }
        poller.forget(this);
        linux.close(fd);
        listener.closed();
    }
}
