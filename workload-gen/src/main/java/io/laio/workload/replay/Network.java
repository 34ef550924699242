package io.laio.workload.replay;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetSocketAddress;

/**
 * The sockets of all clients, and the one wait for all of them.
 *
 * <p>A connection is watched once, for everything, edge-triggered: one epoll_ctl a connection, and none between the
 * connecting, the sending and the receiving. An edge is only reported again after the socket was read or written to
 * the end, which {@link Client} sees from a short count (epoll(7), "Questions and answers", 9).
 *
 * <p>The wait is epoll_pwait2(2) (Linux 5.11), whose time-out has the nanoseconds that an open loop's schedule needs.
 * Calls answer with the negated error number. Belongs to one thread.
 */
final class Network implements AutoCloseable {
    /** Events that mean that reading will not have to wait: data, the end, or an error. */
    static final int READABLE = Epoll.EPOLLIN | Epoll.EPOLLRDHUP | Epoll.EPOLLHUP | Epoll.EPOLLERR;

    /** Events that mean that nothing comes after what can be read. */
    static final int ENDING = Epoll.EPOLLRDHUP | Epoll.EPOLLHUP | Epoll.EPOLLERR;

    private static final long NANOS_PER_SECOND = 1_000_000_000;
    private static final int MAX_EVENTS = 256;
    private static final int WATCHED = Epoll.EPOLLIN | Epoll.EPOLLOUT | Epoll.EPOLLRDHUP | Epoll.EPOLLET;

    private final Linux linux;
    private final int family;
    private final int epoll;
    private final NativeBuffer events = new NativeBuffer(MAX_EVENTS * Epoll.BYTES);
    private final NativeBuffer event = new NativeBuffer(Epoll.BYTES);
    private final NativeBuffer timeout =
            new NativeBuffer(2 * Long.BYTES); // struct __kernel_timespec, linux/time_types.h
    private final NativeBuffer target = new NativeBuffer(SocketAddresses.MAX_BYTES);
    private final int targetBytes;
    private long connections;
    private int open;
    private int maxOpen;

    Network(Linux linux, InetSocketAddress address) throws IOException {
        this.linux = linux;
        this.family = address.getAddress() instanceof Inet4Address ? Sockets.AF_INET : Sockets.AF_INET6;
        this.targetBytes = SocketAddresses.put(target.address(), address);
        this.epoll = check(linux.epollCreate(Epoll.EPOLL_CLOEXEC), "epoll_create1");
    }

    /** Makes a socket whose events carry the token. */
    int open(int token) throws IOException {
        int fd = linux.socket(family, Sockets.SOCK_STREAM | Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC, 0);
        if (fd == -Errno.EMFILE || fd == -Errno.ENFILE) {
            throw new IOException("too many connections for this machine's limit of open files (" + open
                    + " are open): raise it with 'ulimit -n', or use fewer clients");
        }
        check(fd, "socket");
        Epoll.put(event.address(), WATCHED, token);
        check(linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, event.address()), "epoll_ctl");
        connections++;
        open++;
        maxOpen = Math.max(maxOpen, open);
        return fd;
    }

    int connect(int fd) {
        return linux.connect(fd, target.address(), targetBytes);
    }

    long send(int fd, long address, long length) {
        return linux.send(fd, address, length, Sockets.MSG_NOSIGNAL);
    }

    long receive(int fd, long address, long length) {
        return linux.recv(fd, address, length, 0);
    }

    /** Receives and throws away: TCP does not even copy (tcp(7), MSG_TRUNC). */
    long discard(int fd, long length) {
        return linux.recv(fd, 0, length, Sockets.MSG_TRUNC);
    }

    void close(int fd) {
        linux.close(fd); // also takes it out of the epoll instance
        open--;
    }

    /** Waits at most so long; answers with the number of events, 0 if there were none in time. */
    int await(long timeoutNanos) throws IOException {
        Memory.putLong(timeout.address(), timeoutNanos / NANOS_PER_SECOND);
        Memory.putLong(timeout.address() + Long.BYTES, timeoutNanos % NANOS_PER_SECOND);
        int count = (int) linux.syscall(
                SystemCall.EPOLL_PWAIT2.number(), epoll, events.address(), MAX_EVENTS, timeout.address(), 0, 0);
        return count == -Errno.EINTR ? 0 : check(count, "epoll_pwait2");
    }

    int token(int index) {
        return (int) Epoll.data(events.address() + (long) index * Epoll.BYTES);
    }

    int flags(int index) {
        return Epoll.events(events.address() + (long) index * Epoll.BYTES);
    }

    /** How many connections were begun. */
    long connections() {
        return connections;
    }

    int openConnections() {
        return open;
    }

    int maxOpenConnections() {
        return maxOpen;
    }

    @Override
    public void close() {
        linux.close(epoll);
        events.close();
        event.close();
        timeout.close();
        target.close();
    }

    private static int check(int result, String call) throws IOException {
        if (result < 0) {
            throw new IOException(call + ": " + Errno.describe(-result));
        }
        return result;
    }
}
