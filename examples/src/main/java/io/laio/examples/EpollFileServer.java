package io.laio.examples;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The same with non-blocking I/O.
 *
 * <p>A send takes what fits into the socket, so every client has to remember how much of its chunk is out, and the loop
 * comes back to it whenever there is room again. For files there is no such thing: opening and reading stop the loop, and
 * every client with it, whenever the disk is needed.
 */
final class EpollFileServer implements FileServer {
    private static final int MAX_EVENTS = 64;

    private final Linux linux = Linux.open();
    private final int epoll;
    private final int wakeup;
    private final NativeBuffer events = new NativeBuffer(MAX_EVENTS * Epoll.BYTES);
    private final NativeBuffer change = new NativeBuffer(Epoll.BYTES);
    private final NativeBuffer path;
    private final NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
    private final int listener;
    private final Map<Integer, Client> clients = new HashMap<>();
    private volatile boolean stopping;

    EpollFileServer(int listener, Path file) throws IOException {
        this.listener = listener;
        this.path = NativeBuffer.ofString(file.toString());
        this.epoll = Listener.check(linux.epollCreate(Epoll.EPOLL_CLOEXEC), "epoll_create1");
        this.wakeup = Listener.check(linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC), "eventfd");
        watch(Epoll.EPOLL_CTL_ADD, listener, Epoll.EPOLLIN);
        watch(Epoll.EPOLL_CTL_ADD, wakeup, Epoll.EPOLLIN);
    }

    private void watch(int operation, int fd, int kinds) throws IOException {
        Epoll.put(change.address(), kinds, fd);
        Listener.check(linux.epollControl(epoll, operation, fd, change.address()), "epoll_ctl");
    }

    /** The event loop: who can go on without blocking does a part of the work. */
    @Override
    public void run() throws IOException {
        while (!stopping) {
            int count = linux.epollWait(epoll, events.address(), MAX_EVENTS, -1);
            for (int i = 0; i < count; i++) {
                int fd = (int) Epoll.data(events.address(i * Epoll.BYTES, Epoll.BYTES));
                Client client = clients.get(fd);
                if (client != null) {
                    client.write();
                } else if (fd == listener) {
                    acceptAll();
                }
            }
        }
    }

    private void acceptAll() throws IOException {
        int flags = Sockets.SOCK_CLOEXEC | Sockets.SOCK_NONBLOCK;
        int socket = linux.accept4(listener, 0, 0, flags);
        for (; socket != -Errno.EAGAIN; socket = linux.accept4(listener, 0, 0, flags)) {
            if (socket != -Errno.ECONNABORTED) {
                Client client = new Client(Listener.check(socket, "accept"));
                watch(Epoll.EPOLL_CTL_ADD, socket, Epoll.EPOLLOUT);
                client.open();
            }
        }
    }

    @Override
    public void stop() {
        stopping = true;
        try (NativeBuffer one = new NativeBuffer(Long.BYTES)) {
            Memory.putLong(one.address(), 1);
            Linux.open().write(wakeup, one.address(), Long.BYTES); // a kernel of its own: this is any thread
        }
    }

    @Override
    public void close() {
        clients.values().forEach(Client::free);
        linux.close(wakeup);
        linux.close(epoll);
        events.close();
        change.close();
        path.close();
        how.close();
    }

    private final class Client {
        private final int socket;
        private final NativeBuffer chunk = new NativeBuffer(CHUNK_BYTES);
        private int file = -1;
        private long offset;
        // The state of a partial write: the bytes from sent to filled are still to go.
        private int sent;
        private int filled;

        Client(int socket) {
            this.socket = socket;
            clients.put(socket, this);
        }

        void open() {
            file = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address()); // may block everybody
            if (file < 0) {
                finish();
            }
        }

        /** Called whenever the socket has room: sends what fits of what is left. */
        void write() {
            if (sent == filled && !fill()) {
                finish();
                return;
            }
            int left = filled - sent;
            long count = linux.send(socket, chunk.address(sent, left), left, Sockets.MSG_NOSIGNAL);
            if (count >= 0) {
                sent += (int) count; // perhaps not all: the rest when epoll says so
            } else if (count != -Errno.EAGAIN) {
                finish();
            }
        }

        private boolean fill() {
            long got = linux.pread(file, chunk.address(), CHUNK_BYTES, offset); // may block everybody
            offset += Math.max(got, 0);
            sent = 0;
            filled = (int) Math.max(got, 0);
            return got > 0;
        }

        private void finish() {
            clients.remove(socket);
            free();
        }

        private void free() {
            linux.close(socket); // which also ends the watch
            linux.close(file);
            chunk.close();
        }
    }
}
