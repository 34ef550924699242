package io.laio.testbed.disk.model.parallel;

import io.laio.testbed.disk.model.DeviceRequest;

/** When a device is done with a request, which it knows as soon as that arrives. */
@FunctionalInterface
interface Timing {
    long doneAtNanos(DeviceRequest request, long nowNanos);
}
