package io.laio.testbed.disk.model;

/** What a kind of device is like: everything about it but its size. */
public interface ModelSpec {
    /**
     * Makes a device that has done nothing yet.
     *
     * @param sizeBytes how much it holds
     * @param seed of whatever is random about it; the same seed and the same requests give the same completions
     * @return the model
     * @throws IllegalArgumentException if there is no such device of this size
     */
    DeviceModel model(long sizeBytes, long seed);
}
