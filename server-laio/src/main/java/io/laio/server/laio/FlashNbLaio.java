package io.laio.server.laio;

import io.laio.Laio;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LaioMode;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import java.util.List;

/**
 * Flash-NB-LAIO of the study (PAPER.md section 2): the network as in Flash-NB-B, LAIO for the disk only. Its distance to
 * Flash-LAIO-LAIO is what LAIO for the network is worth.
 */
public final class FlashNbLaio implements ServerVariant {
    /** Made by the service loader. */
    public FlashNbLaio() {}

    @Override
    public String name() {
        return "flash-nb-laio";
    }

    @Override
    public Description description() {
        return new Description(
                "NB: epoll, non-blocking sockets", "LAIO: tried, then in the background", "none", "nothing");
    }

    @Override
    public List<String> engines() {
        return List.of("ring", "workers", "auto");
    }

    @Override
    public List<ServerOption> options() {
        return DiskReads.OPTIONS;
    }

    @Override
    public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        Laio laio = OpenLaio.with(context);
        LaioDisk disk = LaioDisk.of(context, laio);
        EpollPoller epoll = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), epoll, context.operations());
        EpollAndLaioPoller poller = new EpollAndLaioPoller(epoll, laio, disk);
        return new LoopIo(poller, network, disk, LaioMode.word(laio.engine()), laio.engineReason());
    }
}
