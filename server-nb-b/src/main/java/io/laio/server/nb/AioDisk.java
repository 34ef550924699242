package io.laio.server.nb;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.http.server.LoopContext;
import io.laio.linux.Errno;
import io.laio.linux.NativeBuffer;
import io.laio.posix.Aio;
import io.laio.posix.ControlBlock;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is not in memory is read by threads of the C library (aio(7)); names block the loop as ever, because POSIX AIO has no
 * open.
 *
 * <p>What glibc makes of it: a thread serves one descriptor at a time, so reads of one file follow each other however
 * many threads there are. More than {@link #MAX_UNDER_WAY} are not given to it, because each of its waits looks at
 * all of them; they wait here, and so does what it refuses with {@code EAGAIN}.
 */
final class AioDisk implements Disk {
    /** How many reads the C library has at most. */
    static final int MAX_UNDER_WAY = 256;

    /** The C library's queue has one lock, for which the loop waits in both; the first may start a thread too. */
    private static final String AIO_READ = "aio_read";

    private static final String AIO_RETURN = "aio_return";

    private final Disk names;
    private final int threads;
    private final Aio aio;
    private final Clock clock;
    private final OperationCounters counters;
    private final StallTracker tracker;
    private final AioCollector collector;
    private final List<AioRead> all = new ArrayList<>();
    private final List<NativeBuffer> blocks = new ArrayList<>();
    private final ArrayDeque<AioRead> idle = new ArrayDeque<>();
    private final ArrayDeque<AioRead> waiting = new ArrayDeque<>();
    private int underWay;

    /**
     * Makes the disk and starts its collector.
     *
     * @param context what the loop gives
     * @param names opens what is not in memory
     * @param library the C library, as seen by the thread that asks
     * @param threads how many threads of the library may read for this loop at the same time; they are the process's
     * @param wakeLoop ends the loop's wait; may be called from any thread
     */
    AioDisk(LoopContext context, Disk names, Supplier<? extends Aio> library, int threads, Runnable wakeLoop) {
        this.names = names;
        this.threads = threads;
        this.aio = library.get();
        this.clock = context.clock();
        this.counters = context.operations();
        this.tracker = context.tracker();
        this.collector = new AioCollector(context.linux(), library, MAX_UNDER_WAY, wakeLoop);
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        return names.open(directory, path, how, completion);
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        AioRead read = idle.isEmpty() ? newRead() : idle.removeLast();
        read.begin(fd, address, length, offset, completion, clock.nanos());
        if (!waiting.isEmpty() || underWay == MAX_UNDER_WAY) {
            waiting.addLast(read);
            return PENDING;
        }
        int error = start(read);
        if (error == Errno.EAGAIN) {
            waiting.addLast(read);
            return PENDING;
        }
        if (error != 0) {
            counters.atOnce(Operation.READ);
            idle.addLast(read);
            return -error;
        }
        return PENDING;
    }

    @Override
    public boolean readsWait() {
        return underWay + waiting.size() >= threads;
    }

    private AioRead newRead() {
        NativeBuffer block = new NativeBuffer(ControlBlock.BYTES);
        blocks.add(block);
        AioRead read = new AioRead(block.address());
        all.add(read);
        return read;
    }

    /** Gives what is left of a read to the C library: 0, or why it does not take it. */
    private int start(AioRead read) {
        read.describeRest();
        long started = clock.nanos();
        int result = aio.read(read.block);
        tracker.operationTook(AIO_READ, clock.nanos() - started);
        if (result == 0) {
            underWay++;
            read.underWay = true;
            collector.watch(read);
        } else if (result == -Errno.EAGAIN && underWay == 0) {
            collector.remind(); // no end of another read will
        }
        return -result;
    }

    /** Delivers what is done; called in the loop's dispatch. */
    void deliver() {
        if (!collector.hasNews()) {
            return;
        }
        AioRead read = collector.takeDone();
        while (read != null) {
            AioRead following = read.next;
            read.next = null;
            ended(read);
            read = following;
        }
        startWaiting();
    }

    private void ended(AioRead read) {
        underWay--;
        read.underWay = false;
        long started = clock.nanos();
        long result = aio.result(read.block);
        tracker.operationTook(AIO_RETURN, clock.nanos() - started);
        if (result == -Errno.EINTR || read.wantsMoreAfter(Math.max(0, result))) {
            goOn(read);
        } else {
            complete(read, result);
        }
    }

    /** A part of a read, which the loop's code never sees. */
    private void goOn(AioRead read) {
        int error = start(read);
        if (error == Errno.EAGAIN) {
            waiting.addFirst(read);
        } else if (error != 0) {
            complete(read, -error);
        }
    }

    private void startWaiting() {
        while (underWay < MAX_UNDER_WAY && !waiting.isEmpty()) {
            AioRead read = waiting.removeFirst();
            int error = start(read);
            if (error == Errno.EAGAIN) {
                waiting.addFirst(read);
                return;
            }
            if (error != 0) {
                complete(read, -error);
            }
        }
    }

    private void complete(AioRead read, long last) {
        counters.blocked(Operation.READ, clock.nanos() - read.startedNanos());
        DiskCompletion completion = read.completion();
        long result = read.outcome(last);
        idle.addLast(read);
        completion.completed(result);
    }

    /** Takes back what has not begun, and waits for the rest: until then control blocks and buffers are the C library's. */
    @Override
    public void close() {
        for (AioRead read :
                all.reversed()) { // the newest first: what waits behind another must not begin when that ends
            if (read.underWay) {
                aio.cancel(read.fd(), read.block);
            }
        }
        collector.close();
        blocks.forEach(NativeBuffer::close);
        names.close();
    }
}
