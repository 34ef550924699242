package io.laio.testbed.disk.daemon;

import io.laio.linux.Errno;
import io.laio.testbed.disk.fuse.FuseRequest;
import io.laio.testbed.disk.model.DeviceRequest;
import io.laio.testbed.disk.model.DeviceRequest.Kind;

/**
 * Requests for the disk's bytes: each is in the image and in the device model at the same time, and answered when both are
 * done. For one thread.
 */
final class Transfers {
    private final DiskParts parts;
    private final Calls calls;
    private final Answers answers;
    private final Pacer pacer;

    Transfers(DiskParts parts, Calls calls, Answers answers) {
        this.parts = parts;
        this.calls = calls;
        this.answers = answers;
        this.pacer = new Pacer(parts.model(), parts.clock(), this::modelDone);
    }

    Pacer pacer() {
        return pacer;
    }

    void read(Slot slot, FuseRequest.Read read) {
        int length = read.lengthBytes();
        long offset = read.offsetBytes();
        if (begun(slot, Kind.READ, read.unique(), offset, length)) {
            begunInImage(slot, calls.read(parts.image().fd(), slot.payloadAddress(length), length, offset, slot));
        }
    }

    void write(Slot slot, FuseRequest.Write write) {
        int length = write.lengthBytes();
        long offset = write.offsetBytes();
        if (begun(slot, Kind.WRITE, write.unique(), offset, length)) {
            begunInImage(slot, calls.write(parts.image().fd(), slot.payloadAddress(length), length, offset, slot));
        }
    }

    private boolean begun(Slot slot, Kind kind, long unique, long offset, int length) {
        if (!parts.nodes().covers(offset, length)) {
            answers.refuse(slot, unique, Errno.EINVAL);
            return false;
        }
        slot.begin(kind, unique, length, pacer.isPaced());
        enterModel(slot, offset);
        return true;
    }

    /** The image itself is not made durable: it ends with the machine anyway. A flush costs what the model says. */
    void flush(Slot slot, FuseRequest.Synchronize all) {
        slot.begin(Kind.FLUSH, all.unique(), 0, pacer.isPaced());
        slot.imageDone = true;
        enterModel(slot, 0);
    }

    private void enterModel(Slot slot, long offset) {
        parts.meter().arrived(parts.clock().getAsLong());
        pacer.arrive(new DeviceRequest(slot.index(), slot.kind, offset, slot.lengthBytes));
    }

    private void begunInImage(Slot slot, long outcome) {
        if (outcome != Calls.PENDING) {
            imageDone(slot, outcome);
        }
    }

    /** A short read or write would be a hole in the disk: an error, as a defective sector is. */
    void imageDone(Slot slot, long result) {
        slot.imageDone = true;
        slot.error = result == slot.lengthBytes ? 0 : Errno.EIO;
        if (slot.modelDone) {
            if (slot.paced) {
                parts.meter().late(parts.clock().getAsLong() - slot.dueNanos);
            }
            answers.finish(slot);
        }
    }

    private void modelDone(DeviceRequest request, long dueNanos) {
        Slot slot = parts.slots().get((int) request.id());
        slot.modelDone = true;
        slot.paced &= pacer.isPaced(); // what is let go without the model is late for nobody
        slot.dueNanos = dueNanos;
        if (slot.imageDone) {
            answers.finish(slot);
        }
    }
}
