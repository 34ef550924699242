package io.laio.http.process;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.PeerCredentials;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;

/**
 * Where one child connects: a listening socket with an abstract name that the kernel chose (unix(7), autobind), so there is no
 * file to protect or to remove. Anybody in the same network namespace may connect to such a name; who it was, the kernel knows.
 */
final class Rendezvous implements AutoCloseable {
    private static final int BACKLOG = 8;
    private static final int MAX_STRANGERS = 64;
    private static final int LENGTH = 112;
    private static final int BYTES = 128;
    private static final int MILLIS_PER_SECOND = 1000;

    private final Linux linux;
    private final int fd;
    private final NativeBuffer scratch = new NativeBuffer(BYTES);
    private boolean closed;

    private Rendezvous(Linux linux, int fd) {
        this.linux = linux;
        this.fd = fd;
    }

    /**
     * Begins to listen.
     *
     * @param linux the kernel, as seen by the calling thread
     * @param timeoutMillis how long {@link #accept} waits
     */
    static Rendezvous open(Linux linux, int timeoutMillis) throws ChildFailedException {
        int fd = require(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_SEQPACKET | Sockets.SOCK_CLOEXEC, 0));
        Rendezvous rendezvous = new Rendezvous(linux, fd);
        try {
            rendezvous.listen(timeoutMillis);
            return rendezvous;
        } catch (ChildFailedException e) {
            rendezvous.close();
            throw e;
        }
    }

    private void listen(int timeoutMillis) throws ChildFailedException {
        long time = scratch.address();
        Memory.putLong(time, timeoutMillis / MILLIS_PER_SECOND);
        Memory.putLong(time + Long.BYTES, timeoutMillis % MILLIS_PER_SECOND * (long) MILLIS_PER_SECOND);
        require(linux.setsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_RCVTIMEO, time, 2 * Long.BYTES));
        require(linux.bind(fd, scratch.address(), SocketAddresses.putUnixAutobind(scratch.address())));
        require(linux.listen(fd, BACKLOG));
    }

    private static int require(int result) throws ChildFailedException {
        if (result < 0) {
            throw new ChildFailedException("no socket for a child: " + Errno.describe(-result), -1);
        }
        return result;
    }

    /** The name that the child connects to. */
    String name() throws ChildFailedException {
        long address = scratch.address();
        Memory.putInt(address + LENGTH, SocketAddresses.MAX_UNIX_BYTES);
        require(linux.getsockname(fd, address, address + LENGTH));
        return SocketAddresses.unixAbstract(address, Memory.getInt(address + LENGTH));
    }

    /**
     * Waits until a process connects; closes connections of all others.
     *
     * @param process the id of the one that may
     * @return a non-blocking socket, which the caller closes; or the negated error number: {@code EAGAIN} when the time is up,
     *     {@code EINVAL} after {@link #giveUp}
     */
    int accept(long process) {
        for (int strangers = 0; strangers < MAX_STRANGERS; strangers++) {
            int connection;
            do {
                connection = linux.accept4(fd, 0, 0, Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC);
            } while (connection == -Errno.EINTR);
            if (connection < 0 || peer(connection) == process) {
                return connection;
            }
            linux.close(connection);
        }
        return -Errno.EACCES;
    }

    private long peer(int connection) {
        long credentials = scratch.address();
        Memory.putInt(credentials + LENGTH, PeerCredentials.BYTES);
        int result = linux.getsockopt(
                connection, Sockets.SOL_SOCKET, Sockets.SO_PEERCRED, credentials, credentials + LENGTH);
        return result < 0 ? result : PeerCredentials.process(credentials);
    }

    /** Lets {@link #accept} return at once, now and from now on; may be called from any thread. */
    synchronized void giveUp() {
        if (!closed) {
            Linux.open().shutdown(fd, Sockets.SHUT_RDWR);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        linux.close(fd);
        scratch.close();
    }
}
