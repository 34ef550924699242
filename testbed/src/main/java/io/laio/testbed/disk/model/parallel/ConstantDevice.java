package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.function.Consumer;

/** Every request takes the same time. */
final class ConstantDevice implements DeviceModel {
    private static final long NANOS_PER_MICRO = 1_000;

    private final ConstantSpec spec;
    private final PendingRequests pending = new PendingRequests();

    ConstantDevice(ConstantSpec spec) {
        this.spec = spec;
    }

    @Override
    public void arrive(DeviceRequest request, long nowNanos) {
        long micros = switch (request.kind()) {
            case READ -> spec.latencyMicros();
            case WRITE, FLUSH -> spec.writeLatencyMicros();
        };
        pending.add(request, nowNanos + micros * NANOS_PER_MICRO);
    }

    @Override
    public long nextEventNanos() {
        return pending.nextNanos();
    }

    @Override
    public void advance(long nowNanos, Consumer<? super DeviceRequest> completed) {
        pending.complete(nowNanos, completed);
    }
}
