package io.laio.testbed.disk.model.harddisk;

/**
 * The rotation: which sector is under the heads follows from the time. Angles are told in nanoseconds of a revolution.
 *
 * <p>The beginnings of tracks are skewed by what a switch takes, so that reading on across it loses nothing else.
 */
final class Spindle {
    private final long revolutionNanos;
    private final long phaseNanos;
    private final long headSkewNanos;
    private final long cylinderSkewNanos;

    /**
     * Turns.
     *
     * @param phase where the disks stand at time 0, as a part of a revolution
     */
    Spindle(PlatterSpec platter, double phase) {
        this.revolutionNanos = platter.revolutionNanos();
        this.phaseNanos = (long) (phase * revolutionNanos);
        this.headSkewNanos = Units.nanos(platter.headSwitchMillis());
        this.cylinderSkewNanos = Units.nanos(platter.cylinderSwitchMillis()) + (platter.heads() - 1) * headSkewNanos;
    }

    /** How long until a sector begins to pass under the head that is on its track. */
    long waitNanos(Place place, long nowNanos) {
        long skew = place.step() * cylinderSkewNanos + place.head() * headSkewNanos;
        long angle = skew + passedNanos(place, place.index());
        return Math.floorMod(angle + phaseNanos - nowNanos, revolutionNanos);
    }

    /** How long it takes until this many sectors of a track have passed, counted from its first. */
    long passedNanos(Place place, int sectors) {
        return sectors * revolutionNanos / place.sectorsPerTrack();
    }

    /** How many sectors, from a place on, have wholly passed after a time; no more than are left on its track. */
    int sectorsPassed(Place place, long nanos) {
        int left = place.sectorsPerTrack() - place.index();
        int sectors = (int) Math.min(left, nanos * place.sectorsPerTrack() / revolutionNanos);
        while (sectors > 0 && passingNanos(place, sectors) > nanos) {
            sectors--; // both divisions round down
        }
        return sectors;
    }

    /** How long so many sectors take to pass, from a place on. */
    long passingNanos(Place place, int sectors) {
        return passedNanos(place, place.index() + sectors) - passedNanos(place, place.index());
    }
}
