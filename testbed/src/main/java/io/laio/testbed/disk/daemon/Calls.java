package io.laio.testbed.disk.daemon;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.linux.Errno;

/**
 * The loop's calls that may block, through the library. A slot comes back with its completion. In the ring, not tried by the
 * thread: neither FUSE nor a file around the page cache has a form that never blocks, and the whole batch costs one system
 * call.
 */
final class Calls {
    /** It goes on in the background. */
    static final long PENDING = Long.MIN_VALUE;

    private final Laio laio;

    Calls(Laio laio) {
        this.laio = laio;
    }

    /** Reads: bytes, a negated error number, or {@link #PENDING}. A negative offset for what has none. */
    long read(int fd, long address, int bytes, long offset, Slot slot) {
        return outcome(laio.read(fd, address, bytes, offset, Laziness.RING), slot);
    }

    /** Writes, likewise. */
    long write(int fd, long address, int bytes, long offset, Slot slot) {
        return outcome(laio.write(fd, address, bytes, offset, Laziness.RING), slot);
    }

    private long outcome(long result, Slot slot) {
        if (result >= 0) {
            return result;
        }
        if (laio.errno() != Errno.EINPROGRESS) {
            return -laio.errno();
        }
        laio.attach(slot);
        return PENDING;
    }
}
