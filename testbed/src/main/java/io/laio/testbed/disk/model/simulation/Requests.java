package io.laio.testbed.disk.model.simulation;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.SplittableRandom;

/** The loads that disks are described by. */
public final class Requests {
    private Requests() {}

    /**
     * Requests at random places, each a multiple of their length.
     *
     * @param kind read or write
     * @param sizeBytes of the device
     * @param lengthBytes of a request
     * @param seed of the places
     * @return the load
     */
    public static RequestSource random(Kind kind, long sizeBytes, int lengthBytes, long seed) {
        if (sizeBytes < lengthBytes) {
            throw new IllegalArgumentException(
                    "a device of " + sizeBytes + " bytes has no room for requests of " + lengthBytes);
        }
        SplittableRandom random = new SplittableRandom(seed);
        return id -> new DeviceRequest(id, kind, random.nextLong(sizeBytes / lengthBytes) * lengthBytes, lengthBytes);
    }

    /**
     * Requests one behind the other.
     *
     * @param kind read or write
     * @param firstOffsetBytes where they begin
     * @param lengthBytes of a request
     * @return the load
     */
    public static RequestSource sequential(Kind kind, long firstOffsetBytes, int lengthBytes) {
        return id -> new DeviceRequest(id, kind, firstOffsetBytes + id * lengthBytes, lengthBytes);
    }
}
