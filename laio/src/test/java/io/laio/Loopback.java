package io.laio;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import java.io.File;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Objects;

/** Real descriptors for tests: sockets over loopback, pipes and files. */
final class Loopback {
    private Loopback() {}

    static int check(long result) {
        if (result < 0) {
            throw new AssertionError(io.laio.linux.Errno.describe((int) -result));
        }
        return (int) result;
    }

    static int listener(Linux linux) {
        int fd = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM | Sockets.SOCK_NONBLOCK, 0));
        try (NativeBuffer address = new NativeBuffer(SocketAddresses.MAX_BYTES)) {
            int length =
                    SocketAddresses.put(address.address(), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            check(linux.bind(fd, address.address(), length));
        }
        check(linux.listen(fd, 16));
        return fd;
    }

    static int portOf(Linux linux, int socket) {
        try (NativeBuffer memory = new NativeBuffer(64)) {
            Memory.putInt(memory.address() + 32, SocketAddresses.MAX_BYTES);
            check(linux.getsockname(socket, memory.address(), memory.address() + 32));
            return SocketAddresses.port(memory.address());
        }
    }

    /** Two connected stream sockets. */
    static int[] socketPair(Linux linux) {
        int listener = listener(linux);
        int client = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
        try (NativeBuffer address = new NativeBuffer(SocketAddresses.MAX_BYTES)) {
            InetSocketAddress target = new InetSocketAddress(InetAddress.getLoopbackAddress(), portOf(linux, listener));
            check(linux.connect(client, address.address(), SocketAddresses.put(address.address(), target)));
        }
        int server = check(linux.accept4(listener, 0, 0, 0));
        linux.close(listener);
        return new int[] {client, server};
    }

    static int[] pipe(Linux linux) {
        try (NativeBuffer pair = new NativeBuffer(8)) {
            check(linux.pipe(pair.address(), OpenHow.O_CLOEXEC));
            return new int[] {Memory.getInt(pair.address()), Memory.getInt(pair.address() + 4)};
        }
    }

    /** How many descriptors this process has. */
    static int openDescriptors() {
        String[] names = new File("/proc/self/fd").list();
        return Objects.requireNonNull(names, "/proc/self/fd").length;
    }

    static int open(Linux linux, Path path, int flags) {
        try (NativeBuffer memory = new NativeBuffer(4096)) {
            OpenHow.put(memory.address(), flags, 0, 0);
            Memory.putString(memory.address() + 64, 4000, path.toString());
            return check(linux.openat2(OpenHow.AT_FDCWD, memory.address() + 64, memory.address()));
        }
    }
}
