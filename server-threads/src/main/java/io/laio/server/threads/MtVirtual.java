package io.laio.server.threads;

import io.laio.http.server.ServerOption;
import io.laio.http.server.ServerVariant;
import io.laio.http.server.Workforce;
import io.laio.http.server.WorkforceContext;
import java.util.List;

/** A virtual thread for each connection (JEP 444): written as if it blocked, while a few carriers run all that can go on. */
public final class MtVirtual implements ServerVariant {
    /** How many platform threads may wait for the disk at once: what the JDK itself adds carriers up to. */
    public static final ServerOption DISK_THREADS = new ServerOption(
            "--disk-threads", "N", 256, 1, 32_768, "Platform threads that wait for the disk in place of virtual ones.");

    /** Made by the service loader. */
    public MtVirtual() {}

    @Override
    public String name() {
        return "mt-virtual";
    }

    @Override
    public Description description() {
        return new Description(
                "a virtual thread for each connection, parked",
                "platform threads wait",
                "disk threads",
                "its own thread");
    }

    @Override
    public List<ServerOption> options() {
        return List.of(DISK_THREADS);
    }

    @Override
    public boolean eventDriven() {
        return false;
    }

    @Override
    public Workforce workforce(WorkforceContext context) {
        ConnectionLoop.Shared shared = ConnectionLoop.Shared.of(context);
        return new ThreadServer(
                shared, new VirtualCrew(shared, context.options().value(DISK_THREADS)));
    }
}
