package io.laio.testbed.disk.model.parallel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ConstantDeviceTest {
    private final DeviceModel device = new ConstantSpec(2000, 300).model(1 << 20, 0);

    @Test
    void everyReadTakesTheSameHoweverManyThereAre() {
        for (int i = 0; i < 1000; i++) {
            device.arrive(new DeviceRequest(i, Kind.READ, 4096L * (i % 100), 4096), 10L * i);
        }
        List<Long> done = new ArrayList<>();
        for (int i = 0; i < 1000; i++) {
            assertEquals(2_000_000 + 10L * i, device.nextEventNanos());
            device.advance(device.nextEventNanos(), request -> done.add(request.id()));
            assertEquals(i + 1, done.size());
            assertEquals(i, done.getLast());
        }
        assertEquals(Long.MAX_VALUE, device.nextEventNanos());
    }

    @Test
    void writesAndFlushesHaveTheirOwn() {
        device.arrive(new DeviceRequest(1, Kind.WRITE, 0, 4096), 0);
        assertEquals(300_000, device.nextEventNanos());
        device.advance(300_000, request -> {});
        device.arrive(new DeviceRequest(2, Kind.FLUSH, 0, 0), 1_000_000);
        assertEquals(1_300_000, device.nextEventNanos());
    }

    @Test
    void impossibleLatenciesAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ConstantSpec(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new ConstantSpec(0, 10_000_001));
    }
}
