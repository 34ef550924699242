package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceRequest;

/**
 * Sectors of the image.
 *
 * @param first the first one
 * @param end the one after the last
 */
record Extent(long first, long end) {
    /** The sectors that a request touches; at least one. */
    static Extent of(DeviceRequest request) {
        long first = request.offsetBytes() / PlatterSpec.SECTOR_BYTES;
        long endBytes = request.offsetBytes() + Math.max(1, request.lengthBytes());
        return new Extent(first, (endBytes + PlatterSpec.SECTOR_BYTES - 1) / PlatterSpec.SECTOR_BYTES);
    }

    long sectors() {
        return end - first;
    }

    boolean overlaps(Extent other) {
        return first < other.end && other.first < end;
    }
}
