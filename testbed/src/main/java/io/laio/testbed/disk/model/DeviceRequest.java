package io.laio.testbed.disk.model;

/**
 * A request to a block device.
 *
 * @param id names it among those that are outstanding
 * @param kind what is asked
 * @param offsetBytes where on the device it begins; 0 for a flush
 * @param lengthBytes how much; 0 for a flush
 */
public record DeviceRequest(long id, Kind kind, long offsetBytes, int lengthBytes) {
    /** What a block device can be asked. */
    public enum Kind {
        /** Bytes from the device. */
        READ,
        /** Bytes to the device, which may keep them in a volatile cache. */
        WRITE,
        /** Everything written before is to be on the medium. */
        FLUSH
    }
}
