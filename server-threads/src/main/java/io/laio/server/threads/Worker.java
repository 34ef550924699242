package io.laio.server.threads;

import io.laio.http.server.UnfitEnvironmentException;

/**
 * Serves one connection at a time, from its beginning to its end, on the thread that asks it to. Only {@link #stop} and
 * {@link #abort} may be called from other threads.
 */
final class Worker implements AutoCloseable {
    private static final int NONE = -1;

    private final ConnectionLoop own;
    private final Runnable begin = this::begin;
    private int next = NONE;

    private Worker(ConnectionLoop own) {
        this.own = own;
    }

    static Worker open(ConnectionLoop.Shared shared, ConnectionLoop.Strategies strategies)
            throws UnfitEnvironmentException {
        return new Worker(ConnectionLoop.open(shared, strategies));
    }

    /**
     * Serves a connection; returns when it is over.
     *
     * @param fd an accepted connection, which is closed by then
     */
    void serve(int fd) {
        next = fd;
        own.loop().defer(begin); // in a turn, which knows the time
        own.loop().runWhile(this::isBusy);
    }

    private void begin() {
        int fd = next;
        next = NONE;
        own.connections().accepted(fd);
    }

    private boolean isBusy() {
        return next != NONE || own.connections().open() > 0;
    }

    /** Ends the connection after the response that is under way, and further ones after their first. */
    void stop() {
        own.loop().execute(() -> own.connections().stop(() -> {}));
    }

    /** Breaks the connection off. */
    void abort() {
        own.loop().execute(() -> own.connections().abort());
    }

    @Override
    public void close() {
        own.close();
    }
}
