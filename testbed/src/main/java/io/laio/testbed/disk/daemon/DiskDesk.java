package io.laio.testbed.disk.daemon;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.ResourceUsage;
import java.util.concurrent.Future;

/** Carries out orders, on the loop's thread. */
final class DiskDesk {
    static final String PACE_ON = "pace on";
    static final String PACE_OFF = "pace off";
    static final String STATISTICS = "statistics";

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final DiskLoop loop;
    private final DiskParts parts;
    private final Linux linux;

    DiskDesk(DiskLoop loop, DiskParts parts, Linux linux) {
        this.loop = loop;
        this.parts = parts;
        this.linux = linux;
    }

    /** Any thread may call. */
    Future<String> take(String order) {
        return loop.submit(() -> carryOut(order));
    }

    private String carryOut(String order) throws JsonProcessingException {
        return switch (order) {
            case PACE_ON -> pace(true);
            case PACE_OFF -> pace(false);
            case STATISTICS -> JSON.writeValueAsString(statistics());
            default -> throw new IllegalArgumentException("no such order: " + order);
        };
    }

    private String pace(boolean on) {
        loop.pacer().pace(on);
        return on ? PACE_ON : PACE_OFF;
    }

    private DiskStatistics statistics() {
        return parts.meter()
                .statistics(
                        parts.clock().getAsLong(),
                        cpuMicros(),
                        loop.pacer().isPaced(),
                        parts.laio().engine().name());
    }

    private long cpuMicros() {
        try (NativeBuffer usage = new NativeBuffer(ResourceUsage.BYTES)) {
            linux.getrusage(ResourceUsage.RUSAGE_SELF, usage.address());
            return ResourceUsage.cpuMicros(usage.address());
        }
    }
}
