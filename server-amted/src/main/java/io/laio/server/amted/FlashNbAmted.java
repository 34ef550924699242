package io.laio.server.amted;

import io.laio.http.helper.HelperLimits;
import io.laio.http.helper.HelperServer;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerOptions;
import io.laio.http.server.ServerVariant;
import java.util.List;

/** Flash-NB-AMTED of the study (PAPER.md section 2): AMPED, with kernel threads in one address space for helpers. */
public final class FlashNbAmted implements ServerVariant {
    /** Made by the service loader. */
    public FlashNbAmted() {}

    @Override
    public String name() {
        return "flash-nb-amted";
    }

    @Override
    public Description description() {
        return new Description(
                "NB: epoll, non-blocking sockets",
                "AMTED: helpers, then tried again",
                "threads",
                "disk I/O, if evicted in between");
    }

    @Override
    public List<ServerOption> options() {
        return HelperLimits.OPTIONS;
    }

    /** A loop's inbox has one, and so has a name helper while it looks at what it has opened. */
    @Override
    public int descriptors(ServerOptions options) {
        return ServerVariant.super.descriptors(options)
                + options.loops() * (1 + HelperLimits.of(options).name());
    }

    @Override
    public LoopIo open(LoopContext context) {
        return HelperServer.open(context, poller -> new ThreadSpawner(context, poller));
    }
}
