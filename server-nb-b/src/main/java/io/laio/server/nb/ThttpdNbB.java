package io.laio.server.nb;

import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.Profile;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.ThttpdOptions;
import java.util.List;

/** thttpd-NB-B of the study (PAPER.md section 2): conventional, no helpers, blocks on page faults of what it sends. */
public final class ThttpdNbB implements ServerVariant {
    /** Made by the service loader. */
    public ThttpdNbB() {}

    @Override
    public String name() {
        return "thttpd-nb-b";
    }

    @Override
    public Profile profile() {
        return Profile.THTTPD;
    }

    @Override
    public Description description() {
        return new Description(
                "NB: epoll, non-blocking sockets", "B: open and page faults in the loop", "none", "disk I/O");
    }

    @Override
    public List<ServerOption> options() {
        return ThttpdOptions.all();
    }

    @Override
    public LoopIo open(LoopContext context) {
        EpollPoller poller = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), poller, context.operations());
        return LoopIo.withoutEngine(poller, network, new PageFaultDisk(context));
    }
}
