package io.laio.testbed.disk.model.harddisk;

import java.util.ArrayDeque;
import java.util.Deque;

/** First come, first served. */
final class InOrderOfArrival implements Choice {
    private final Deque<Waiting> waiting = new ArrayDeque<>();

    @Override
    public void add(Waiting one) {
        waiting.addLast(one);
    }

    @Override
    public void remove(Waiting one) {
        waiting.remove(one); // the first, at once
    }

    @Override
    public boolean isEmpty() {
        return waiting.isEmpty();
    }

    @Override
    public Waiting best(Drive drive, long sweptToBytes, long nowNanos) {
        return waiting.getFirst();
    }
}
