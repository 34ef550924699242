package io.laio.http.disk;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;

/**
 * The disk that is waited for: every answer is there at once, however late. In a conventional event-driven server the loop waits, and
 * with it everybody; in a thread that serves one connection nobody else does.
 */
public final class BlockingDisk implements Disk {
    private final BlockingCalls calls;
    private final Clock clock;
    private final OperationCounters counters;
    private final StallTracker tracker;

    /**
     * Makes the disk of a loop.
     *
     * @param context the loop's
     */
    public BlockingDisk(LoopContext context) {
        this.calls = new BlockingCalls(context.linux());
        this.clock = context.clock();
        this.counters = context.operations();
        this.tracker = context.tracker();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        long started = clock.nanos();
        long result = calls.open(directory, path, how);
        waited(Operation.OPEN, clock.nanos() - started);
        return result;
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        long started = clock.nanos();
        long result = calls.read(fd, address, length, offset);
        waited(Operation.READ, clock.nanos() - started);
        return result;
    }

    /** What is not in memory has to be waited for. */
    private void waited(Operation operation, long nanos) {
        counters.blocked(operation, nanos);
        tracker.operationTook(operation.label(), nanos);
    }

    @Override
    public void close() {
        // it holds nothing
    }
}
