package io.laio.examples;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.posix.ControlBlock;
import io.laio.posix.PosixAio;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * The same with POSIX AIO for reading the file, and non-blocking I/O for the network.
 *
 * <p>Reading no longer stops the loop; opening still does. Epoll cannot wait for an AIO read, so a second thread does and
 * tells the loop, and the loop tells it of every new one. A client has to remember how much of its chunk is sent, and whether
 * a read goes on: until that is over, neither its chunk nor its descriptors may be let go.
 */
final class AioFileServer implements FileServer {
    private static final int MAX_EVENTS = 64;

    private final Linux linux = Linux.open();
    private final PosixAio aio = PosixAio.open();
    private final int epoll;
    private final int wakeup; // for the loop: a read is complete
    private final int
            news; // for the collector: a read has begun; a blocking eventfd, for aio_read answers EAGAIN for others
    private final NativeBuffer events = new NativeBuffer(MAX_EVENTS * Epoll.BYTES);
    private final NativeBuffer change = new NativeBuffer(Epoll.BYTES);
    private final NativeBuffer counter = new NativeBuffer(Long.BYTES);
    private final NativeBuffer path;
    private final NativeBuffer how = OpenHow.allocate(OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
    private final int listener;
    private final Map<Integer, Client> clients = new HashMap<>();
    private final Queue<Client> begun = new ConcurrentLinkedQueue<>();
    private final Queue<Client> complete = new ConcurrentLinkedQueue<>();
    private final Thread collector;
    private volatile boolean stopping;
    private volatile boolean closing;

    AioFileServer(int listener, Path file) throws IOException {
        this.listener = listener;
        this.path = NativeBuffer.ofString(file.toString());
        this.epoll = Listener.check(linux.epollCreate(Epoll.EPOLL_CLOEXEC), "epoll_create1");
        this.wakeup = Listener.check(linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC), "eventfd");
        this.news = Listener.check(linux.eventfd(0, Epoll.EFD_CLOEXEC), "eventfd");
        watch(listener, Epoll.EPOLLIN);
        watch(wakeup, Epoll.EPOLLIN);
        this.collector = Thread.ofPlatform().name("aio collector").start(this::collect);
    }

    private void watch(int fd, int kinds) throws IOException {
        Epoll.put(change.address(), kinds, fd);
        Listener.check(linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, change.address()), "epoll_ctl");
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
                } else if (fd == wakeup) {
                    takeReads();
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
                watch(socket, Epoll.EPOLLOUT | Epoll.EPOLLET); // changes only: while a read goes on, room is no news
                client.open();
            }
        }
    }

    private void takeReads() {
        linux.read(wakeup, counter.address(), Long.BYTES);
        for (Client client = complete.poll(); client != null; client = complete.poll()) {
            client.filled();
        }
    }

    /** The second thread: waits for whichever read is complete first, and for news of further ones, which is a read too. */
    private void collect() {
        PosixAio own = PosixAio.open();
        List<Client> waiting = new ArrayList<>();
        try (NativeBuffer memory = new NativeBuffer(ControlBlock.BYTES + 2 * Long.BYTES)) {
            long block = memory.address();
            ControlBlock.put(block, news, memory.address(ControlBlock.BYTES, Long.BYTES), Long.BYTES, 0);
            own.read(block);
            while (!closing || !waiting.isEmpty() || !begun.isEmpty()) {
                await(own, block, waiting);
                if (own.result(block) != -Errno.EINPROGRESS) {
                    own.read(block);
                }
                for (Client client = begun.poll(); client != null; client = begun.poll()) {
                    waiting.add(client);
                }
                waiting.removeIf(client -> isComplete(own, client));
            }
            own.cancel(news, block);
            signal(news); // if it was too late to cancel
            while (own.error(block) == Errno.EINPROGRESS) {
                await(own, block, List.of());
            }
        }
    }

    private static void await(PosixAio own, long block, List<Client> waiting) {
        try (NativeBuffer list = new NativeBuffer((1 + waiting.size()) * Long.BYTES)) {
            Memory.putLong(list.address(), block);
            for (int i = 0; i < waiting.size(); i++) {
                Memory.putLong(
                        list.address((i + 1) * Long.BYTES, Long.BYTES),
                        waiting.get(i).block.address());
            }
            own.suspend(list.address(), 1 + waiting.size(), -1);
        }
    }

    private boolean isComplete(PosixAio own, Client client) {
        if (own.error(client.block.address()) == Errno.EINPROGRESS) {
            return false;
        }
        complete.add(client);
        signal(wakeup);
        return true;
    }

    private static void signal(int eventfd) {
        try (NativeBuffer one = new NativeBuffer(Long.BYTES)) {
            Memory.putLong(one.address(), 1);
            Linux.open().write(eventfd, one.address(), Long.BYTES); // a kernel of its own: this is any thread
        }
    }

    @Override
    public void stop() {
        stopping = true;
        signal(wakeup);
    }

    @Override
    public void close() {
        closing = true;
        signal(news);
        boolean interrupted = false;
        while (collector.isAlive()) { // until then reads go on, into the chunks
            try {
                collector.join();
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        clients.values().forEach(Client::free);
        linux.close(wakeup);
        linux.close(news);
        linux.close(epoll);
        List.of(events, change, counter, path, how).forEach(NativeBuffer::close);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private final class Client {
        private final int socket;
        private final NativeBuffer chunk = new NativeBuffer(CHUNK_BYTES);
        private final NativeBuffer block = new NativeBuffer(ControlBlock.BYTES);
        private int file = -1;
        private long offset;
        private boolean reading;
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
            } else {
                fill();
            }
        }

        private void fill() {
            ControlBlock.put(block.address(), file, chunk.address(), CHUNK_BYTES, offset);
            if (aio.read(block.address()) < 0) {
                finish();
                return;
            }
            reading = true;
            begun.add(this);
            signal(news);
        }

        void filled() {
            reading = false;
            long got = aio.result(block.address());
            if (got <= 0) {
                finish();
                return;
            }
            offset += got;
            sent = 0;
            filled = (int) got;
            write();
        }

        /** Called when a chunk is there and whenever the socket has room again: sends what fits of what is left. */
        void write() {
            while (!reading) {
                int left = filled - sent;
                long count = linux.send(socket, chunk.address(sent, left), left, Sockets.MSG_NOSIGNAL);
                if (count == -Errno.EAGAIN) {
                    return; // the rest when epoll says so
                }
                if (count < 0) {
                    finish();
                    return;
                }
                sent += (int) count;
                if (sent == filled) {
                    fill();
                    return; // goes on when that is complete
                }
            }
        }

        private void finish() {
            clients.remove(socket);
            free();
        }

        private void free() {
            linux.close(socket); // which also ends the watch
            linux.close(file);
            chunk.close();
            block.close();
        }
    }
}
