package io.laio.http.network;

import io.laio.http.loop.Poller;
import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Readiness by epoll(7), edge-triggered, one registration a descriptor for its whole life.
 *
 * <p>Events carry the descriptor and a generation, so that an event for a descriptor that was closed and used again in the
 * same turn is dropped.
 */
public final class EpollPoller implements Poller, Readiness {
    /** How many events are collected by one wait at most. */
    public static final int MAX_EVENTS = 512;

    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Linux linux;
    private final Linux wakersLinux = Linux.open();
    private final NativeBuffer events = new NativeBuffer(MAX_EVENTS * Epoll.BYTES);
    private final NativeBuffer scratch = new NativeBuffer(32);
    private final NativeBuffer one = new NativeBuffer(Long.BYTES);
    private final int epoll;
    private final int wakeupFd;
    private @Nullable ReadinessHandler[] handlers = new ReadinessHandler[256];
    private int[] generations = new int[256];
    private int ready;
    private boolean closed;

    /**
     * Opens an epoll instance.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @throws IllegalStateException if the kernel refuses
     */
    public EpollPoller(Linux linux) {
        this.linux = linux;
        this.epoll = require(linux.epollCreate(Epoll.EPOLL_CLOEXEC), "epoll_create1");
        this.wakeupFd = require(linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC), "eventfd2");
        Memory.putLong(one.address(), 1);
        add(wakeupFd, Epoll.EPOLLIN, events -> linux.read(wakeupFd, scratch.address() + 16, Long.BYTES));
    }

    private static int require(int result, String call) {
        if (result < 0) {
            throw new IllegalStateException(call + ": " + Errno.describe(-result));
        }
        return result;
    }

    @Override
    public void add(int fd, int interest, ReadinessHandler handler) {
        if (fd >= handlers.length) {
            handlers = Arrays.copyOf(handlers, Math.max(fd + 1, handlers.length * 2));
            generations = Arrays.copyOf(generations, handlers.length);
        }
        handlers[fd] = handler;
        Epoll.put(scratch.address(), interest | Epoll.EPOLLET, (long) generations[fd] << Integer.SIZE | fd);
        int result = linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, fd, scratch.address());
        if (result < 0) {
            forget(fd);
            throw new ChannelRefusedException("epoll_ctl", -result);
        }
    }

    @Override
    public void again(int fd, int interest) {
        Epoll.put(scratch.address(), interest | Epoll.EPOLLET, (long) generations[fd] << Integer.SIZE | fd);
        require(linux.epollControl(epoll, Epoll.EPOLL_CTL_MOD, fd, scratch.address()), "epoll_ctl");
    }

    @Override
    public void forget(int fd) {
        handlers[fd] = null;
        generations[fd]++;
    }

    /**
     * The epoll instance, for whoever waits for it together with something else and then calls {@link #collected}.
     *
     * @return its descriptor; this poller closes it
     */
    public int descriptor() {
        return epoll;
    }

    /**
     * Where such a wait is to put its events.
     *
     * @return address of room for {@link #MAX_EVENTS} events; this poller frees it
     */
    public long events() {
        return events.address();
    }

    /**
     * Takes note of events that such a wait has put there; {@link #dispatch} runs their handlers.
     *
     * @param count how many, 0 or more
     */
    public void collected(int count) {
        ready = count;
    }

    @Override
    public boolean submit() {
        return false;
    }

    @Override
    public void await(long timeoutNanos) {
        int millis = timeoutNanos == Long.MAX_VALUE
                ? -1
                : (int) Math.min(Integer.MAX_VALUE, (timeoutNanos + NANOS_PER_MILLI - 1) / NANOS_PER_MILLI);
        int result = linux.epollWait(epoll, events.address(), MAX_EVENTS, millis);
        if (result < 0 && result != -Errno.EINTR) {
            throw new IllegalStateException("epoll_wait: " + Errno.describe(-result));
        }
        ready = Math.max(0, result);
    }

    @Override
    public void dispatch() {
        int count = ready;
        ready = 0;
        for (int i = 0; i < count; i++) {
            long event = events.address() + (long) i * Epoll.BYTES;
            long data = Epoll.data(event);
            int fd = (int) data;
            ReadinessHandler handler = handlers[fd];
            if (handler != null && generations[fd] == (int) (data >>> Integer.SIZE)) {
                handler.ready(Epoll.events(event));
            }
        }
    }

    @Override
    public void wakeup() {
        synchronized (one) {
            if (!closed) {
                wakersLinux.write(wakeupFd, one.address(), Long.BYTES);
            }
        }
    }

    @Override
    public void close() {
        synchronized (one) {
            closed = true;
            linux.close(wakeupFd);
            one.close();
        }
        linux.close(epoll);
        events.close();
        scratch.close();
    }

    /** Gets a descriptor's events; runs on the loop. */
    @FunctionalInterface
    public interface ReadinessHandler {
        /**
         * Something happened.
         *
         * @param events {@code EPOLL*}
         */
        void ready(int events);
    }
}
