package io.laio.server.nb;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;
import io.laio.linux.Errno;
import io.laio.linux.Linux;

/** The disk of a conventional event-driven server: the loop waits for it. Every answer is there at once, however late. */
final class BlockingDisk implements Disk {
    private final Linux linux;
    private final Clock clock;
    private final OperationCounters counters;
    private final StallTracker tracker;

    BlockingDisk(LoopContext context) {
        this.linux = context.linux();
        this.clock = context.clock();
        this.counters = context.operations();
        this.tracker = context.tracker();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        long started = clock.nanos();
        long result = linux.openat2(directory, path, how);
        waited(Operation.OPEN, clock.nanos() - started);
        return result;
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        long started = clock.nanos();
        long result = readWhole(fd, address, length, offset);
        waited(Operation.READ, clock.nanos() - started);
        return result;
    }

    /** What is not in memory has to be waited for, and the loop waits. */
    private void waited(Operation operation, long nanos) {
        counters.blocked(operation, nanos);
        tracker.operationTook(operation.label(), nanos);
    }

    private long readWhole(int fd, long address, int length, long offset) {
        int done = 0;
        while (done < length) {
            long got = linux.pread(fd, address + done, (long) length - done, offset + done);
            if (got == 0) {
                break;
            }
            if (got < 0 && got != -Errno.EINTR) {
                return done > 0 ? done : got;
            }
            done += (int) Math.max(0, got);
        }
        return done;
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
