package io.laio.http.server;

import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Operation;
import java.util.List;

/** {@link TestVariant} under the thttpd profile: it reads what is not in memory, or waits for it in page faults. */
record ThttpdVariant(boolean late, boolean pageFaults) implements ServerVariant {
    @Override
    public String name() {
        return "test-thttpd";
    }

    @Override
    public Profile profile() {
        return Profile.THTTPD;
    }

    @Override
    public List<ServerOption> options() {
        return ThttpdOptions.all();
    }

    @Override
    public Description description() {
        return new TestVariant(late).description();
    }

    @Override
    public LoopIo open(LoopContext context) {
        LoopIo io = new TestVariant(late).open(context);
        return pageFaults ? LoopIo.withoutEngine(io.poller(), io.network(), new FaultingDisk(context, io.disk())) : io;
    }

    private record FaultingDisk(LoopContext context, Disk other) implements Disk {
        @Override
        public long open(int directory, long path, long how, DiskCompletion completion) {
            return other.open(directory, path, how, completion);
        }

        @Override
        public long read(int fd, long address, int length, long offset, DiskCompletion completion) {
            return other.read(fd, address, length, offset, completion);
        }

        @Override
        public boolean waitsInPageFaults() {
            return true;
        }

        @Override
        public void pageFaulted(long nanos) {
            context.operations().blocked(Operation.READ, nanos);
        }

        @Override
        public void close() {
            other.close();
        }
    }
}
