package io.laio.testbed.disk.model.harddisk;

import java.util.Arrays;

/**
 * How an image lies on a drive that is much larger: whole cylinders of it, at equal distances over the stroke, the first at
 * its beginning and the last at its end. What is within a cylinder's worth of bytes is as near as on the drive; what is far
 * apart in the image is as far apart as on a full drive (decision 501).
 */
final class Layout {
    private final PlatterSpec platter;
    private final int[] cylinders;
    private final long[] firstSectors;

    private Layout(PlatterSpec platter, int[] cylinders, long[] firstSectors) {
        this.platter = platter;
        this.cylinders = cylinders;
        this.firstSectors = firstSectors;
    }

    /**
     * Spreads an image.
     *
     * @param strokeShare over which part of the stroke
     * @throws IllegalArgumentException if it does not fit
     */
    static Layout spread(PlatterSpec platter, double strokeShare, long imageSectors) {
        int within = Math.max(1, (int) Math.round(platter.cylinders() * strokeShare));
        int fewest = (int) Math.min(within, imageSectors / sectorsOf(platter, 0) + 1);
        for (int steps = fewest; steps <= within; ) {
            Layout layout = evenly(platter, within, steps);
            long missing = imageSectors - layout.sectors();
            if (missing <= 0) {
                return layout;
            }
            steps += (int) Math.max(1, missing / sectorsOf(platter, 0));
        }
        throw new IllegalArgumentException(imageSectors * PlatterSpec.SECTOR_BYTES
                + " bytes do not fit on the part of the drive that holds the image: "
                + evenly(platter, within, within).sectors() * PlatterSpec.SECTOR_BYTES + " bytes");
    }

    private static Layout evenly(PlatterSpec platter, int within, int steps) {
        int[] cylinders = new int[steps];
        long[] firstSectors = new long[steps + 1];
        for (int step = 0; step < steps; step++) {
            cylinders[step] = steps == 1 ? 0 : Math.toIntExact((long) step * (within - 1) / (steps - 1));
            firstSectors[step + 1] = firstSectors[step] + sectorsOf(platter, cylinders[step]);
        }
        return new Layout(platter, cylinders, firstSectors);
    }

    private static long sectorsOf(PlatterSpec platter, int cylinder) {
        return (long) platter.heads() * platter.sectorsPerTrack(cylinder);
    }

    /** How many sectors there is room for. */
    long sectors() {
        return firstSectors[cylinders.length];
    }

    /** Where a sector of the image lies. */
    Place place(long sector) {
        int found = Arrays.binarySearch(firstSectors, sector);
        int step = found >= 0 ? found : -found - 2;
        int perTrack = platter.sectorsPerTrack(cylinders[step]);
        int within = Math.toIntExact(sector - firstSectors[step]);
        return new Place(step, cylinders[step], within / perTrack, within % perTrack, perTrack);
    }
}
