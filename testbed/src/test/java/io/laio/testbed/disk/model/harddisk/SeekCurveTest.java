package io.laio.testbed.disk.model.harddisk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The arm of Hitachi's Deskstar 7K250: 1.1 ms to the next track, 8.5 ms on average, 15.1 ms over the full stroke. */
class SeekCurveTest {
    private static final double MILLI = 1e6;

    private final HardDiskSpec drive = Drives.of("hdd-2004");
    private final int cylinders = drive.platter().cylinders();
    private final SeekCurve curve = SeekCurve.fitted(drive.seek(), cylinders);

    @Test
    void aSeekToTheNextTrackTakesWhatTheDataSheetSays() {
        assertEquals(1.1, curve.nanos(1) / MILLI, 0.001);
    }

    @Test
    void aSeekOverTheFullStrokeTakesWhatTheDataSheetSays() {
        assertEquals(15.1, curve.nanos(cylinders - 1) / MILLI, 0.001);
    }

    /** Hitachi's own definition (specification 4.4.2.1): weighted by how many pairs of tracks are so far apart. */
    @Test
    void theMeanOverAllPairsOfTracksIsThePublishedAverage() {
        double sum = 0;
        double pairs = 0;
        for (int distance = 1; distance < cylinders; distance++) {
            double weight = cylinders - distance;
            sum += weight * curve.nanos(distance);
            pairs += weight;
        }
        assertEquals(8.5, sum / pairs / MILLI, 0.01);
    }

    @Test
    void fartherIsNeverSooner() {
        for (int distance = 1; distance < cylinders; distance++) {
            assertTrue(curve.nanos(distance) >= curve.nanos(distance - 1), "at " + distance);
        }
    }

    /** An arm has no reason to be faster on one side of the knee: value and slope agree within 2 %. */
    @Test
    void theTwoPartsOfTheCurveMeet() {
        int knee = (int) (cylinders * drive.seek().kneeShare());
        int step = cylinders / 100;
        long before = curve.nanos(knee) - curve.nanos(knee - step);
        long after = curve.nanos(knee + step) - curve.nanos(knee);
        assertEquals(1, (double) after / before, 0.02);
    }

    @Test
    void noMoveTakesNoTime() {
        assertEquals(0, curve.nanos(0));
    }

    @Test
    void timesThatFitNoCurveAreRefused() {
        SeekSpec impossible = new SeekSpec(1, 14, 15, 0.5, 1);
        IllegalArgumentException error =
                assertThrows(IllegalArgumentException.class, () -> SeekCurve.fitted(impossible, cylinders));
        assertTrue(String.valueOf(error.getMessage()).startsWith("averageSeekMillis: 14.0"), error::toString);
    }
}
