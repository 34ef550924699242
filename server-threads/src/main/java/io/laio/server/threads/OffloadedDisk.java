package io.laio.server.threads;

import io.laio.http.disk.BlockingCalls;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.LoopContext;
import io.laio.linux.Linux;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** The disk of a virtual thread that serves one connection: it parks while a platform thread waits. */
final class OffloadedDisk implements Disk {
    private final DiskThreads threads;
    private final Clock clock;
    private final OperationCounters counters;

    OffloadedDisk(LoopContext context, DiskThreads threads) {
        this.threads = threads;
        this.clock = context.clock();
        this.counters = context.operations();
    }

    @Override
    public long open(int directory, long path, long how, DiskCompletion completion) {
        return wait(Operation.OPEN, linux -> new BlockingCalls(linux).open(directory, path, how));
    }

    @Override
    public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
        return wait(Operation.READ, linux -> new BlockingCalls(linux).read(fd, address, length, offset));
    }

    private long wait(Operation operation, ToLongFunction<Linux> call) {
        long started = clock.nanos();
        Pending pending = new Pending(call, Thread.currentThread());
        threads.begin(pending::run, pending::failed);
        while (!pending.done) {
            LockSupport.park(this);
        }
        counters.blocked(operation, clock.nanos() - started);
        return pending.result();
    }

    @Override
    public void close() {
        // the threads are everybody's
    }

    private static final class Pending {
        private final ToLongFunction<Linux> call;
        private final Thread waiter;
        private long result;
        private @Nullable Throwable failure;
        private volatile boolean done;

        Pending(ToLongFunction<Linux> call, Thread waiter) {
            this.call = call;
            this.waiter = waiter;
        }

        private void run(Linux linux) {
            result = call.applyAsLong(linux);
            end();
        }

        private void failed(Throwable why) {
            failure = why;
            end();
        }

        private void end() {
            done = true;
            LockSupport.unpark(waiter);
        }

        private long result() {
            if (failure != null) {
                throw new IllegalStateException("a thread that waits for the disk failed: " + failure, failure);
            }
            return result;
        }
    }
}
