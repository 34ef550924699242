package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceRequest;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Requests whose end is known, by when that is. */
final class PendingRequests {
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::doneAtNanos).thenComparingLong(Pending::number));
    private long arrived;

    void add(DeviceRequest request, long doneAtNanos) {
        pending.add(new Pending(request, doneAtNanos, arrived++));
    }

    long nextNanos() {
        Pending next = pending.peek();
        return next == null ? Long.MAX_VALUE : next.doneAtNanos();
    }

    void complete(long nowNanos, Consumer<? super DeviceRequest> completed) {
        for (Pending next = pending.peek(); next != null && next.doneAtNanos() <= nowNanos; next = pending.peek()) {
            pending.remove();
            completed.accept(next.request());
        }
    }
}
