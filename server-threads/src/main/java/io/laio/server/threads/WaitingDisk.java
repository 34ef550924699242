package io.laio.server.threads;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.LoopContext;
import io.laio.linux.Errno;
import io.laio.linux.Linux;

/** The disk of a thread that serves one connection: it waits, and holds up nobody else. */
final class WaitingDisk implements Disk {
    private final Linux linux;
    private final Clock clock;
    private final OperationCounters counters;

    WaitingDisk(LoopContext context) {
        this.linux = context.linux();
        this.clock = context.clock();
        this.counters = context.operations();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        long started = clock.nanos();
        long result = openWhole(linux, directory, path, how);
        counters.blocked(Operation.OPEN, clock.nanos() - started);
        return result;
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        long started = clock.nanos();
        long result = readWhole(linux, fd, address, length, offset);
        counters.blocked(Operation.READ, clock.nanos() - started);
        return result;
    }

    /** The signal that wakes a thread may come a little late, and meet this call. */
    static long openWhole(Linux linux, int directory, long path, long how) {
        long result = linux.openat2(directory, path, how);
        while (result == -Errno.EINTR) {
            result = linux.openat2(directory, path, how);
        }
        return result;
    }

    static long readWhole(Linux linux, int fd, long address, int length, long offset) {
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
