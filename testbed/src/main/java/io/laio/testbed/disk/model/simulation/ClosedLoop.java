package io.laio.testbed.disk.model.simulation;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.HashMap;
import java.util.Map;

/**
 * So many requests outstanding at any time, in simulated time: each completion brings the next arrival. This is what
 * {@code fio --iodepth} does, and many clients without a pause.
 */
public final class ClosedLoop {
    private final DeviceModel device;
    private final RequestSource source;
    private final Map<Long, Long> arrivedAtNanos = new HashMap<>();

    private long nowNanos;
    private long issued;
    private long completed;
    private long bytes;
    private long responseNanos;
    private long longestNanos;

    private ClosedLoop(DeviceModel device, RequestSource source) {
        this.device = device;
        this.source = source;
    }

    /**
     * Runs a load from time 0.
     *
     * @param device a device that has done nothing yet
     * @param source what is asked
     * @param depth how many requests are outstanding
     * @param requests how many completions end it
     * @return what it came to
     */
    public static Outcome run(DeviceModel device, RequestSource source, int depth, long requests) {
        return new ClosedLoop(device, source).run(depth, requests);
    }

    private Outcome run(int depth, long requests) {
        for (int i = 0; i < depth; i++) {
            issue();
        }
        while (completed < requests) {
            nowNanos = device.nextEventNanos();
            long before = completed;
            device.advance(nowNanos, this::complete);
            for (long i = before; i < completed; i++) {
                issue();
            }
        }
        return new Outcome(completed, bytes, nowNanos, responseNanos, longestNanos);
    }

    private void issue() {
        DeviceRequest request = source.next(issued++);
        arrivedAtNanos.put(request.id(), nowNanos);
        device.arrive(request, nowNanos);
    }

    private void complete(DeviceRequest request) {
        Long arrived = arrivedAtNanos.remove(request.id());
        if (arrived == null) {
            throw new IllegalStateException(request + " was not outstanding");
        }
        completed++;
        bytes += request.lengthBytes();
        responseNanos += nowNanos - arrived;
        longestNanos = Math.max(longestNanos, nowNanos - arrived);
    }
}
