package io.laio.comparison.environment;

import java.util.Locale;
import java.util.Optional;

/**
 * What has been written to a disk since the machine started: fields 5 and 7 of {@code /sys/block/NAME/stat}
 * ({@code Documentation/block/stat.rst}). No server of a comparison writes there, and what the comparison writes is on the disk
 * before the next run begins: it is somebody else.
 *
 * @param writes writes completed
 * @param sectors sectors of 512 bytes written
 */
public record DiskWrites(long writes, long sectors) {
    private static final int WRITES = 4;
    private static final int SECTORS = 6;
    private static final double SECTOR_BYTES = 512;
    private static final double MICROS_PER_SECOND = 1e6;

    /** A file system's own journal stays below this. */
    private static final double NOTABLE_BYTES_PER_SECOND = 1 << 20;

    /** As many are a quarter of what a disk of 2004 does in a second. */
    private static final double NOTABLE_PER_SECOND = 20;

    static DiskWrites parse(String stat) {
        String[] fields = stat.strip().split("\\s+", -1);
        return new DiskWrites(Long.parseLong(fields[WRITES]), Long.parseLong(fields[SECTORS]));
    }

    /**
     * What a reader should know of a run.
     *
     * @param before the look before it
     * @param elapsedMicros time between them
     * @return a sentence; empty if nobody wrote much
     */
    public Optional<String> noteSince(DiskWrites before, long elapsedMicros) {
        double seconds = Math.max(elapsedMicros, 1) / MICROS_PER_SECOND;
        double bytes = (sectors - before.sectors) * SECTOR_BYTES / seconds;
        double count = (writes - before.writes) / seconds;
        return bytes < NOTABLE_BYTES_PER_SECOND && count < NOTABLE_PER_SECOND
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "noisy: other programs wrote %.1f MB in %.0f requests a second to the documents' disk",
                        bytes / 1e6,
                        count));
    }
}
