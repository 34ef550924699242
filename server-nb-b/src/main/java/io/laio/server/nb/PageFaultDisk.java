package io.laio.server.nb;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;

/**
 * thttpd's disk: names are waited for in the open, and content in the page faults of sending it from its mapping (PAPER.md
 * section 2). What is not mapped is read, which waits too.
 */
final class PageFaultDisk implements Disk {
    private static final String PAGE_FAULT = "page fault";

    private final BlockingDisk blocking;
    private final OperationCounters counters;
    private final StallTracker tracker;

    PageFaultDisk(LoopContext context) {
        this.blocking = new BlockingDisk(context);
        this.counters = context.operations();
        this.tracker = context.tracker();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        return blocking.open(directory, path, how, completion);
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        return blocking.read(fd, address, length, offset, completion);
    }

    @Override
    public boolean waitsInPageFaults() {
        return true;
    }

    @Override
    public void pageFaulted(long nanos) {
        counters.blocked(Operation.READ, nanos);
        tracker.operationTook(PAGE_FAULT, nanos);
    }

    @Override
    public void close() {
        blocking.close();
    }
}
