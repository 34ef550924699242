package io.laio.testbed.disk;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;

/**
 * Device models that a test understands at a glance, by name: {@code constant-N} takes N microseconds, {@code gate-N} lets
 * reads wait until there are N at once, {@code held} completes no read.
 */
public final class TestModels implements DeviceCatalogue {
    private static final QueueSettings QUEUE = new QueueSettings("mq-deadline", 256, 64, 128, false);

    /** Makes the catalogue. */
    public TestModels() {}

    @Override
    public EmulatedDevice find(String name, long sizeBytes, long seed) throws NoSuchModelException {
        String number = name.substring(name.indexOf('-') + 1);
        return switch (name.substring(0, name.length() - number.length())) {
            case "constant-" -> new EmulatedDevice(new Constant(Long.parseLong(number) * 1000), QUEUE);
            case "gate-" -> new EmulatedDevice(new Gate(Integer.parseInt(number)), QUEUE);
            case "" -> new EmulatedDevice(new Gate(Integer.MAX_VALUE), QUEUE);
            default -> throw new NoSuchModelException("no model " + name);
        };
    }

    /** Every request takes as long, however many there are. */
    public static final class Constant implements DeviceModel {
        private record Due(DeviceRequest request, long nanos) {}

        private final Deque<Due> queue = new ArrayDeque<>();
        private final long latencyNanos;

        /** A latency in nanoseconds. */
        public Constant(long latencyNanos) {
            this.latencyNanos = latencyNanos;
        }

        @Override
        public void arrive(DeviceRequest request, long nowNanos) {
            queue.add(new Due(request, nowNanos + latencyNanos));
        }

        @Override
        public long nextEventNanos() {
            Due first = queue.peek();
            return first == null ? Long.MAX_VALUE : first.nanos();
        }

        @Override
        public void advance(long nowNanos, Consumer<? super DeviceRequest> completed) {
            for (Due first = queue.peek(); first != null && first.nanos() <= nowNanos; first = queue.peek()) {
                queue.remove();
                completed.accept(first.request());
            }
        }
    }

    /** Reads wait until there are so many; then the gate is open for all. Everything else is done at once. */
    private static final class Gate implements DeviceModel {
        private final int width;
        private final List<DeviceRequest> waiting = new ArrayList<>();
        private final List<DeviceRequest> done = new ArrayList<>();
        private long dueNanos = Long.MAX_VALUE;
        private boolean open;

        Gate(int width) {
            this.width = width;
        }

        @Override
        public void arrive(DeviceRequest request, long nowNanos) {
            boolean waits = request.kind() == DeviceRequest.Kind.READ && !open;
            (waits ? waiting : done).add(request);
            if (waiting.size() >= width) {
                open = true;
                done.addAll(waiting);
                waiting.clear();
            }
            dueNanos = done.isEmpty() ? Long.MAX_VALUE : nowNanos;
        }

        @Override
        public long nextEventNanos() {
            return dueNanos;
        }

        @Override
        public void advance(long nowNanos, Consumer<? super DeviceRequest> completed) {
            List<DeviceRequest> now = List.copyOf(done);
            done.clear();
            dueNanos = Long.MAX_VALUE;
            now.forEach(completed);
        }
    }
}
