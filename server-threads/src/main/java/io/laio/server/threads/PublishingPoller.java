package io.laio.server.threads;

import io.laio.http.loop.Poller;

/**
 * A process's wait, before which the others get to know what it has counted.
 *
 * @param poller the wait itself
 * @param counts the process's counters
 */
record PublishingPoller(Poller poller, ProcessCounts counts) implements Poller {
    @Override
    public boolean submit() {
        return poller.submit();
    }

    @Override
    public void await(long timeoutNanos) {
        counts.publish();
        poller.await(timeoutNanos);
    }

    @Override
    public void dispatch() {
        poller.dispatch();
    }

    @Override
    public void wakeup() {
        poller.wakeup();
    }

    @Override
    public void close() {
        poller.close();
    }
}
