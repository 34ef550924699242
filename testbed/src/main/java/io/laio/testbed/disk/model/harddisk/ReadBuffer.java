package io.laio.testbed.disk.model.harddisk;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the drive remembers of what it read: some segments, each the latest of a sequential stream. The newest one grows while
 * the arm has nothing else to do: the drive reads on, until the segment holds as much that nobody has asked for as it can.
 */
final class ReadBuffer {
    private final Arm arm;
    private final int segments;
    private final long segmentSectors;
    private final long imageSectors;

    /** The least recently used first. */
    private final Deque<Extent> kept = new ArrayDeque<>();

    private @Nullable Extent growing;
    private long limit;

    ReadBuffer(BufferSpec spec, Arm arm, long imageSectors) {
        this.arm = arm;
        this.segments = spec.readSegments();
        this.segmentSectors = Units.sectors(spec.readSegmentKilobytes());
        this.imageSectors = imageSectors;
    }

    /** The arm read these sectors last; it reads on from there when it may. */
    void grow(Extent read, long askedUpTo) {
        stop();
        kept.removeIf(read::overlaps);
        if (segments > 0 && segmentSectors > 0) {
            growing = trimmed(read);
            limit = Math.min(askedUpTo + segmentSectors, imageSectors);
        }
    }

    /** Somebody asked for what the arm is reading on, up to a sector; it has read up to another. */
    void extend(long readUpTo, long askedUpTo) {
        if (growing != null) {
            growing = trimmed(new Extent(growing.first(), readUpTo));
            limit = Math.max(limit, Math.min(askedUpTo + segmentSectors, imageSectors));
        }
    }

    /** Lets the arm read on until it is needed. */
    void readOn(long untilNanos) {
        if (growing != null) {
            arm.readOn(limit, untilNanos);
            growing = trimmed(new Extent(growing.first(), arm.nextSector()));
        }
    }

    /** The arm leaves: what has been read stays. */
    void stop() {
        if (growing != null) {
            kept.addLast(growing);
            growing = null;
            if (kept.size() > segments) {
                kept.removeFirst();
            }
        }
    }

    /** The segment that the arm is reading on, if it holds a sector or comes to it. */
    Optional<Extent> growingTo(long sector) {
        return Optional.ofNullable(growing).filter(now -> now.first() <= sector && sector < limit);
    }

    /** Whether the arm has stopped reading on, since nobody asks for what it read. */
    boolean full() {
        return growing != null && growing.end() >= limit;
    }

    /** A segment at rest that holds a sector; it is the most recently used from now on. */
    Optional<Extent> keptWith(long sector) {
        for (Iterator<Extent> each = kept.iterator(); each.hasNext(); ) {
            Extent segment = each.next();
            if (segment.first() <= sector && sector < segment.end()) {
                each.remove();
                kept.addLast(segment);
                return Optional.of(segment);
            }
        }
        return Optional.empty();
    }

    /** Whether a segment, at rest or growing, holds or comes to a sector; touches nothing. */
    boolean knows(long sector) {
        return growingTo(sector).isPresent()
                || kept.stream().anyMatch(segment -> segment.first() <= sector && sector < segment.end());
    }

    /** Sectors are written anew: what was read of them is old. */
    void forget(Extent written) {
        kept.removeIf(written::overlaps);
        if (growing != null && written.overlaps(new Extent(growing.first(), limit))) {
            growing = null;
        }
    }

    private Extent trimmed(Extent read) {
        return new Extent(Math.max(read.first(), read.end() - segmentSectors), read.end());
    }
}
