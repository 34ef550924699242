package io.laio.lab.disk;

import io.laio.testbed.disk.daemon.DiskStatistics;

/**
 * One round of a load on the device.
 *
 * @param reads how they went, as fio saw them
 * @param daemonCpuShare processor time of the disk's daemon meanwhile: 1 is a whole processor
 * @param lateReads for how many of them the image took longer than the model
 */
public record Measured(Reads reads, double daemonCpuShare, long lateReads) {
    private static final double NANOS_PER_MICRO = 1e3;

    /**
     * Puts together what fio and the daemon say.
     *
     * @param reads what fio says
     * @param before the daemon's counters before fio began
     * @param after and after it had ended
     * @return both
     */
    static Measured of(Reads reads, DiskStatistics before, DiskStatistics after) {
        double wallMicros = (after.uptimeNanos() - before.uptimeNanos()) / NANOS_PER_MICRO;
        double share = wallMicros > 0 ? (after.cpuMicros() - before.cpuMicros()) / wallMicros : 0;
        return new Measured(reads, share, after.lateRequests() - before.lateRequests());
    }
}
