package io.laio.http.helper;

import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import java.util.function.Function;

/** What the servers with helpers have in common beside the core: everything but how helpers are started and reached. */
public final class HelperServer {
    private HelperServer() {}

    /**
     * Opens the strategies for one loop: the readiness network, and a disk with helpers.
     *
     * @param context what they are made with
     * @param transport makes what starts helpers and reaches them; it hears of them through the loop's poller
     * @return the strategies
     */
    public static LoopIo open(LoopContext context, Function<EpollPoller, HelperSpawner> transport) {
        EpollPoller poller = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), poller, context.operations());
        HelperDisk disk = new HelperDisk(context, HelperLimits.of(context.options()), transport.apply(poller));
        return LoopIo.withoutEngine(poller, network, disk);
    }
}
