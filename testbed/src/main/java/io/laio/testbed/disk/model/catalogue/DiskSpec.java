package io.laio.testbed.disk.model.catalogue;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.ModelSpec;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A device model as chosen: checked, and ready to be made.
 *
 * @param name as it was asked for, with overrides
 * @param title what it stands for, in a sentence
 * @param settings how the kernel is to treat it
 * @param model how long it takes
 * @param parameters every value with its source, in the file's order
 */
public record DiskSpec(
        String name, String title, DeviceSettings settings, ModelSpec model, Map<String, Parameter> parameters) {
    /** Copies the parameters, keeping their order. */
    public DiskSpec {
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /**
     * Makes a device.
     *
     * @param sizeBytes how much it holds
     * @param seed of whatever is random about it
     * @return the model
     * @throws DiskSpecException if there is no such device of this size
     */
    public DeviceModel open(long sizeBytes, long seed) throws DiskSpecException {
        try {
            return model.model(sizeBytes, seed);
        } catch (IllegalArgumentException e) {
            throw new DiskSpecException(name + ": " + e.getMessage(), e);
        }
    }
}
