package io.laio.server.threads;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.util.Arrays;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Waits for the sockets of all virtual threads, on one platform thread. A descriptor is added once for its whole life,
 * edge-triggered. {@link java.nio.channels.SocketChannel} arms epoll anew for every wait, which is a system call more each.
 */
final class SharedEpoll implements AutoCloseable {
    private static final int MAX_EVENTS = 512;
    private static final int WAKEUP = -1;

    private final Linux linux;
    private final int epoll;
    private final int wakeupFd;
    private final Thread thread;
    private final Consumer<Throwable> failed;
    private volatile @Nullable ParkingPoller[] pollers = new ParkingPoller[256];
    private int registered;
    private volatile boolean closed;

    /**
     * Begins to wait.
     *
     * @param kernels the kernel, for two threads
     * @param failed told, by the thread that waits, if that can wait no more: those whose sockets it waited for would wait for ever
     * @throws IllegalStateException if the kernel refuses
     */
    SharedEpoll(Supplier<Linux> kernels, Consumer<Throwable> failed) {
        this.failed = failed;
        linux = kernels.get();
        epoll = require(linux.epollCreate(Epoll.EPOLL_CLOEXEC), "epoll_create1");
        wakeupFd = require(linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC), "eventfd2");
        try (NativeBuffer event = new NativeBuffer(Epoll.BYTES)) {
            require(add(linux, event.address(), wakeupFd, Epoll.EPOLLIN, WAKEUP, 0), "epoll_ctl");
        }
        thread = Thread.ofPlatform().name("readiness").start(() -> run(kernels));
    }

    private static int require(int result, String call) {
        if (result < 0) {
            throw new IllegalStateException(call + ": " + Errno.describe(-result));
        }
        return result;
    }

    /** Gives a poller its number. */
    synchronized int register(ParkingPoller poller) {
        if (registered == pollers.length) {
            pollers = Arrays.copyOf(pollers, registered * 2);
        }
        @Nullable ParkingPoller[] current = pollers;
        current[registered] = poller;
        pollers = current; // shows the element to the thread that waits
        return registered++;
    }

    /**
     * Watches a descriptor.
     *
     * @param caller the kernel, as seen by the calling thread
     * @param event address of memory for a {@code struct epoll_event}
     * @return 0, or a negated error number
     */
    int add(Linux caller, long event, int fd, int interest, int number, int generation) {
        long data = (long) generation << Integer.SIZE | Integer.toUnsignedLong(number);
        Epoll.put(event, interest | Epoll.EPOLLET, data);
        return caller.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, event);
    }

    private void run(Supplier<Linux> kernels) {
        try {
            waitForAll(kernels.get());
        } catch (RuntimeException | Error e) {
            failed.accept(e);
        }
    }

    private void waitForAll(Linux own) {
        try (NativeBuffer events = new NativeBuffer(MAX_EVENTS * Epoll.BYTES)) {
            while (!closed) {
                int count = own.epollWait(epoll, events.address(), MAX_EVENTS, -1);
                if (count < 0 && count != -Errno.EINTR) {
                    throw new IllegalStateException("epoll_wait: " + Errno.describe(-count));
                }
                for (int i = 0; i < count; i++) {
                    dispatch(events.address() + (long) i * Epoll.BYTES);
                }
            }
        }
    }

    private void dispatch(long event) {
        long data = Epoll.data(event);
        ParkingPoller poller = (int) data == WAKEUP ? null : pollers[(int) data];
        if (poller != null) {
            poller.ready((int) (data >>> Integer.SIZE), Epoll.events(event));
        }
    }

    /** Ends the wait; no thread may be waiting for a socket any more. */
    @Override
    public void close() {
        closed = true;
        try (NativeBuffer one = new NativeBuffer(Long.BYTES)) {
            Memory.putLong(one.address(), 1);
            linux.write(wakeupFd, one.address(), Long.BYTES);
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        linux.close(wakeupFd);
        linux.close(epoll);
    }
}
