package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Epoll;
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
import java.util.concurrent.TimeUnit;

/** Real descriptors for tests: sockets over loopback, pipes and files. */
final class Loopback {
    /** How long the kernel may take for what it always does in the end. */
    private static final int PATIENCE_MILLIS = 30_000;

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

    /** Waits until a descriptor can be read: what was sent over loopback arrives after the sending call has returned. */
    static void awaitReadable(Linux linux, int fd) {
        int epoll = check(linux.epollCreate(Epoll.EPOLL_CLOEXEC));
        try (NativeBuffer event = new NativeBuffer(Epoll.BYTES)) {
            Memory.putInt(event.address(), Epoll.EPOLLIN);
            check(linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, event.address()));
            assertEquals(1, linux.epollWait(epoll, event.address(), 1, PATIENCE_MILLIS), "nothing to read");
        } finally {
            linux.close(epoll);
        }
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
        awaitReadable(linux, listener);
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

    /**
     * Waits until this process has as many descriptors as before. The JVM opens one now and then for a moment, to read its
     * control group; what stays is a leak.
     */
    static void awaitDescriptors(int before) {
        long deadlineNanos = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(PATIENCE_MILLIS);
        while (openDescriptors() != before && System.nanoTime() < deadlineNanos) {
            Thread.onSpinWait();
        }
        assertEquals(before, openDescriptors());
    }

    /** How many descriptors this process has. The number is only a moment's: see {@link #awaitDescriptors}. */
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
