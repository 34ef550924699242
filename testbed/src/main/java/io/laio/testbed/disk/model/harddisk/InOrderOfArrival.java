package io.laio.testbed.disk.model.harddisk;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;

/** First come, first served. */
final class InOrderOfArrival implements Choice {
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    @Override
    public Collection<Waiting> waiting() {
        return waiting;
    }

    @Override
    public Waiting best(Drive drive, long sweptToBytes, long nowNanos) {
        return waiting.getFirst();
    }
}
