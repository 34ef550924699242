package io.laio.server.nb;

import io.laio.http.disk.DiskCompletion;
import io.laio.posix.ControlBlock;
import org.jspecify.annotations.Nullable;

/**
 * One read by POSIX AIO, from the request to its answer; used again afterwards. The loop owns it, except between
 * {@link AioCollector#watch} and its way back through {@link AioCollector#takeDone}.
 */
final class AioRead {
    /** Address of its control block, which is the C library's while the read is under way. */
    final long block;

    private int fd;
    private long address;
    private int length;
    private long offset;
    private int done;
    private long startedNanos;
    private DiskCompletion completion = result -> {};

    /** Between {@code aio_read} and the end of it. */
    boolean underWay;

    /** The next in the handover that it is in. */
    @Nullable
    AioRead next;

    AioRead(long block) {
        this.block = block;
    }

    void begin(int newFd, long newAddress, int newLength, long newOffset, DiskCompletion whenDone, long nowNanos) {
        fd = newFd;
        address = newAddress;
        length = newLength;
        offset = newOffset;
        done = 0;
        completion = whenDone;
        startedNanos = nowNanos;
    }

    int fd() {
        return fd;
    }

    long startedNanos() {
        return startedNanos;
    }

    DiskCompletion completion() {
        return completion;
    }

    /** Describes what is left in the control block. */
    void describeRest() {
        ControlBlock.put(block, fd, address + done, (long) length - done, offset + done);
    }

    /** Takes note of bytes that were read; true if there may be more. */
    boolean wantsMoreAfter(long bytes) {
        done += (int) bytes;
        return bytes > 0 && done < length;
    }

    /** What the whole read comes to if its last part came to this: what was read before an error is the answer. */
    long outcome(long last) {
        return done > 0 || last >= 0 ? done : last;
    }
}
