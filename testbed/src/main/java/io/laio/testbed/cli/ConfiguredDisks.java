package io.laio.testbed.cli;

import io.laio.testbed.disk.DeviceCatalogue;
import io.laio.testbed.disk.EmulatedDevice;
import io.laio.testbed.disk.NoSuchModelException;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The device models, by name: the one place where models come into the commands that bring disks up. */
final class ConfiguredDisks implements DeviceCatalogue {
    private static final Pattern NAME = Pattern.compile("constant@latencyMicros=(\\d{1,9})");

    @Override
    public EmulatedDevice find(String name, long sizeBytes, long seed) throws NoSuchModelException {
        Matcher matcher = NAME.matcher(name);
        if (!matcher.matches()) {
            throw new NoSuchModelException("there is no disk model " + name + "; there is constant@latencyMicros=N");
        }
        long nanos = Long.parseLong(matcher.group(1)) * 1000;
        return new EmulatedDevice(new ConstantLatency(nanos), new QueueSettings("mq-deadline", 1024, 128, 128, false));
    }

    /** Every request takes as long, however many there are. */
    private static final class ConstantLatency implements DeviceModel {
        private record Due(DeviceRequest request, long nanos) {}

        private final Deque<Due> queue = new ArrayDeque<>();
        private final long latencyNanos;

        ConstantLatency(long latencyNanos) {
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
}
