package io.laio.server.nb;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerVariant;

/** Flash-NB-B of the study (PAPER.md section 2): conventional, no helpers, blocks on disk. */
public final class FlashNbB implements ServerVariant {
    /** Made by the service loader. */
    public FlashNbB() {}

    @Override
    public String name() {
        return "flash-nb-b";
    }

    @Override
    public Description description() {
        return new Description("NB: epoll, non-blocking sockets", "B: open and pread in the loop", "none", "disk I/O");
    }

    @Override
    public LoopIo open(LoopContext context) {
        EpollPoller poller = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), poller, context.operations());
        return LoopIo.withoutEngine(poller, network, new BlockingDisk(context));
    }
}
