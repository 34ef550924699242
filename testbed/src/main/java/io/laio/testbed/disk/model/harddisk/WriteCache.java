package io.laio.testbed.disk.model.harddisk;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** Written data that has not reached the disks: disjoint extents by address, neighbours joined. */
final class WriteCache {
    private final long capacitySectors;
    private final TreeMap<Long, Extent> dirty = new TreeMap<>();
    private long sectors;

    /** What the arm is writing keeps its room until that is done. */
    private long leavingSectors;

    private long leftAtNanos = Long.MIN_VALUE;

    WriteCache(BufferSpec spec) {
        this.capacitySectors = Units.sectors(spec.writeCacheKilobytes());
    }

    boolean isEmpty() {
        return sectors == 0;
    }

    /** Whether a write of this size can ever wait here. */
    boolean takes(Extent written) {
        return written.sectors() <= capacitySectors;
    }

    /** Whether there is room at a time. */
    boolean hasRoom(Extent written, long nowNanos) {
        long leaving = leftAtNanos > nowNanos ? leavingSectors : 0;
        return sectors + leaving + written.sectors() - overlap(written) <= capacitySectors;
    }

    /** When what the arm is writing is on the disks. */
    long leftAtNanos() {
        return leftAtNanos;
    }

    /** Whether all of these sectors wait here, and can be read here. */
    boolean holds(Extent read) {
        Map.Entry<Long, Extent> before = dirty.floorEntry(read.first());
        return before != null && before.getValue().end() >= read.end();
    }

    /** Data comes; of what was written twice the later remains. */
    void add(Extent written) {
        Extent joined = written;
        Map.Entry<Long, Extent> near = dirty.floorEntry(written.end());
        while (near != null && near.getValue().end() >= joined.first()) {
            Extent extent = near.getValue();
            joined = new Extent(Math.min(joined.first(), extent.first()), Math.max(joined.end(), extent.end()));
            take(extent);
            near = dirty.floorEntry(joined.end());
        }
        put(joined);
    }

    /** What the arm should write next when it is there: upwards by address, then from the lowest again. */
    Extent next(long armSector, long mostSectors) {
        Map.Entry<Long, Extent> above = dirty.ceilingEntry(armSector);
        Extent extent = (above == null ? dirty.firstEntry() : above).getValue();
        return new Extent(extent.first(), Math.min(extent.end(), extent.first() + mostSectors));
    }

    /** The beginning of an extent leaves for the disks, and is there at that time. */
    void leave(Extent leaving, long atNanos) {
        Extent whole = Objects.requireNonNull(dirty.get(leaving.first()), "chosen by next()");
        take(whole);
        if (leaving.end() < whole.end()) {
            put(new Extent(leaving.end(), whole.end()));
        }
        leavingSectors = leaving.sectors();
        leftAtNanos = atNanos;
    }

    private void put(Extent extent) {
        dirty.put(extent.first(), extent);
        sectors += extent.sectors();
    }

    private void take(Extent extent) {
        dirty.remove(extent.first());
        sectors -= extent.sectors();
    }

    private long overlap(Extent other) {
        long overlap = 0;
        Map.Entry<Long, Extent> near = dirty.lowerEntry(other.end());
        while (near != null && near.getValue().end() > other.first()) {
            Extent extent = near.getValue();
            overlap += Math.min(extent.end(), other.end()) - Math.max(extent.first(), other.first());
            near = dirty.lowerEntry(extent.first());
        }
        return overlap;
    }
}
