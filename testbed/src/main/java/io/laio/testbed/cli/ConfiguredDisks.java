package io.laio.testbed.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.testbed.disk.DeviceCatalogue;
import io.laio.testbed.disk.DiskException;
import io.laio.testbed.disk.EmulatedDevice;
import io.laio.testbed.disk.QueueSettings;
import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Consumer;

/**
 * The device models of config/disks, by name or by path: the one place where models come into the commands.
 *
 * @param directory where the files are
 */
record ConfiguredDisks(Path directory) implements DeviceCatalogue {
    @Override
    public EmulatedDevice find(String name, long sizeBytes, long seed) throws DiskException {
        Path file = name.endsWith(".json") ? Path.of(name) : directory.resolve(name + ".json");
        if (!Files.isRegularFile(file)) {
            throw new DiskException("there is no disk model " + name + ": " + file + " does not exist");
        }
        try {
            JsonNode json = JsonMapper.builder().build().readTree(file.toFile());
            long nanos = json.path("latencyMicros").asLong() * 1000;
            return new EmulatedDevice(
                    new ConstantLatency(nanos), new QueueSettings("mq-deadline", 1024, 128, 128, false));
        } catch (IOException e) {
            throw new DiskException(file + ": " + e.getMessage(), e);
        }
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
