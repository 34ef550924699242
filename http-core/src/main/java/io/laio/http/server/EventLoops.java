package io.laio.http.server;

import io.laio.http.server.ServerLoop.LoopState;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Event loops, each on a thread of its own with a listening socket of its own on the same port, and equal shares of the
 * connections.
 */
final class EventLoops implements Workforce {
    private final WorkforceContext context;
    private final String laziness;
    private final List<ServerLoop> loops = new ArrayList<>();
    private final List<LoopState> states = new CopyOnWriteArrayList<>();

    EventLoops(WorkforceContext context, String laziness) {
        this.context = context;
        this.laziness = laziness;
    }

    @Override
    public void start() throws UnfitEnvironmentException {
        ServerOptions options = context.options();
        Statistics statistics =
                options.statistics() ? new Statistics(context.variant().name(), laziness, states) : null;
        ConnectionShares shares = new ConnectionShares();
        for (int i = 0; i < options.loops(); i++) {
            ServerLoop loop = new ServerLoop(
                    context.variant(),
                    options,
                    context.kernels(),
                    context.listeners().get(i),
                    context.root(),
                    context.accessLog(),
                    statistics,
                    states,
                    shares);
            loops.add(loop);
            Thread.ofPlatform().name("loop-" + i).start(loop);
        }
        for (ServerLoop loop : loops) {
            await(loop);
        }
    }

    private static void await(ServerLoop loop) throws UnfitEnvironmentException {
        try {
            loop.started().join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnfitEnvironmentException unfit) {
                throw unfit;
            }
            throw ServerFailedException.because(e);
        }
    }

    /** A loop that is still starting is stopped as soon as it has started. */
    @Override
    public void stop() {
        for (ServerLoop loop : loops) {
            loop.started().exceptionally(e -> null).thenRun(loop::stop).join();
        }
    }

    @Override
    public List<CompletableFuture<Boolean>> ends() {
        return loops.stream().map(ServerLoop::ended).toList();
    }

    @Override
    public String engine() {
        return Statistics.engine(states);
    }

    @Override
    public String engineReason() {
        return Statistics.engineReason(states);
    }
}
