package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceRequest;

/** A request that waits for its turn. */
final class Waiting {
    private final DeviceRequest request;
    private final long number;
    private boolean served;

    /**
     * Waits.
     *
     * @param number how many arrived before
     */
    Waiting(DeviceRequest request, long number) {
        this.request = request;
        this.number = number;
    }

    DeviceRequest request() {
        return request;
    }

    long number() {
        return number;
    }

    boolean served() {
        return served;
    }

    void serve() {
        served = true;
    }
}
