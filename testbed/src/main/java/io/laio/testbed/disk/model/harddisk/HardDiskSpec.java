package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.ModelSpec;
import io.laio.testbed.disk.model.Ranges;

/**
 * A disk with one arm.
 *
 * @param platter its disks
 * @param seek its arm
 * @param buffer its electronics
 * @param order how waiting requests are served
 * @param overtakenAtMost how many later requests are served before a waiting one at most; then it is its turn
 * @param imageStrokeShare over which part of the stroke, from the outermost cylinder, the image is spread (decision 501)
 */
public record HardDiskSpec(
        PlatterSpec platter,
        SeekSpec seek,
        BufferSpec buffer,
        ServiceOrder order,
        int overtakenAtMost,
        double imageStrokeShare)
        implements ModelSpec {
    /**
     * Checks the values, and that they fit each other.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public HardDiskSpec {
        Ranges.require("overtakenAtMost", overtakenAtMost, 1, 1_000_000);
        Ranges.require("imageStrokeShare", imageStrokeShare, 0.000_1, 1);
        SeekCurve.fitted(seek, platter.cylinders());
        requireFastInterface(platter, buffer);
    }

    /** Then a read ends when the head has passed its last sector, and the interface needs no simulation of its own. */
    private static void requireFastInterface(PlatterSpec platter, BufferSpec buffer) {
        double mediaMegabytesPerSecond = (double) platter.outerSectorsPerTrack()
                * PlatterSpec.SECTOR_BYTES
                / platter.revolutionNanos()
                * Units.NANOS_PER_MICRO;
        if (buffer.interfaceMegabytesPerSecond() < mediaMegabytesPerSecond) {
            throw new IllegalArgumentException("interfaceMegabytesPerSecond: " + buffer.interfaceMegabytesPerSecond()
                    + " is slower than the outermost track (" + Math.round(mediaMegabytesPerSecond) + ")");
        }
    }

    @Override
    public DeviceModel model(long sizeBytes, long seed) {
        return new HardDisk(this, sizeBytes, seed);
    }
}
