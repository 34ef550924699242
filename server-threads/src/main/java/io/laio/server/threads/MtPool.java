package io.laio.server.threads;

import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import java.util.List;

/** Threads that each serve one connection at a time and wait for everything: the MT architecture of the Flash paper, as a pool. */
public final class MtPool implements ServerVariant {
    /** How many threads there may be, which is how many connections are served at once. */
    public static final ServerOption THREADS = new ServerOption(
            "--threads",
            "N",
            64,
            1,
            32_768,
            "Threads; each serves one connection until that ends, further ones wait, up to --max-connections.");

    /** Made by the service loader. */
    public MtPool() {}

    @Override
    public String name() {
        return "mt-pool";
    }

    @Override
    public Description description() {
        return new Description(
                "blocking sockets, a thread for each", "B: open and pread in the thread", "threads", "its own thread");
    }

    @Override
    public List<ServerOption> options() {
        return List.of(THREADS);
    }

    @Override
    public boolean eventDriven() {
        return false;
    }

    @Override
    public Workforce workforce(WorkforceContext context) {
        ConnectionLoop.Shared shared = ConnectionLoop.Shared.of(context);
        return new ThreadServer(shared, new PoolCrew(shared, context.options().value(THREADS)));
    }
}
