package io.laio.testbed.disk.model.catalogue;

import io.laio.testbed.disk.model.Ranges;

/**
 * How the kernel is to treat a device: what cannot be seen in the time that requests take.
 *
 * @param readAheadKilobytes how far the kernel reads ahead in a file, 1,024 bytes
 * @param maxRequestBytes the largest request that the device takes; a multiple of 4,096
 * @param rotational whether it says that seeks cost something
 * @param queueDepth how many requests the kernel gives it at once, {@code nr_requests}
 */
public record DeviceSettings(int readAheadKilobytes, int maxRequestBytes, boolean rotational, int queueDepth) {
    private static final int PAGE_BYTES = 4096;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public DeviceSettings {
        Ranges.require("readAheadKilobytes", readAheadKilobytes, 0, 1 << 20);
        Ranges.require("maxRequestBytes", maxRequestBytes, PAGE_BYTES, 1 << 30);
        Ranges.require("queueDepth", queueDepth, 4, 1 << 20); // the kernel's least: BLKDEV_MIN_RQ
        if (maxRequestBytes % PAGE_BYTES != 0) {
            throw new IllegalArgumentException("maxRequestBytes: " + maxRequestBytes + " is no multiple of 4096");
        }
    }
}
