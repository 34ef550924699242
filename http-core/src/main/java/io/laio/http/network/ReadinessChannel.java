package io.laio.http.network;

import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.MessageHeader;
import io.laio.linux.Sockets;

/**
 * A connection by readiness. Because the kernel tells changes only, the channel remembers what it knows: whether there may be
 * something to read, and what of a response is still unsent. That second part, the state of a partial write, is what LAIO
 * makes superfluous (PAPER.md section 3, code size).
 */
final class ReadinessChannel implements Channel, EpollPoller.ReadinessHandler {
    /** Memory for a message header and two vectors, shared by all channels of a loop. */
    static final int SCRATCH_BYTES = MessageHeader.BYTES + 2 * IoVector.BYTES;

    private static final int END_EVENTS = Epoll.EPOLLRDHUP | Epoll.EPOLLHUP | Epoll.EPOLLERR;
    private static final int READ_EVENTS = Epoll.EPOLLIN | END_EVENTS;
    private static final int WRITE_EVENTS = Epoll.EPOLLOUT | Epoll.EPOLLHUP | Epoll.EPOLLERR;

    private final Linux linux;
    private final Readiness poller;
    private final OperationCounters counters;
    private final ChannelListener listener;
    private final long scratch;
    private final int fd;

    private boolean readable = true;
    private boolean ended;
    private boolean receiving;
    private long receiveAddress;
    private int receiveLength;

    private boolean sending;
    private long unsentAddress;
    private int unsentLength;
    private long unsentSecondAddress;
    private int unsentSecondLength;
    private long total;
    private boolean closed;

    ReadinessChannel(
            Linux linux, Readiness poller, OperationCounters counters, long scratch, int fd, ChannelListener listener) {
        this.linux = linux;
        this.poller = poller;
        this.counters = counters;
        this.scratch = scratch;
        this.fd = fd;
        this.listener = listener;
    }

    @Override
    public long receive(long address, int length) {
        counters.issued(Operation.RECV);
        long result = readable ? tryReceive(address, length) : PENDING;
        if (result == PENDING) {
            counters.blocked(Operation.RECV, 0);
            receiving = true;
            receiveAddress = address;
            receiveLength = length;
        } else {
            counters.atOnce(Operation.RECV);
        }
        return result;
    }

    private long tryReceive(long address, int length) {
        long result = linux.recv(fd, address, length, 0);
        while (result == -Errno.EINTR) {
            result = linux.recv(fd, address, length, 0);
        }
        // A stream that gives less than was asked for is empty, and the kernel will tell when more comes (epoll(7),
        // Q9);
        // but if it has told the end already, it will not tell that again.
        readable = result == length || ended;
        return result == -Errno.EAGAIN ? PENDING : result;
    }

    @Override
    public long send(long first, int firstLength, long second, int secondLength, boolean mapped) {
        counters.issued(Operation.SEND);
        unsentAddress = first;
        unsentLength = firstLength;
        unsentSecondAddress = second;
        unsentSecondLength = secondLength;
        total = (long) firstLength + secondLength;
        long result = mapped ? sendOnce() : trySend();
        if (result == PENDING) {
            counters.blocked(Operation.SEND, 0);
            sending = true;
        } else {
            counters.atOnce(Operation.SEND);
        }
        return result;
    }

    private long trySend() {
        while (true) {
            long sent = unsentSecondLength == 0 ? sendOne() : sendTwo();
            if (sent == -Errno.EAGAIN) {
                return PENDING;
            }
            if (sent < 0 && sent != -Errno.EINTR) {
                return sent;
            }
            advance(Math.max(0, sent));
            if (unsentLength == 0 && unsentSecondLength == 0) {
                return total;
            }
        }
    }

    /** What of a mapping does not fit into the socket now must be looked at again before it is sent, so it is not kept here. */
    private long sendOnce() {
        long sent = unsentSecondLength == 0 ? sendOne() : sendTwo();
        return sent == -Errno.EAGAIN || sent == -Errno.EINTR ? 0 : sent;
    }

    private long sendOne() {
        return linux.send(fd, unsentAddress, unsentLength, Sockets.MSG_NOSIGNAL);
    }

    private long sendTwo() {
        long vectors = scratch + MessageHeader.BYTES;
        IoVector.put(vectors, unsentAddress, unsentLength);
        IoVector.put(vectors + IoVector.BYTES, unsentSecondAddress, unsentSecondLength);
        MessageHeader.put(scratch, vectors, 2);
        return linux.sendmsg(fd, scratch, Sockets.MSG_NOSIGNAL);
    }

    private void advance(long sent) {
        if (sent < unsentLength) {
            unsentAddress += sent;
            unsentLength -= (int) sent;
            return;
        }
        long ofSecond = sent - unsentLength;
        unsentAddress = unsentSecondAddress + ofSecond;
        unsentLength = unsentSecondLength - (int) ofSecond;
        unsentSecondLength = 0;
    }

    @Override
    public void ready(int events) {
        readable |= (events & READ_EVENTS) != 0;
        ended |= (events & END_EVENTS) != 0;
        if (sending && (events & WRITE_EVENTS) != 0) {
            goOnSending();
        }
        if (receiving && readable && !closed) {
            goOnReceiving();
        }
    }

    private void goOnSending() {
        long result = trySend();
        if (result != PENDING) {
            sending = false;
            listener.sent(result);
        }
    }

    private void goOnReceiving() {
        long result = tryReceive(receiveAddress, receiveLength);
        if (result != PENDING) {
            receiving = false;
            listener.received(result);
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
        receiving = false;
        sending = false;
        if (reset) {
            SocketOptions.resetOnClose(linux, fd, scratch);
        }
        poller.forget(fd);
        linux.close(fd);
        listener.closed();
    }
}
