package io.laio.server.nb;

import io.laio.http.loop.Poller;
import io.laio.http.network.EpollPoller;

/** The loop waits for the network; that a read is done comes as a wake-up. */
final class AioPoller implements Poller {
    private final EpollPoller epoll;
    private final AioDisk disk;

    AioPoller(EpollPoller epoll, AioDisk disk) {
        this.epoll = epoll;
        this.disk = disk;
    }

    @Override
    public boolean submit() {
        return epoll.submit();
    }

    @Override
    public void await(long timeoutNanos) {
        epoll.await(timeoutNanos);
    }

    @Override
    public void dispatch() {
        epoll.dispatch();
        disk.deliver();
    }

    @Override
    public void wakeup() {
        epoll.wakeup();
    }

    @Override
    public void close() {
        epoll.close();
    }
}
