package io.laio.server.threads;

import io.laio.http.connection.Counters;
import io.laio.http.loop.OperationCounters;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The counters of all threads. Each thread counts for itself and never waits for another; they are added up when somebody asks.
 * A reset touches no thread's counters either: what they had come to is taken off from then on.
 */
final class ThreadCounts implements Tally {
    private final List<Counted> threads = new CopyOnWriteArrayList<>();
    private volatile Counted beforeReset = new Counted(new Counters(), new OperationCounters());

    @Override
    public void add(Counters counters, OperationCounters operations) {
        threads.add(new Counted(counters, operations));
    }

    @Override
    public List<Counted> counted() {
        List<Counted> all = new ArrayList<>(threads);
        all.add(beforeReset);
        return all;
    }

    @Override
    public synchronized void reset() {
        Counted negative = new Counted(new Counters(), new OperationCounters());
        for (Counted thread : threads) {
            negative.counters().subtract(thread.counters());
            negative.operations().subtract(thread.operations());
        }
        beforeReset = negative;
    }
}
