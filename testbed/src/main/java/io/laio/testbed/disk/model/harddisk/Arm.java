package io.laio.testbed.disk.model.harddisk;

/**
 * The one arm with its heads: where it is, until when it is busy, and how long the next thing takes. It is told of work in the
 * order in which it does it.
 */
final class Arm {
    private final Layout layout;
    private final Spindle spindle;
    private final SeekCurve curve;
    private final long headSwitchNanos;
    private final long cylinderSwitchNanos;
    private final long writeSettleNanos;

    private Place place;
    private long nextSector;
    private long freeAtNanos = Long.MIN_VALUE;

    Arm(HardDiskSpec spec, Layout layout, double phase) {
        this.layout = layout;
        this.spindle = new Spindle(spec.platter(), phase);
        this.curve = SeekCurve.fitted(spec.seek(), spec.platter().cylinders());
        this.headSwitchNanos = Units.nanos(spec.platter().headSwitchMillis());
        this.cylinderSwitchNanos = Units.nanos(spec.platter().cylinderSwitchMillis());
        this.writeSettleNanos = Units.nanos(spec.seek().writeSettleMillis());
        this.place = layout.place(0);
    }

    /** When it has done what it was told; {@link Long#MIN_VALUE} if it was told nothing yet. */
    long freeAtNanos() {
        return freeAtNanos;
    }

    /** The sector after the last that it read or wrote. */
    long nextSector() {
        return nextSector;
    }

    /**
     * Reads or writes.
     *
     * @param fromNanos when it may begin to move; later if it is busy until then
     * @return when the last sector has passed
     */
    long transfer(long sector, long count, long fromNanos, boolean writing) {
        Place first = layout.place(sector);
        long begin = Math.max(fromNanos, freeAtNanos);
        long time = begin + positioningNanos(sector, begin, writing);
        long left = count;
        while (true) {
            int passing = (int) Math.min(left, first.sectorsPerTrack() - first.index());
            time += spindle.passingNanos(first, passing);
            left -= passing;
            arrived(first, sector + count - left, time);
            if (left == 0) {
                return time;
            }
            first = layout.place(nextSector);
            time += switchNanos(first);
            time += spindle.waitNanos(first, time);
        }
    }

    /**
     * Reads on without being asked, until it is needed elsewhere.
     *
     * @param limit the sector to stop at
     * @param untilNanos when it is needed; a sector that is still passing then is not read
     */
    void readOn(long limit, long untilNanos) {
        while (nextSector < limit) {
            Place next = layout.place(nextSector);
            long begin = freeAtNanos + positioningNanos(nextSector, freeAtNanos, false);
            int passing =
                    (int) Math.min(limit - nextSector, spindle.sectorsPassed(next, Math.max(0, untilNanos - begin)));
            if (passing == 0) {
                return;
            }
            arrived(next, nextSector + passing, begin + spindle.passingNanos(next, passing));
        }
    }

    private void arrived(Place track, long next, long timeNanos) {
        place = track;
        nextSector = next;
        freeAtNanos = timeNanos;
    }

    /** From the beginning of the move until a sector passes under its head, if the move begins at that time. */
    long positioningNanos(long sector, long fromNanos, boolean writing) {
        Place target = layout.place(sector);
        long move = sector == nextSector ? switchNanos(target) : seekNanos(target);
        long settled = move > 0 && writing && sector != nextSector ? move + writeSettleNanos : move;
        return settled + spindle.waitNanos(target, fromNanos + settled);
    }

    /** What follows comes with a switch, however many cylinders of the drive the image leaves out there. */
    private long switchNanos(Place target) {
        if (target.step() != place.step()) {
            return cylinderSwitchNanos;
        }
        return target.head() == place.head() ? 0 : headSwitchNanos;
    }

    private long seekNanos(Place target) {
        if (target.cylinder() == place.cylinder()) {
            return target.head() == place.head() ? 0 : headSwitchNanos;
        }
        return curve.nanos(Math.abs(target.cylinder() - place.cylinder()));
    }
}
