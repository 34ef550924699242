package io.laio.examples;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;

/** A listening socket: the same calls for every server, so that none of them shows it. */
final class Listener {
    private static final int BACKLOG = 128;

    private Listener() {}

    /**
     * Listens on the loopback interface.
     *
     * @param linux the kernel
     * @param port the port, 0 for any that is free
     * @return a non-blocking socket; the caller closes it
     * @throws IOException if the port cannot be had
     */
    static int open(Linux linux, int port) throws IOException {
        int type = Sockets.SOCK_STREAM | Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC;
        int fd = check(linux.socket(Sockets.AF_INET, type, 0), "socket");
        try (NativeBuffer memory = new NativeBuffer(SocketAddresses.MAX_BYTES)) {
            memory.asByteBuffer().putInt(0, 1);
            linux.setsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_REUSEADDR, memory.address(), Integer.BYTES);
            InetSocketAddress address = new InetSocketAddress(InetAddress.getLoopbackAddress(), port);
            check(linux.bind(fd, memory.address(), SocketAddresses.put(memory.address(), address)), "bind");
            check(linux.listen(fd, BACKLOG), "listen");
            return fd;
        } catch (IOException e) {
            linux.close(fd);
            throw e;
        }
    }

    /**
     * Which port a socket listens on.
     *
     * @param linux the kernel
     * @param fd a listening socket
     * @return the port
     * @throws IOException if it is no socket
     */
    static int port(Linux linux, int fd) throws IOException {
        try (NativeBuffer memory = new NativeBuffer(SocketAddresses.MAX_BYTES + Integer.BYTES)) {
            memory.asByteBuffer().putInt(SocketAddresses.MAX_BYTES, SocketAddresses.MAX_BYTES);
            long length = memory.address(SocketAddresses.MAX_BYTES, Integer.BYTES);
            check(linux.getsockname(fd, memory.address(), length), "getsockname");
            return SocketAddresses.port(memory.address());
        }
    }

    /** A call's result, or an exception that says which call failed and why. */
    static int check(long result, String call) throws IOException {
        if (result < 0) {
            throw new IOException(call + ": " + Errno.describe((int) -result));
        }
        return (int) result;
    }
}
