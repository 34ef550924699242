package io.laio.testbed.disk.model.harddisk;

import io.laio.testbed.disk.model.DeviceModel;
import io.laio.testbed.disk.model.DeviceRequest;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A disk with one arm: a line of waiting requests before a drive that serves one at a time. */
final class HardDisk implements DeviceModel {
    private static final long NEVER = Long.MAX_VALUE;

    private final long sizeBytes;
    private final WaitingLine line;
    private final Drive drive;

    /** Done, and not yet told. */
    private final Deque<DeviceRequest> done = new ArrayDeque<>();

    private long doneAtNanos;
    private @Nullable DeviceRequest served;
    private long servedAtNanos = NEVER;

    HardDisk(HardDiskSpec spec, long sizeBytes, long seed) {
        if (sizeBytes < PlatterSpec.SECTOR_BYTES) {
            throw new IllegalArgumentException(
                    "a disk of " + sizeBytes + " bytes: " + PlatterSpec.SECTOR_BYTES + " at least are needed");
        }
        long sectors = sizeBytes / PlatterSpec.SECTOR_BYTES + (sizeBytes % PlatterSpec.SECTOR_BYTES == 0 ? 0 : 1);
        Layout layout = Layout.spread(spec.platter(), spec.imageStrokeShare(), sectors);
        this.sizeBytes = sizeBytes;
        this.line = new WaitingLine(spec.order(), spec.overtakenAtMost());
        this.drive = new Drive(spec, layout, sectors, new SplittableRandom(seed).nextDouble());
    }

    @Override
    public void arrive(DeviceRequest request, long nowNanos) {
        if (request.offsetBytes() < 0 || request.offsetBytes() > sizeBytes - request.lengthBytes()) {
            throw new IllegalArgumentException(request + " is outside of a disk of " + sizeBytes + " bytes");
        }
        catchUp(nowNanos);
        line.add(request);
        if (served == null) {
            serveNext(nowNanos);
        }
    }

    @Override
    public long nextEventNanos() {
        return done.isEmpty() ? servedAtNanos : doneAtNanos;
    }

    @Override
    public void advance(long nowNanos, Consumer<? super DeviceRequest> completed) {
        catchUp(nowNanos);
        for (DeviceRequest request = done.poll(); request != null; request = done.poll()) {
            completed.accept(request);
        }
    }

    /** Each request is served from when the one before was done, however late that is noticed. */
    private void catchUp(long nowNanos) {
        while (served != null && servedAtNanos <= nowNanos) {
            done.addLast(served);
            doneAtNanos = servedAtNanos;
            served = null;
            long free = servedAtNanos;
            servedAtNanos = NEVER;
            if (!line.isEmpty()) {
                serveNext(free);
            }
        }
    }

    private void serveNext(long nowNanos) {
        served = line.take(drive, nowNanos);
        servedAtNanos = drive.serve(served, nowNanos);
    }
}
