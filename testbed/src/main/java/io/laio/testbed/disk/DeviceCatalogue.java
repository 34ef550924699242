package io.laio.testbed.disk;

/** Knows the disks that can be emulated. */
@FunctionalInterface
public interface DeviceCatalogue {
    /**
     * Makes a disk.
     *
     * @param name which one
     * @param sizeBytes how large
     * @param seed of what is random about it
     * @return the disk, with a model of its own
     * @throws NoSuchModelException if there is none of that name, or it cannot be so large
     */
    EmulatedDevice find(String name, long sizeBytes, long seed) throws NoSuchModelException;
}
