package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.Ranges;

/**
 * A drive's electronics: how long a command takes by itself, the interface, and the memory between interface and disks.
 *
 * @param missOverheadMillis before the arm begins to move for a command
 * @param hitOverheadMillis before the first byte comes from the buffer, or goes into it
 * @param interfaceMegabytesPerSecond between buffer and host, 10^6 bytes
 * @param readSegments how many sequential streams the buffer holds
 * @param readSegmentKilobytes how far the drive reads ahead of each, 1,024 bytes
 * @param writeCacheKilobytes how much written data waits in the buffer at most, 1,024 bytes; 0: writes go to the disks
 * @param idleBeforeWriteBackMillis how long the drive has nothing else to do before it writes back
 */
public record BufferSpec(
        double missOverheadMillis,
        double hitOverheadMillis,
        double interfaceMegabytesPerSecond,
        int readSegments,
        int readSegmentKilobytes,
        int writeCacheKilobytes,
        double idleBeforeWriteBackMillis) {
    private static final double LONGEST_MILLIS = 1_000;
    private static final int LARGEST_KILOBYTES = 1 << 20;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public BufferSpec {
        Ranges.require("missOverheadMillis", missOverheadMillis, 0, LONGEST_MILLIS);
        Ranges.require("hitOverheadMillis", hitOverheadMillis, 0, LONGEST_MILLIS);
        Ranges.require("interfaceMegabytesPerSecond", interfaceMegabytesPerSecond, 1, 100_000);
        Ranges.require("readSegments", readSegments, 0, 4096);
        Ranges.require("readSegmentKilobytes", readSegmentKilobytes, 0, LARGEST_KILOBYTES);
        Ranges.require("writeCacheKilobytes", writeCacheKilobytes, 0, LARGEST_KILOBYTES);
        Ranges.require("idleBeforeWriteBackMillis", idleBeforeWriteBackMillis, 0, 60_000);
    }
}
