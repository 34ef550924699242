package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutTest {
    private static final PlatterSpec SMALL = new PlatterSpec(7200, 2, 10, 3, 8, 4, 1, 1);

    private final HardDiskSpec drive = Drives.of("hdd-2004");

    @Test
    void sectorsFollowEachOtherTrackByTrack() {
        Layout layout = Layout.spread(SMALL, 1, 40);
        Place before = layout.place(0);
        for (long sector = 1; sector < 40; sector++) {
            Place place = layout.place(sector);
            boolean sameTrack = place.step() == before.step() && place.head() == before.head();
            if (sameTrack) {
                assertEquals(before.index() + 1, place.index());
            } else {
                assertEquals(before.sectorsPerTrack() - 1, before.index(), "a track is left when it is full");
                assertEquals(0, place.index());
                assertTrue(place.head() == before.head() + 1 || place.step() == before.step() + 1);
            }
            before = place;
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {64 * Drives.MEBIBYTE, Drives.GIBIBYTE, 4 * Drives.GIBIBYTE, 100 * Drives.GIBIBYTE})
    void anImageReachesFromTheOutermostCylinderToTheInnermost(long bytes) {
        long sectors = bytes / PlatterSpec.SECTOR_BYTES;
        Layout layout = Layout.spread(drive.platter(), 1, sectors);
        assertEquals(0, layout.place(0).cylinder());
        double reached =
                (double) layout.place(sectors - 1).cylinder() / (drive.platter().cylinders() - 1);
        assertTrue(reached > 0.93, () -> "its last byte is at " + reached); // a cylinder of 3 MB is 4 % of 64 MB
        assertTrue(layout.sectors() - sectors < 40_000, "few cylinders are left over");
    }

    @Test
    void anImageCanBeKeptToAPartOfTheStroke() {
        long sectors = Drives.GIBIBYTE / PlatterSpec.SECTOR_BYTES;
        Layout layout = Layout.spread(drive.platter(), 0.25, sectors);
        int last = layout.place(sectors - 1).cylinder();
        assertEquals(0.25, (double) last / drive.platter().cylinders(), 0.01);
    }

    @Test
    void anImageAsLargeAsTheDriveIsTheDrive() {
        long sectors = Drives.wholeBytes(drive) / PlatterSpec.SECTOR_BYTES;
        Layout layout = Layout.spread(drive.platter(), 1, sectors);
        assertEquals(sectors, layout.sectors());
        Place last = layout.place(sectors - 1);
        assertEquals(drive.platter().cylinders() - 1, last.cylinder());
        assertEquals(last.step(), last.cylinder());
        assertThrows(IllegalArgumentException.class, () -> Layout.spread(drive.platter(), 1, sectors + 1));
    }

    /** Deskstar 7K250: 250 GB on three disks. */
    @Test
    void theDriveHoldsWhatItIsSoldAs() {
        assertEquals(250e9, (double) Drives.wholeBytes(drive), 0.002 * 250e9);
    }
}
