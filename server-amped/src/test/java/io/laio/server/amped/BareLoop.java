package io.laio.server.amped;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.KernelThreadTimes;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.network.EpollPoller;
import io.laio.http.process.ChildStarter;
import io.laio.http.server.LoopContext;
import io.laio.http.server.ServerOptions;
import io.laio.linux.Linux;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** What a spawner needs of a loop, and nothing of a server: the calling thread is the loop. */
final class BareLoop implements AutoCloseable {
    private final Linux linux = Linux.open();
    private final EpollPoller poller = new EpollPoller(linux);

    ProcessSpawner spawner(ChildStarter starter) {
        return spawner(starter, Linux::open);
    }

    ProcessSpawner spawner(ChildStarter starter, Supplier<Linux> kernels) {
        ServerOptions options =
                ServerOptions.of(Path.of("/"), new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        try (KernelThreadTimes times = new KernelThreadTimes(linux)) {
            StallTracker tracker = new StallTracker(Clock.SYSTEM, times, Pauses.NONE);
            LoopContext context = new LoopContext(
                    linux, kernels, Clock.SYSTEM, new OperationCounters(), tracker, new Deadlines(), options);
            return new ProcessSpawner(context, poller, starter);
        }
    }

    void runUntil(BooleanSupplier condition) {
        while (!condition.getAsBoolean()) {
            poller.await(Long.MAX_VALUE);
            poller.dispatch();
        }
    }

    @Override
    public void close() {
        poller.close();
    }
}
