package io.laio.http.server;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import java.net.InetSocketAddress;
import java.util.List;

/** Listening sockets; every loop has one of its own on the same port. */
final class Listener {
    private static final int BACKLOG = 4096;
    private static final int OPTION = 64;
    private static final int SCRATCH_BYTES = 128;

    private Listener() {}

    /**
     * Opens listening sockets on one port, non-blocking, with TCP_NODELAY, which accepted sockets inherit.
     *
     * <p>Several of them share the port by SO_REUSEPORT, which would let any other server of the same user share it too, unseen.
     * So the first is bound without, and becomes able to share only when the port is its own.
     *
     * @param linux the kernel
     * @param address where to listen; port 0 lets the kernel choose
     * @param count how many sockets
     * @param opened gets each descriptor as soon as it is open
     * @throws UnfitEnvironmentException if the address is taken, forbidden or not this machine's
     */
    static void open(Linux linux, InetSocketAddress address, int count, List<Integer> opened)
            throws UnfitEnvironmentException {
        int first = bind(linux, address, false);
        opened.add(first);
        if (count > 1) {
            setOption(linux, first, Sockets.SOL_SOCKET, Sockets.SO_REUSEPORT);
        }
        InetSocketAddress same = new InetSocketAddress(address.getAddress(), portOf(linux, first));
        for (int i = 1; i < count; i++) {
            opened.add(bind(linux, same, true));
        }
        for (int fd : opened) {
            require(linux.listen(fd, BACKLOG), same);
        }
    }

    private static int bind(Linux linux, InetSocketAddress address, boolean shared) throws UnfitEnvironmentException {
        try (NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES)) {
            int length = SocketAddresses.put(scratch.address(), address);
            int type = Sockets.SOCK_STREAM | Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC;
            int fd = require(linux.socket(Memory.getShort(scratch.address()), type, 0), address);
            setOption(linux, fd, Sockets.SOL_SOCKET, Sockets.SO_REUSEADDR);
            setOption(linux, fd, Sockets.IPPROTO_TCP, Sockets.TCP_NODELAY);
            if (shared) {
                setOption(linux, fd, Sockets.SOL_SOCKET, Sockets.SO_REUSEPORT);
            }
            int result = linux.bind(fd, scratch.address(), length);
            if (result < 0) {
                linux.close(fd);
            }
            require(result, address);
            return fd;
        }
    }

    private static void setOption(Linux linux, int fd, int level, int option) {
        try (NativeBuffer one = new NativeBuffer(Integer.BYTES)) {
            Memory.putInt(one.address(), 1);
            linux.setsockopt(fd, level, option, one.address(), Integer.BYTES);
        }
    }

    private static int require(int result, InetSocketAddress address) throws UnfitEnvironmentException {
        if (result < 0) {
            String where = address.getAddress().getHostAddress() + " port " + address.getPort();
            throw new UnfitEnvironmentException(
                    "cannot listen on " + where + ": " + Errno.describe(-result) + remedy(-result), null);
        }
        return result;
    }

    private static String remedy(int errno) {
        return switch (errno) {
            case Errno.EADDRINUSE -> "; another server has it: choose another --port";
            case Errno.EADDRNOTAVAIL -> "; --bind must name an address of this machine";
            case Errno.EACCES -> "; ports below 1024 are the superuser's: choose another --port";
            default -> "";
        };
    }

    static int portOf(Linux linux, int fd) {
        try (NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES)) {
            Memory.putInt(scratch.address() + OPTION, SocketAddresses.MAX_BYTES);
            linux.getsockname(fd, scratch.address(), scratch.address() + OPTION);
            return SocketAddresses.port(scratch.address());
        }
    }
}
