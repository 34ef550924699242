package io.laio.server.threads;

import io.laio.http.loop.Poller;
import io.laio.http.network.ChannelRefusedException;
import io.laio.http.network.EpollPoller.ReadinessHandler;
import io.laio.http.network.Readiness;
import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The wait of a virtual thread that serves one connection: it parks, and its carrier runs others meanwhile. {@link SharedEpoll}
 * notes what has become possible and unparks it. A system call by java.lang.foreign that waited would hold the carrier.
 */
final class ParkingPoller implements Poller, Readiness {
    private final Linux linux;
    private final SharedEpoll epoll;
    private final int number;
    private final NativeBuffer event = new NativeBuffer(Epoll.BYTES);

    /** The generation of the descriptor above, its events below: what is told of a descriptor that is closed is dropped. */
    private final AtomicLong state = new AtomicLong();

    private @Nullable ReadinessHandler handler;
    private volatile @Nullable Thread owner;
    private volatile boolean woken;

    /**
     * Makes a wait.
     *
     * @param linux the kernel, as seen by whichever thread serves
     * @param epoll tells what has become possible
     */
    ParkingPoller(Linux linux, SharedEpoll epoll) {
        this.linux = linux;
        this.epoll = epoll;
        this.number = epoll.register(this);
    }

    private static int generation(long state) {
        return (int) (state >>> Integer.SIZE);
    }

    private static long idle(int generation) {
        return (long) generation << Integer.SIZE;
    }

    @Override
    public void add(int fd, int interest, ReadinessHandler newHandler) {
        handler = newHandler;
        owner = Thread.currentThread();
        int generation = generation(state.get());
        int result = epoll.add(linux, event.address(), fd, interest, number, generation);
        if (result < 0) {
            forget(fd);
            throw new ChannelRefusedException("epoll_ctl", -result);
        }
    }

    @Override
    public void again(int fd, int interest) {
        throw new UnsupportedOperationException("a thread that serves one connection empties it");
    }

    @Override
    public void forget(int fd) {
        handler = null;
        state.set(idle(generation(state.get()) + 1));
    }

    /** Notes events; called by the thread that waits for all. */
    void ready(int generation, int events) {
        long before = state.get();
        while (generation(before) == generation) {
            if (state.compareAndSet(before, before | Integer.toUnsignedLong(events))) {
                LockSupport.unpark(owner);
                return;
            }
            before = state.get();
        }
    }

    @Override
    public boolean submit() {
        return false;
    }

    @Override
    public void await(long timeoutNanos) {
        if (timeoutNanos > 0 && (int) state.get() == 0 && !woken) {
            if (timeoutNanos == Long.MAX_VALUE) {
                LockSupport.park(this);
            } else {
                LockSupport.parkNanos(this, timeoutNanos);
            }
        }
        woken = false; // what it was woken for is in the loop's queue by now, and is looked at after the wait
    }

    @Override
    public void dispatch() {
        long taken = state.get();
        while ((int) taken != 0 && !state.compareAndSet(taken, idle(generation(taken)))) {
            taken = state.get();
        }
        ReadinessHandler current = handler;
        if ((int) taken != 0 && current != null) {
            current.ready((int) taken);
        }
    }

    @Override
    public void wakeup() {
        woken = true;
        LockSupport.unpark(owner);
    }

    @Override
    public void close() {
        event.close();
    }
}
