package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.LoopContext;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.Errno;
import java.util.ArrayDeque;

/**
 * What is not in memory is opened and read in the background; the loop goes on. More reads than the disk has room for
 * ({@link DiskReads}) wait here in their order, because to submit them would block.
 */
final class LaioDisk implements Disk {
    private final Laio laio;
    private final OperationCounters counters;
    private final Laziness laziness;
    private final Clock clock;
    private final int maxReads;
    private final ArrayDeque<Pending> idle = new ArrayDeque<>();
    private final ArrayDeque<Pending> waiting = new ArrayDeque<>();
    private int underWay;
    private int readsUnderWay;

    LaioDisk(Laio laio, OperationCounters counters, Laziness laziness, Clock clock, int maxReads) {
        this.laio = laio;
        this.counters = counters;
        this.laziness = laziness;
        this.clock = clock;
        this.maxReads = maxReads;
    }

    /** Makes the disk that a server's options describe. */
    static LaioDisk of(LoopContext context, Laio laio) throws UnfitEnvironmentException {
        Laziness laziness = context.options().mode().laziness();
        return new LaioDisk(laio, context.operations(), laziness, context.clock(), DiskReads.limit(context));
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        long result = laio.open(directory, path, how, laziness);
        if (isKnown(result)) {
            counters.atOnce(Operation.OPEN);
            return answer(result);
        }
        begun(blank(Operation.OPEN, completion));
        return PENDING;
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        if (readsWait()) {
            Pending read = blank(Operation.READ, completion);
            read.setRange(fd, address, length, offset);
            waiting.addLast(read);
            return PENDING;
        }
        long result = laio.read(fd, address, length, offset, laziness);
        if (isKnown(result)) {
            counters.atOnce(Operation.READ);
            return answer(result);
        }
        readsUnderWay++;
        begun(blank(Operation.READ, completion));
        return PENDING;
    }

    @Override
    public boolean readsWait() {
        return readsUnderWay >= maxReads || !waiting.isEmpty();
    }

    private boolean isKnown(long result) {
        return result >= 0 || laio.errno() != Errno.EINPROGRESS;
    }

    private long answer(long result) {
        return result < 0 ? -laio.errno() : result;
    }

    private Pending blank(Operation operation, DiskCompletion completion) {
        Pending pending = idle.isEmpty() ? new Pending() : idle.removeLast();
        pending.operation = operation;
        pending.completion = completion;
        pending.waitedNanos = 0;
        return pending;
    }

    private void begun(Pending pending) {
        laio.attach(pending);
        underWay++;
    }

    /** Begins the reads that waited for those that are over. */
    private void startWaiting() {
        while (readsUnderWay < maxReads && !waiting.isEmpty()) {
            waiting.removeFirst().start();
        }
    }

    /** How many operations are under way: begun, and their completions not handled yet. None waits unless some are. */
    int pending() {
        return underWay;
    }

    @Override
    public void close() {
        idle.clear();
    }

    /** An operation under way, or a read that waits; kept and used again, so that a miss allocates nothing either. */
    private final class Pending implements LaioEvent {
        private Operation operation = Operation.READ;
        private DiskCompletion completion = result -> {};
        private int fd;
        private long address;
        private int length;
        private long offset;
        private long queuedNanos;
        private long waitedNanos;

        void setRange(int ofFile, long to, int bytes, long from) {
            fd = ofFile;
            address = to;
            length = bytes;
            offset = from;
            queuedNanos = clock.nanos();
        }

        void start() {
            waitedNanos = clock.nanos() - queuedNanos;
            long result = laio.read(fd, address, length, offset, laziness);
            if (isKnown(result)) {
                end(answer(result), waitedNanos);
            } else {
                readsUnderWay++;
                begun(this);
            }
        }

        @Override
        public void completed(long result, long blockedNanos) {
            underWay--;
            boolean read = operation == Operation.READ;
            if (read) {
                readsUnderWay--;
            }
            end(result, blockedNanos < 0 && waitedNanos == 0 ? blockedNanos : Math.max(0, blockedNanos) + waitedNanos);
            if (read) {
                startWaiting();
            }
        }

        private void end(long result, long blockedNanos) {
            counters.done(operation, blockedNanos);
            DiskCompletion asked = completion;
            idle.addLast(this);
            asked.completed(result);
        }
    }
}
