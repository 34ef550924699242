package io.laio.http.connection;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * How many connections a loop serves at once, up to its limit. A place may be taken by another loop, for a connection that it
 * accepted and hands over: so nobody is handed over to where there is no place. May be used by any thread.
 */
public final class Places {
    private final int limit;
    private final AtomicInteger taken = new AtomicInteger();

    /**
     * Makes places that are all free.
     *
     * @param limit how many
     */
    public Places(int limit) {
        this.limit = limit;
    }

    /**
     * Takes a place, which is free again when the connection that it was taken for has ended.
     *
     * @return false if there is none
     */
    public boolean take() {
        int before = taken.get();
        while (before < limit && !taken.compareAndSet(before, before + 1)) {
            before = taken.get();
        }
        return before < limit;
    }

    void free() {
        taken.decrementAndGet();
    }
}
