package io.laio.testbed.disk.daemon;

import io.laio.linux.Errno;
import io.laio.testbed.disk.fuse.ImageNodes;
import java.nio.ByteBuffer;

/** Gives answers, counts them, and frees their slots. For one thread. */
final class Answers {
    private final DiskParts parts;

    Answers(DiskParts parts) {
        this.parts = parts;
    }

    /** Answers a request whose image and model are both done. */
    void finish(Slot slot) {
        int length = encode(slot);
        long now = parts.clock().getAsLong();
        if (slot.paced) {
            parts.meter().delayed(now - slot.dueNanos);
        }
        parts.meter().answered(now);
        give(slot, length);
    }

    private int encode(Slot slot) {
        ByteBuffer reply = slot.reply();
        if (slot.error != 0) {
            parts.meter().failed();
            return ImageNodes.failure(reply, slot.unique, slot.error);
        }
        return switch (slot.kind) {
            case READ -> {
                parts.meter().read(slot.lengthBytes);
                yield ImageNodes.read(reply, slot.unique, slot.lengthBytes);
            }
            case WRITE -> {
                parts.meter().written(slot.lengthBytes);
                yield ImageNodes.written(reply, slot.unique, slot.lengthBytes);
            }
            case FLUSH -> {
                parts.meter().flushed();
                yield ImageNodes.success(reply, slot.unique);
            }
        };
    }

    /** Refuses a request that never began. */
    void refuse(Slot slot, long unique, int error) {
        parts.meter().failed();
        give(slot, ImageNodes.failure(slot.reply(), unique, error));
    }

    /** Who asked may be gone (ENOENT: interrupted; ENODEV: unmounted); then nobody wants the answer. */
    void give(Slot slot, int length) {
        long result = length == 0 ? 0 : parts.fuse().write(slot.replyAddress(length), length);
        parts.slots().giveBack(slot);
        boolean gone = result == -Errno.ENOENT || result == -Errno.ENODEV || result == -Errno.ECONNABORTED;
        if (result < 0 && !gone) {
            throw new IllegalStateException("answering to FUSE: " + Errno.describe((int) -result));
        }
    }
}
