package io.laio.lab.disk;

import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.Parameter;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What is to be known of a disk to read its results.
 *
 * @param name of the device model, with overrides
 * @param title what it stands for, in a sentence
 * @param rotational whether it says that seeks cost something
 * @param largestReadBytes the largest request that it takes
 * @param operationsPerSecond its limit on operations; empty if it has none
 */
public record DiskTraits(
        String name, String title, boolean rotational, int largestReadBytes, OptionalDouble operationsPerSecond) {
    private static final String LIMIT = "operationsPerSecond"; // a parameter of cloud volumes, config/disks/README.md

    /**
     * Reads them off a device model.
     *
     * @param spec the model
     * @return its traits
     */
    public static DiskTraits of(DiskSpec spec) {
        OptionalDouble limit = Optional.ofNullable(spec.parameters().get(LIMIT))
                .map(Parameter::value)
                .map(Double::valueOf)
                .map(OptionalDouble::of)
                .orElse(OptionalDouble.empty());
        return new DiskTraits(
                spec.name(),
                spec.title(),
                spec.settings().rotational(),
                spec.settings().maxRequestBytes(),
                limit);
    }
}
