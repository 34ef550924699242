package io.laio.testbed.disk;

import io.laio.testbed.disk.model.DeviceModel;

/**
 * A disk to be emulated.
 *
 * @param model when its requests complete
 * @param queue how the kernel's queue in front of it is set
 */
public record EmulatedDevice(DeviceModel model, QueueSettings queue) {}
