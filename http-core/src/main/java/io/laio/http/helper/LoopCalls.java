package io.laio.http.helper;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.StallTracker;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;

/**
 * The calls that the loop repeats itself when a helper is done: first so that they cannot wait, and if that will not do, so
 * that they can, which is told to the stall tracker. Only these write to a caller's memory. Confined to the loop.
 */
final class LoopCalls implements AutoCloseable {
    /** Not in memory: it was evicted since, or has never been there. */
    static final long MISSING = Long.MIN_VALUE;

    /** This file system, or this kernel, cannot say whether it is in memory. */
    static final long UNKNOWN = Long.MIN_VALUE + 1;

    private final Linux linux;
    private final Clock clock;
    private final StallTracker tracker;
    private final NativeBuffer vector = new NativeBuffer(IoVector.BYTES);

    LoopCalls(Linux linux, Clock clock, StallTracker tracker) {
        this.linux = linux;
        this.clock = clock;
        this.tracker = tracker;
    }

    /** Opens without waiting: a descriptor, a negated error number, {@link #MISSING} or {@link #UNKNOWN}. */
    long tryOpen(HelperRequest name) {
        int result = linux.openat2(name.fd, name.path(), name.cachedHow());
        return switch (result) {
            case -Errno.EAGAIN -> MISSING;
            case -Errno.EINVAL -> UNKNOWN; // the kernel is older than 5.12 and does not know RESOLVE_CACHED
            default -> result;
        };
    }

    /** Reads on without waiting: the bytes read since the range's beginning, or as {@link #tryOpen}. */
    long tryRead(HelperRequest range, Waiter waiter) {
        while (waiter.bytesRead < range.length) {
            int rest = range.length - waiter.bytesRead;
            IoVector.put(vector.address(), waiter.address + waiter.bytesRead, rest);
            long offset = range.offset + waiter.bytesRead;
            long got = linux.preadv2(range.fd, vector.address(), 1, offset, IoVector.RWF_NOWAIT);
            if (got == -Errno.EAGAIN) {
                return MISSING;
            }
            if (got == -Errno.EOPNOTSUPP) {
                return UNKNOWN;
            }
            if (got <= 0 && got != -Errno.EINTR) {
                return ended(waiter, got);
            }
            waiter.bytesRead += (int) Math.max(0, got);
        }
        return waiter.bytesRead;
    }

    /** What there is comes before the error that came after it. */
    static long ended(Waiter waiter, long result) {
        return waiter.bytesRead > 0 ? waiter.bytesRead : result;
    }

    /** Opens, however long it takes. */
    long open(HelperRequest name) {
        long started = clock.nanos();
        int result = linux.openat2(name.fd, name.path(), name.how());
        tracker.operationTook(Operation.OPEN.label(), clock.nanos() - started);
        return result;
    }

    /** Reads on, however long it takes. */
    long read(HelperRequest range, Waiter waiter) {
        long started = clock.nanos();
        long result = readRest(range, waiter);
        tracker.operationTook(Operation.READ.label(), clock.nanos() - started);
        return result;
    }

    private long readRest(HelperRequest range, Waiter waiter) {
        while (waiter.bytesRead < range.length) {
            int done = waiter.bytesRead;
            long got = linux.pread(range.fd, waiter.address + done, (long) range.length - done, range.offset + done);
            if (got <= 0 && got != -Errno.EINTR) {
                return ended(waiter, got);
            }
            waiter.bytesRead += (int) Math.max(0, got);
        }
        return waiter.bytesRead;
    }

    @Override
    public void close() {
        vector.close();
    }
}
