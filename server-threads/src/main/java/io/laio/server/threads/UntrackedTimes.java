package io.laio.server.threads;

import io.laio.http.loop.ThreadTimes;

/**
 * Times of a thread whose stalls nobody asks for: it waits for its own connection only, and to read the times would cost two
 * system calls a request.
 */
final class UntrackedTimes implements ThreadTimes {
    @Override
    public void read() {
        // nobody asks
    }

    @Override
    public long cpuNanos() {
        return 0;
    }

    @Override
    public long runQueueNanos() {
        return 0;
    }

    @Override
    public long sleeps() {
        return 0;
    }
}
