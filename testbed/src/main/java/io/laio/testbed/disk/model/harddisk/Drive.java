package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.util.Optional;

/**
 * A drive that is given one command at a time, as ATA drives without queueing are, and tells when it will be done. Between
 * commands, and beside those that the buffer answers, the arm reads on or writes back.
 */
final class Drive {
    private static final double BYTES_PER_MEGABYTE = 1e6;
    private static final double NANOS_PER_SECOND = 1e9;

    /** The arm writes back so much in a row before it looks whether it is needed: 128 KB. */
    private static final long WRITE_BACK_SECTORS = 256;

    private final Arm arm;
    private final ReadBuffer buffer;
    private final WriteCache cache;
    private final double nanosPerSector;
    private final long missOverheadNanos;
    private final long hitOverheadNanos;
    private final long idleBeforeWriteBackNanos;

    private boolean writingBack;
    private long lastCommandEndNanos = Long.MIN_VALUE / 2;

    /**
     * Spins up.
     *
     * @param phase where the disks stand at time 0, as a part of a revolution
     */
    Drive(HardDiskSpec spec, Layout layout, long imageSectors, double phase) {
        BufferSpec electronics = spec.buffer();
        this.arm = new Arm(spec, layout, phase);
        this.buffer = new ReadBuffer(electronics, arm, imageSectors);
        this.cache = new WriteCache(electronics);
        this.nanosPerSector = PlatterSpec.SECTOR_BYTES
                * NANOS_PER_SECOND
                / (electronics.interfaceMegabytesPerSecond() * BYTES_PER_MEGABYTE);
        this.missOverheadNanos = Units.nanos(electronics.missOverheadMillis());
        this.hitOverheadNanos = Units.nanos(electronics.hitOverheadMillis());
        this.idleBeforeWriteBackNanos = Units.nanos(electronics.idleBeforeWriteBackMillis());
    }

    /**
     * Takes a command; the one before is done.
     *
     * @param nowNanos the time
     * @return when it will be done
     */
    long serve(DeviceRequest request, long nowNanos) {
        whileIdle(nowNanos);
        lastCommandEndNanos = switch (request.kind()) {
            case READ -> read(Extent.of(request), nowNanos);
            case WRITE -> write(Extent.of(request), nowNanos);
            case FLUSH -> flush(nowNanos);
        };
        return lastCommandEndNanos;
    }

    /** How long the arm would take to reach what a request needs; 0 if it needs no arm. An estimate: nothing moves. */
    long positioningNanos(DeviceRequest request, long nowNanos) {
        Extent extent = Extent.of(request);
        boolean writing = request.kind() == Kind.WRITE;
        boolean withoutArm =
                writing ? cache.hasRoom(extent, nowNanos) : cache.holds(extent) || buffer.knows(extent.first());
        long begin = Math.max(nowNanos + missOverheadNanos, arm.freeAtNanos());
        return withoutArm ? 0 : arm.positioningNanos(extent.first(), begin, writing);
    }

    private long read(Extent asked, long nowNanos) {
        if (cache.holds(asked)) {
            return fromBuffer(asked, nowNanos);
        }
        Optional<Extent> growing = buffer.growingTo(asked.first());
        if (growing.isPresent()) {
            return fromReadingOn(growing.get(), asked, nowNanos);
        }
        Optional<Extent> kept = buffer.keptWith(asked.first());
        boolean whole = kept.filter(segment -> segment.end() >= asked.end()).isPresent();
        return whole ? fromBuffer(asked, nowNanos) : fromDisk(kept, asked, nowNanos);
    }

    private long fromBuffer(Extent asked, long nowNanos) {
        return nowNanos + hitOverheadNanos + interfaceNanos(asked.sectors());
    }

    /** What follows is under the head already, or comes. The arm goes on without a pause, unless it had stopped. */
    private long fromReadingOn(Extent growing, Extent asked, long nowNanos) {
        long onDisk = Long.MIN_VALUE;
        if (asked.end() > growing.end()) {
            long from = buffer.full() ? nowNanos : arm.freeAtNanos();
            onDisk = arm.transfer(growing.end(), asked.end() - growing.end(), from, false);
        }
        buffer.extend(arm.nextSector(), asked.end());
        return Math.max(fromBuffer(asked, nowNanos), onDisk + interfaceNanos(1));
    }

    private long fromDisk(Optional<Extent> kept, Extent asked, long nowNanos) {
        long departure = nowNanos + missOverheadNanos;
        leaveFor(departure);
        long begin = kept.map(Extent::end).orElse(asked.first());
        long onDisk = arm.transfer(begin, asked.end() - begin, departure, false);
        buffer.grow(new Extent(kept.map(Extent::first).orElse(begin), asked.end()), asked.end());
        return Math.max(departure + interfaceNanos(asked.sectors()), onDisk + interfaceNanos(1));
    }

    private long write(Extent written, long nowNanos) {
        buffer.forget(written);
        if (!cache.takes(written)) {
            return writeThrough(written, nowNanos);
        }
        long room = nowNanos;
        while (!cache.hasRoom(written, room)) {
            room = makeRoom(room);
        }
        cache.add(written);
        return room + hitOverheadNanos + interfaceNanos(written.sectors());
    }

    private long writeThrough(Extent written, long nowNanos) {
        long departure = nowNanos + missOverheadNanos;
        leaveFor(departure);
        return arm.transfer(written.first(), written.sectors(), departure, true);
    }

    /** Waits for what the arm is writing, or lets it write more; from now on it goes on until nothing is left. */
    private long makeRoom(long nowNanos) {
        writingBack = true;
        if (cache.leftAtNanos() <= nowNanos) {
            writeBack(nowNanos);
        }
        return cache.leftAtNanos();
    }

    private long flush(long nowNanos) {
        while (!cache.isEmpty()) {
            writeBack(nowNanos);
        }
        return Math.max(nowNanos + hitOverheadNanos, cache.leftAtNanos());
    }

    /** What the arm did since the last command, for which nobody waited. */
    private void whileIdle(long nowNanos) {
        long beginning = writeBackBegins();
        while (!cache.isEmpty() && beginning < nowNanos) {
            writeBack(beginning);
            beginning = writeBackBegins();
        }
        buffer.readOn(nowNanos);
    }

    /** Once the cache was full the arm writes whenever it is free, also while the interface transfers; else when idle. */
    private long writeBackBegins() {
        long idle = lastCommandEndNanos + idleBeforeWriteBackNanos;
        return writingBack ? arm.freeAtNanos() : Math.max(arm.freeAtNanos(), idle);
    }

    private void writeBack(long fromNanos) {
        leaveFor(fromNanos);
        Extent extent = cache.next(arm.nextSector(), WRITE_BACK_SECTORS);
        long onDisk = arm.transfer(extent.first(), extent.sectors(), fromNanos, true);
        cache.leave(extent, onDisk);
        writingBack &= !cache.isEmpty();
    }

    private void leaveFor(long departureNanos) {
        buffer.readOn(departureNanos);
        buffer.stop();
    }

    private long interfaceNanos(long sectors) {
        return Math.round(sectors * nanosPerSector);
    }
}
