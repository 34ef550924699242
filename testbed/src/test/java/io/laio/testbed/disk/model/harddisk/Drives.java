package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.laio.testbed.disk.model.catalogue.DiskCatalogue;
import io.laio.testbed.disk.model.catalogue.DiskSpecException;
import java.nio.file.Path;

/** Drives for tests: those of config/disks, and one whose vendor published other figures. */
final class Drives {
    static final long MEBIBYTE = 1 << 20;
    static final long GIBIBYTE = 1 << 30;

    private static final DiskCatalogue CATALOGUE = new DiskCatalogue(Path.of("..", "config", "disks"));

    private Drives() {}

    /** A model of config/disks, with overrides. */
    static HardDiskSpec of(String name) {
        try {
            return assertInstanceOf(HardDiskSpec.class, CATALOGUE.find(name).model());
        } catch (DiskSpecException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * Hitachi's Deskstar 180GXP, the drive before the 7K250: what its specification and xbitlabs' review state, and else the
     * 7K250's values. 1,092 sectors a track in zone 0 (xbitlabs, deskstar-180gxp, page 6); full stroke 14.7 ms, head switch
     * 1.4 ms (specification 4.4.2); 180 GB on six surfaces; 8.5 ms on average.
     */
    static HardDiskSpec deskstar180Gxp() {
        HardDiskSpec later = of("hdd-2004");
        int innermost = 533;
        return new HardDiskSpec(
                new PlatterSpec(7200, 6, 72_000, 27, 1092, innermost, 1.4, 1.5),
                new SeekSpec(1.1, 8.5, 14.7, later.seek().kneeShare(), 1.0),
                later.buffer(),
                later.order(),
                later.overtakenAtMost(),
                1);
    }

    /** So large that the image is the drive: nothing is spread. */
    static long wholeBytes(HardDiskSpec spec) {
        long sectors = 0;
        for (int cylinder = 0; cylinder < spec.platter().cylinders(); cylinder++) {
            sectors += (long) spec.platter().heads() * spec.platter().sectorsPerTrack(cylinder);
        }
        return sectors * PlatterSpec.SECTOR_BYTES;
    }
}
