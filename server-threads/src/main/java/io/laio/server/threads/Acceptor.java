package io.laio.server.threads;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.loop.Deadline;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.Network;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;

/**
 * The thread that accepts connections for others to serve. Those that nobody may serve it refuses itself, all at once and
 * without waiting for any: it is an event loop.
 */
final class Acceptor implements Network.Acceptor, AutoCloseable {
    private final ConnectionLoop own;
    private final Crew crew;
    private boolean stopped;

    private Acceptor(ConnectionLoop own, Crew crew) {
        this.own = own;
        this.crew = crew;
    }

    /** Begins to accept, on the thread that is to run it. */
    static Acceptor open(ConnectionLoop.Shared shared, Crew crew) throws UnfitEnvironmentException {
        Acceptor acceptor = new Acceptor(ConnectionLoop.open(shared, Acceptor::strategies), crew);
        acceptor.own.network().listen(shared.server().listeners().getFirst(), acceptor);
        return acceptor;
    }

    private static LoopIo strategies(LoopContext context) {
        EpollPoller poller = new EpollPoller(context.linux());
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), poller, context.operations());
        return LoopIo.withoutEngine(poller, network, new BlockingDisk(context)); // which no refusal asks
    }

    /** Accepts until {@link #end}. */
    void run() {
        own.loop().run();
    }

    @Override
    public void accepted(int fd) {
        if (!crew.admit(fd)) {
            own.connections().refuse(fd);
        }
    }

    @Override
    public void failed(int errno) {
        own.connections().failed(errno);
    }

    /** Runs a task on this thread; from any thread. */
    void execute(Runnable task) {
        own.loop().execute(task);
    }

    /** Runs a task on this thread when some time has passed; called on it. */
    void after(long nanos, Runnable task) {
        own.loop()
                .deadlines(Math.max(1, nanos))
                .set(new Deadline(task), own.loop().nowNanos());
    }

    /** Accepts no more, and ends the refused; called on its thread. */
    void stop(Runnable refusedAreGone) {
        if (!stopped) {
            stopped = true;
            own.network().stopListening(() -> own.connections().stop(refusedAreGone));
        }
    }

    /** Breaks off the refused; called on its thread. */
    void abort() {
        own.connections().abort();
    }

    /** Ends {@link #run}; called on its thread. */
    void end() {
        own.loop().stop();
    }

    @Override
    public void close() {
        own.close();
    }
}
