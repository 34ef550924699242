package io.laio.http.server;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import java.net.InetSocketAddress;

/** Listening sockets; every loop has one of its own on the same port. */
final class Listener {
    private static final int BACKLOG = 4096;
    private static final int ADDRESS = 0;
    private static final int OPTION = 64;
    private static final int SCRATCH_BYTES = 128;

    private Listener() {}

    /**
     * Opens a listening socket, non-blocking, with TCP_NODELAY, which accepted sockets inherit.
     *
     * @param linux the kernel
     * @param address where to listen; port 0 lets the kernel choose
     * @return its descriptor
     * @throws UnfitEnvironmentException if the address is taken, forbidden or not this machine's
     */
    static int open(Linux linux, InetSocketAddress address) throws UnfitEnvironmentException {
        try (NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES)) {
            long at = scratch.address();
            int length = SocketAddresses.put(at + ADDRESS, address);
            int type = Sockets.SOCK_STREAM | Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC;
            int fd = require(linux.socket(Memory.getShort(at), type, 0), "socket", address);
            Memory.putInt(at + OPTION, 1);
            linux.setsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_REUSEADDR, at + OPTION, Integer.BYTES);
            linux.setsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_REUSEPORT, at + OPTION, Integer.BYTES);
            linux.setsockopt(fd, Sockets.IPPROTO_TCP, Sockets.TCP_NODELAY, at + OPTION, Integer.BYTES);
            int result = linux.bind(fd, at + ADDRESS, length);
            result = result < 0 ? result : linux.listen(fd, BACKLOG);
            if (result < 0) {
                linux.close(fd);
            }
            require(result, "listen", address);
            return fd;
        }
    }

    private static int require(int result, String call, InetSocketAddress address) throws UnfitEnvironmentException {
        if (result < 0) {
            String remedy = result == -Errno.EADDRINUSE ? "; another server has it: choose another --port" : "";
            throw new UnfitEnvironmentException(
                    "cannot listen on " + address + ": " + call + ": " + Errno.describe(-result) + remedy, null);
        }
        return result;
    }

    static int portOf(Linux linux, int fd) {
        try (NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES)) {
            Memory.putInt(scratch.address() + OPTION, SocketAddresses.MAX_BYTES);
            linux.getsockname(fd, scratch.address(), scratch.address() + OPTION);
            return SocketAddresses.port(scratch.address());
        }
    }
}
