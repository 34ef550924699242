package io.laio.comparison.environment;

import io.laio.comparison.results.DiskReads;

/**
 * What a disk has done since the machine started: fields 1, 3, 4 and 10 of {@code /sys/block/NAME/stat}
 * ({@code Documentation/block/stat.rst}).
 *
 * @param reads reads completed
 * @param sectors sectors of 512 bytes read
 * @param readMillis time reads took, summed over all of them
 * @param busyMillis time in which anything was in flight
 */
public record DiskCounters(long reads, long sectors, long readMillis, long busyMillis) {
    private static final int SECTOR_BYTES = 512;
    private static final int READS = 0;
    private static final int SECTORS = 2;
    private static final int READ_MILLIS = 3;
    private static final int BUSY_MILLIS = 9;

    static DiskCounters parse(String stat) {
        String[] fields = stat.strip().split("\\s+", -1);
        return new DiskCounters(
                Long.parseLong(fields[READS]),
                Long.parseLong(fields[SECTORS]),
                Long.parseLong(fields[READ_MILLIS]),
                Long.parseLong(fields[BUSY_MILLIS]));
    }

    /**
     * What it did between two looks.
     *
     * @param before the earlier look
     * @param elapsedMillis time between them
     * @return reads, their mean depth (time all reads took, by Little's law, over the time that passed) and utilisation
     */
    public DiskReads since(DiskCounters before, double elapsedMillis) {
        double whole = Math.max(elapsedMillis, 1);
        return new DiskReads(
                reads - before.reads,
                (sectors - before.sectors) * SECTOR_BYTES,
                (readMillis - before.readMillis) / whole,
                Math.min(1, (busyMillis - before.busyMillis) / whole));
    }
}
