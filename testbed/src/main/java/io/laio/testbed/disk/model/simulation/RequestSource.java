package io.laio.testbed.disk.model.simulation;

import io.laio.testbed.disk.model.DeviceRequest;

/** What a load asks for, one request after the other. */
@FunctionalInterface
public interface RequestSource {
    /**
     * The next request.
     *
     * @param id its name
     * @return what to ask
     */
    DeviceRequest next(long id);
}
