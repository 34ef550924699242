package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.Ranges;

/**
 * The disks of a drive. Zones have equally many cylinders, and sectors a track fall linearly from the outermost to the
 * innermost: at constant density along the track they go with the radius.
 *
 * @param rpm revolutions a minute
 * @param heads surfaces, each with its head
 * @param cylinders tracks of a surface
 * @param zones groups of cylinders with equally many sectors a track
 * @param outerSectorsPerTrack sectors of 512 bytes on a track of the outermost zone, where addresses begin
 * @param innerSectorsPerTrack the same of the innermost zone
 * @param headSwitchMillis from the end of a track to the beginning of the next one in the same cylinder; also its skew
 * @param cylinderSwitchMillis from the end of a cylinder to the beginning of the next one; also its skew
 */
public record PlatterSpec(
        int rpm,
        int heads,
        int cylinders,
        int zones,
        int outerSectorsPerTrack,
        int innerSectorsPerTrack,
        double headSwitchMillis,
        double cylinderSwitchMillis) {
    static final int SECTOR_BYTES = 512;
    private static final double MILLIS_PER_MINUTE = 60_000;
    private static final long NANOS_PER_MINUTE = 60_000_000_000L;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException naming the field and its value
     */
    public PlatterSpec {
        Ranges.require("rpm", rpm, 1_000, 100_000);
        Ranges.require("heads", heads, 1, 64);
        Ranges.require("cylinders", cylinders, 2, 10_000_000);
        Ranges.require("zones", zones, 1, cylinders);
        Ranges.require("outerSectorsPerTrack", outerSectorsPerTrack, 1, 100_000);
        Ranges.require("innerSectorsPerTrack", innerSectorsPerTrack, 1, outerSectorsPerTrack);
        Ranges.require("headSwitchMillis", headSwitchMillis, 0, MILLIS_PER_MINUTE / rpm);
        Ranges.require("cylinderSwitchMillis", cylinderSwitchMillis, 0, MILLIS_PER_MINUTE / rpm);
    }

    /** How long a revolution takes. */
    long revolutionNanos() {
        return Math.round((double) NANOS_PER_MINUTE / rpm);
    }

    /** Sectors on a track of a cylinder; cylinder 0 is the outermost. */
    int sectorsPerTrack(int cylinder) {
        if (zones == 1) {
            return outerSectorsPerTrack;
        }
        long zone = (long) cylinder * zones / cylinders;
        return Math.toIntExact(
                outerSectorsPerTrack - zone * (outerSectorsPerTrack - innerSectorsPerTrack) / (zones - 1));
    }
}
