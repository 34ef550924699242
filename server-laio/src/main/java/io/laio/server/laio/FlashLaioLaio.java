package io.laio.server.laio;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;

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
        return new Description("LAIO: io_uring", "LAIO: tried, then io_uring", "none", "nothing");
    }

    @Override
    public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        Laziness laziness = context.options().lazy() ? Laziness.RING : Laziness.OFF;
        Laio laio = openLaio(context);
        LaioPoller poller = new LaioPoller(laio);
        LaioNetwork network = new LaioNetwork(context.linux(), laio, context.operations(), laziness);
        return new LoopIo(poller, network, new LaioDisk(laio, laziness), "ring");
    }

    private static Laio openLaio(LoopContext context) throws UnfitEnvironmentException {
        try {
            return Laio.open(context.kernels(), LaioOptions.DEFAULTS.withEngine(Engine.RING));
        } catch (EngineUnavailableException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()), e);
        }
    }
}
