package io.laio.http.server;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;
import io.laio.http.loop.Poller;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import java.util.ArrayDeque;

/** A server with the readiness network and a disk that answers at once, or a turn of the loop later. */
record TestVariant(boolean late) implements ServerVariant {
    @Override
    public String name() {
        return late ? "test-late" : "test-at-once";
    }

    @Override
    public Description description() {
        return new Description("epoll", "at once or late", "none", "nothing");
    }

    @Override
    public LoopIo open(LoopContext context) {
        EpollPoller poller = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), poller, context.operations());
        ArrayDeque<Runnable> done = new ArrayDeque<>();
        return LoopIo.withoutEngine(new LatePoller(poller, done), network, new TestDisk(context, late, done));
    }

    /** Delivers what the disk has done after the events of the network. */
    private record LatePoller(EpollPoller epoll, ArrayDeque<Runnable> done) implements Poller {
        @Override
        public boolean submit() {
            return false;
        }

        @Override
        public void await(long timeoutNanos) {
            epoll.await(done.isEmpty() ? timeoutNanos : 0);
        }

        @Override
        public void dispatch() {
            epoll.dispatch();
            for (int count = done.size(); count > 0; count--) {
                done.removeFirst().run();
            }
        }

        @Override
        public void wakeup() {
            epoll.wakeup();
        }

        @Override
        public void close() {
            epoll.close();
        }
    }

    private record TestDisk(LoopContext context, boolean late, ArrayDeque<Runnable> done) implements Disk {
        @Override
        public long open(int directory, long path, long how, DiskCompletion completion) {
            return answer(Operation.OPEN, context.linux().openat2(directory, path, how), completion);
        }

        @Override
        public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
            return answer(Operation.READ, context.linux().pread(fd, address, length, offset), completion);
        }

        private long answer(Operation operation, long result, DiskCompletion completion) {
            context.operations().done(operation, late ? 0 : -1);
            if (!late) {
                return result;
            }
            done.addLast(() -> completion.completed(result));
            return PENDING;
        }

        @Override
        public void close() {
            done.clear();
        }
    }
}
