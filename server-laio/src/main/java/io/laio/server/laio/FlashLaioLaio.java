package io.laio.server.laio;

import io.laio.Laio;
import io.laio.Laziness;
import io.laio.http.server.LaioMode;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import java.util.List;

/** Flash-LAIO-LAIO of the study (PAPER.md section 2): LAIO for the network and for the disk; nothing blocks. */
public final class FlashLaioLaio implements ServerVariant {
    /** Made by the service loader. */
    public FlashLaioLaio() {}

    @Override
    public String name() {
        return "flash-laio-laio";
    }

    @Override
    public Description description() {
        return new Description("LAIO", "LAIO: tried, then in the background", "none", "nothing");
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
        Laziness laziness = context.options().mode().laziness();
        Laio laio = OpenLaio.with(context);
        LaioPoller poller = new LaioPoller(laio);
        LaioNetwork network = new LaioNetwork(context.linux(), laio, context.operations(), laziness);
        LaioDisk disk = LaioDisk.of(context, laio);
        return new LoopIo(poller, network, disk, LaioMode.word(laio.engine()), laio.engineReason());
    }
}
