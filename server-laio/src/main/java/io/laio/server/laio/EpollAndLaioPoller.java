package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.loop.Poller;
import io.laio.http.network.EpollPoller;
import io.laio.linux.Errno;

/**
 * One wait for the network's readiness and the disk's completions. Which of the two calls it is follows from what there is to
 * wait for:
 *
 * <pre>
 *                       the disk has work
 *      epoll_wait  ----------------------------->  laio's poll, with a lazy epoll_wait
 *      on the set                                  of the same set in flight
 *                  <-----------------------------
 *                       that epoll_wait is over, and the disk has none
 * </pre>
 *
 * So a loop that finds everything in memory makes the calls of one without LAIO, and no others
 * (docs/decisions/0401-one-wait-for-epoll-and-laio.md). There is never an epoll_wait in flight while another is made.
 *
 * <p>No event is lost on the way: the set holds what nobody has collected, and each wait, of either kind, begins with that. A
 * wake-up is an event of the set.
 */
final class EpollAndLaioPoller implements Poller, LaioEvent {
    private final EpollPoller epoll;
    private final Laio laio;
    private final LaioPoller completions;
    private final LaioDisk disk;
    private boolean awaitsEvents;

    EpollAndLaioPoller(EpollPoller epoll, Laio laio, LaioDisk disk) {
        this.epoll = epoll;
        this.laio = laio;
        this.completions = new LaioPoller(laio);
        this.disk = disk;
    }

    @Override
    public boolean submit() {
        if (!awaitsEvents && disk.pending() == 0) {
            return false;
        }
        boolean events = !awaitsEvents && findsEvents();
        return completions.submit() || events;
    }

    @Override
    public void await(long timeoutNanos) {
        if (awaitsEvents) {
            completions.await(timeoutNanos);
        } else {
            epoll.await(timeoutNanos);
        }
    }

    /**
     * Begins a wait for events; true if there are some at once. Nobody tries first: a batch is submitted anyway, and with it
     * the kernel tries.
     */
    private boolean findsEvents() {
        long count = laio.epollWait(epoll.descriptor(), epoll.events(), EpollPoller.MAX_EVENTS, Laziness.RING);
        awaitsEvents = count < 0 && laio.errno() == Errno.EINPROGRESS;
        if (awaitsEvents) {
            laio.attach(this);
            return false;
        }
        collected(count < 0 ? -laio.errno() : count);
        return true;
    }

    @Override
    public void completed(long result, long blockedNanos) {
        awaitsEvents = false;
        collected(result);
    }

    private void collected(long result) {
        if (result < 0 && result != -Errno.EINTR) {
            throw new IllegalStateException("epoll_wait: " + Errno.describe((int) -result));
        }
        epoll.collected((int) Math.max(0, result));
    }

    @Override
    public void dispatch() {
        completions.dispatch();
        epoll.dispatch();
    }

    @Override
    public void wakeup() {
        epoll.wakeup();
    }

    /** The library first: it gives the memory for events back. */
    @Override
    public void close() {
        completions.close();
        epoll.close();
    }
}
