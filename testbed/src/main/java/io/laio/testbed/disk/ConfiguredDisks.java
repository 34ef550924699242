package io.laio.testbed.disk;

import io.laio.testbed.disk.model.catalogue.DeviceSettings;
import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpec;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;

/**
 * The disks that {@code config/disks} describes: the one place where models meet what emulates them.
 *
 * @param models the files
 */
public record ConfiguredDisks(DiskCatalogue models) implements DeviceCatalogue {
    private static final int BYTES_PER_KILOBYTE = 1024;

    /** Its queue may be longer than a loop device has tags, of which there are 128. */
    private static final String SCHEDULER = "mq-deadline";

    @Override
    public EmulatedDevice find(String name, long sizeBytes, long seed) throws NoSuchModelException {
        try {
            DiskSpec spec = models.find(name);
            return new EmulatedDevice(spec.open(sizeBytes, seed), queue(spec.settings()));
        } catch (DiskSpecException e) {
            throw new NoSuchModelException(String.valueOf(e.getMessage()), e);
        } catch (IllegalArgumentException e) {
            throw new NoSuchModelException(name + ": " + e.getMessage(), e);
        }
    }

    private static QueueSettings queue(DeviceSettings settings) {
        return new QueueSettings(
                SCHEDULER,
                settings.queueDepth(),
                settings.readAheadKilobytes(),
                settings.maxRequestBytes() / BYTES_PER_KILOBYTE,
                settings.rotational());
    }
}
