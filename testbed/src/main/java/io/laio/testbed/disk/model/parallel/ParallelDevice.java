package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;

/** Works on any number of requests at once: none waits for another, but for what its {@link Timing} remembers. */
final class ParallelDevice implements DeviceModel {
    private final Timing timing;
    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::doneAtNanos).thenComparingLong(Pending::number));
    private long arrived;

    ParallelDevice(Timing timing) {
        this.timing = timing;
    }

    @Override
    public void arrive(DeviceRequest request, long nowNanos) {
        pending.add(new Pending(request, timing.doneAtNanos(request, nowNanos), arrived++));
    }

    @Override
    public long nextEventNanos() {
        Pending next = pending.peek();
        return next == null ? Long.MAX_VALUE : next.doneAtNanos();
    }

    @Override
    public void advance(long nowNanos, Consumer<? super DeviceRequest> completed) {
        for (Pending next = pending.peek(); next != null && next.doneAtNanos() <= nowNanos; next = pending.peek()) {
            pending.remove();
            completed.accept(next.request());
        }
    }
}
