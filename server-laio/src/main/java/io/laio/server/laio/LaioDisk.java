package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.linux.Errno;
import java.util.ArrayDeque;

/** What is not in memory is opened and read in the background; the loop goes on. */
final class LaioDisk implements Disk {
    private final Laio laio;
    private final OperationCounters counters;
    private final Laziness laziness;
    private final ArrayDeque<Pending> idle = new ArrayDeque<>();
    private int underWay;

    LaioDisk(Laio laio, OperationCounters counters, Laziness laziness) {
        this.laio = laio;
        this.counters = counters;
        this.laziness = laziness;
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        return later(Operation.OPEN, laio.open(directory, path, how, laziness), completion);
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        return later(Operation.READ, laio.read(fd, address, length, offset, laziness), completion);
    }

    private long later(Operation operation, long result, DiskCompletion completion) {
        if (result >= 0 || laio.errno() != Errno.EINPROGRESS) {
            counters.atOnce(operation);
            return result < 0 ? -laio.errno() : result;
        }
        Pending pending = idle.isEmpty() ? new Pending() : idle.removeLast();
        pending.operation = operation;
        pending.completion = completion;
        laio.attach(pending);
        underWay++;
        return PENDING;
    }

    /** How many operations are under way: begun, and their completions not handled yet. */
    int pending() {
        return underWay;
    }

    @Override
    public void close() {
        idle.clear();
    }

    /** An operation under way; kept and used again, so that a miss allocates nothing either. */
    private final class Pending implements LaioEvent {
        private Operation operation = Operation.READ;
        private DiskCompletion completion = result -> {};

        @Override
        public void completed(long result, long blockedNanos) {
            counters.done(operation, blockedNanos);
            DiskCompletion waiting = completion;
            idle.addLast(this);
            underWay--;
            waiting.completed(result);
        }
    }
}
