package io.laio.server.threads;

import io.laio.http.connection.ConnectionServices;
import io.laio.http.connection.Connections;
import io.laio.http.connection.Counters;
import io.laio.http.connection.SharedBuffers;
import io.laio.http.connection.StatisticsResource;
import io.laio.http.document.Documents;
import io.laio.http.document.FileReader;
import io.laio.http.document.SharedDocuments;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.EventLoop;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.network.Network;
import io.laio.http.protocol.DateLine;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.Linux;
import org.jspecify.annotations.Nullable;

/**
 * What a thread needs to serve connections, the same objects as in a loop of an event-driven server but for the cache, which is
 * all threads'. Opened on the thread that uses it first; used by one thread at a time, which runs the loop.
 */
final class ConnectionLoop implements AutoCloseable {
    private static final Clock CLOCK = Clock.SYSTEM;

    private final LoopIo io;
    private final Documents documents;
    private final FileReader reader;
    private final EventLoop loop;
    private final Connections connections;

    private ConnectionLoop(Shared shared, LoopContext context, LoopIo io) {
        this.io = io;
        Linux linux = context.linux();
        DateLine dateLine = new DateLine(CLOCK.epochSeconds());
        Counters counters = new Counters();
        loop = new EventLoop(
                io.poller(),
                CLOCK,
                context.tracker(),
                context.deadlines(),
                () -> dateLine.update(CLOCK.epochSeconds()));
        documents = new Documents(
                linux, io.disk(), CLOCK, context.operations(), shared.server().root(), shared.documents());
        reader = new FileReader(documents);
        connections = new Connections(
                linux,
                io.network(),
                ConnectionServices.of(
                        loop,
                        CLOCK,
                        true,
                        documents,
                        reader,
                        counters,
                        context.options().limits(),
                        dateLine,
                        shared.server().log(linux, dateLine, counters),
                        shared.statistics()),
                shared.buffers());
        shared.counts().add(counters, context.operations());
    }

    /**
     * Opens what the calling thread needs.
     *
     * @param shared what all threads of the server share
     * @param strategies opens the thread's strategies
     * @throws UnfitEnvironmentException if the machine cannot run them
     */
    static ConnectionLoop open(Shared shared, Strategies strategies) throws UnfitEnvironmentException {
        Linux linux = shared.server().kernels().get();
        LoopContext context = new LoopContext(
                linux,
                shared.server().kernels(),
                CLOCK,
                new OperationCounters(),
                new StallTracker(CLOCK, new UntrackedTimes(), Pauses.NONE),
                new Deadlines(),
                shared.server().options());
        return new ConnectionLoop(shared, context, strategies.open(context));
    }

    EventLoop loop() {
        return loop;
    }

    Connections connections() {
        return connections;
    }

    Network network() {
        return io.network();
    }

    /** Frees everything, if every connection is gone; else leaves all, because the kernel may still use its memory. */
    @Override
    public void close() {
        if (connections.open() == 0) {
            connections.close();
            reader.close();
            documents.close();
            io.close();
        }
    }

    /** Opens a thread's network and disk. */
    @FunctionalInterface
    interface Strategies {
        /** Opens them, on the thread. */
        LoopIo open(LoopContext context) throws UnfitEnvironmentException;
    }

    /**
     * What all threads of a server share.
     *
     * @param server document root, options and log
     * @param documents the open documents
     * @param buffers memory of responses
     * @param counts what each thread or process counts
     * @param statistics what {@code /.laio/stats} answers, null if it answers 404
     */
    record Shared(
            WorkforceContext server,
            SharedDocuments documents,
            SharedBuffers buffers,
            Tally counts,
            @Nullable StatisticsResource statistics) {
        /** Makes an empty cache and counters that nobody counts yet. */
        static Shared of(WorkforceContext server) {
            return of(server, new ThreadCounts());
        }

        /** Makes an empty cache, for threads that count somewhere. */
        static Shared of(WorkforceContext server, Tally counts) {
            long validityNanos = server.options().cacheValidityMillis() * 1_000_000L;
            SharedDocuments documents =
                    new SharedDocuments(server.kernels().get(), server.options().cacheEntries(), validityNanos);
            return new Shared(server, documents, new SharedBuffers(), counts, server.statistics(counts));
        }

        /** Frees what is shared; no thread serves any more. */
        void close() {
            documents.close();
            buffers.close();
        }
    }
}
