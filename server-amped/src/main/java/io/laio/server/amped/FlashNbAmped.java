package io.laio.server.amped;

import io.laio.http.helper.HelperLimits;
import io.laio.http.helper.HelperServer;
import io.laio.http.process.AotCache;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildStarter;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.UnfitEnvironmentException;
import java.util.List;

/** Flash-NB-AMPED of the study (PAPER.md section 2): helper processes, in address spaces of their own, go to the disk. */
public final class FlashNbAmped implements ServerVariant {
    /** Names the file with the AOT cache of helper processes; {@code bin/laio} sets it. */
    static final String CACHE_PROPERTY = "laio.helper.aot";

    /** Made by the service loader. */
    public FlashNbAmped() {}

    @Override
    public String name() {
        return "flash-nb-amped";
    }

    @Override
    public Description description() {
        return new Description(
                "NB: epoll, non-blocking sockets", "AMPED: asked of helpers", "processes", "repeats after evictions");
    }

    @Override
    public List<ServerOption> options() {
        return HelperLimits.OPTIONS;
    }

    @Override
    public int descriptors(ServerOptions options) {
        return ServerVariant.super.descriptors(options)
                + options.loops() * ProcessSpawner.descriptors(HelperLimits.of(options));
    }

    @Override
    public LoopIo open(LoopContext context) throws UnfitEnvironmentException {
        ChildStarter starter = starter();
        return HelperServer.open(context, poller -> new ProcessSpawner(context, poller, starter));
    }

    private static ChildStarter starter() throws UnfitEnvironmentException {
        try {
            return new ChildStarter(HelperMain.jvm(), AotCache.ofProperty(CACHE_PROPERTY));
        } catch (ChildFailedException e) {
            throw new UnfitEnvironmentException(String.valueOf(e.getMessage()), e);
        }
    }
}
