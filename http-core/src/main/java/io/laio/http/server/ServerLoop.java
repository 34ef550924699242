package io.laio.http.server;

import io.laio.http.connection.ConnectionServices;
import io.laio.http.connection.Connections;
import io.laio.http.connection.Counters;
import io.laio.http.connection.ResponseLog;
import io.laio.http.connection.StatisticsResource;
import io.laio.http.disk.Disk;
import io.laio.http.document.Documents;
import io.laio.http.document.FileReader;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadline;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.EventLoop;
import io.laio.http.loop.GarbageCollections;
import io.laio.http.loop.KernelThreadTimes;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.StallTracker;
import io.laio.http.protocol.DateLine;
import io.laio.linux.Linux;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One event loop of a server, with everything that belongs to it, on a thread of its own. */
final class ServerLoop implements Runnable {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long DISK_GRACE_NANOS = 2_000 * NANOS_PER_MILLI;

    private final ServerVariant variant;
    private final ServerOptions options;
    private final Supplier<Linux> kernel;
    private final int listener;
    private final int root;
    private final @Nullable AccessLog accessLog;
    private final @Nullable StatisticsResource statistics;
    private final List<LoopState> states;
    private final ConnectionShares shares;
    private final Clock clock = Clock.SYSTEM;
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private volatile @Nullable Stopping stopRequest;

    ServerLoop(
            ServerVariant variant,
            ServerOptions options,
            Supplier<Linux> kernel,
            int listener,
            int root,
            @Nullable AccessLog accessLog,
            @Nullable StatisticsResource statistics,
            List<LoopState> states,
            ConnectionShares shares) {
        this.variant = variant;
        this.options = options;
        this.kernel = kernel;
        this.states = states;
        this.shares = shares;
        this.listener = listener;
        this.root = root;
        this.accessLog = accessLog;
        this.statistics = statistics;
    }

    /** What others may look at while the loop runs. */
    record LoopState(
            EventLoop loop, Counters counters, OperationCounters operations, StallTracker tracker, LoopIo io) {}

    /** Completed when the loop serves, or exceptionally when it cannot. */
    CompletableFuture<@Nullable Void> started() {
        return started;
    }

    /** Completed when the loop is over and has freed what it held: true if every connection had come to its end. */
    CompletableFuture<Boolean> ended() {
        return ended;
    }

    @Override
    public void run() {
        try {
            ended.complete(open());
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            started.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
    }

    private boolean open() throws UnfitEnvironmentException {
        Linux linux = kernel.get();
        try (KernelThreadTimes times = new KernelThreadTimes(linux)) {
            StallTracker tracker = new StallTracker(clock, times, new GarbageCollections());
            OperationCounters operations = new OperationCounters();
            LoopContext context = new LoopContext(linux, kernel, clock, operations, tracker, new Deadlines(), options);
            try (LoopIo io = variant.open(context)) {
                return serve(context, io);
            }
        }
    }

    private boolean serve(LoopContext context, LoopIo io) {
        Linux linux = context.linux();
        OperationCounters operations = context.operations();
        StallTracker tracker = context.tracker();
        DateLine dateLine = new DateLine(clock.epochSeconds());
        Counters counters = new Counters();
        ResponseLog log = accessLog == null ? ResponseLog.NONE : accessLog.on(linux, dateLine, counters);
        EventLoop loop = new EventLoop(
                io.poller(), clock, tracker, context.deadlines(), () -> dateLine.update(clock.epochSeconds()));
        try (Documents documents = documents(linux, io.disk(), operations, loop);
                FileReader reader = new FileReader(documents)) {
            ConnectionServices services = ConnectionServices.of(
                    loop,
                    clock,
                    variant.profile().keepsConnections(),
                    documents,
                    reader,
                    counters,
                    options.limits(),
                    dateLine,
                    log,
                    statistics);
            Connections connections = new Connections(linux, io.network(), services);
            states.add(new LoopState(loop, counters, operations, tracker, io));
            return run(
                    loop,
                    io,
                    connections,
                    shares.join(loop::execute, linux, connections.places(), connections, connections::placed));
        }
    }

    private boolean run(EventLoop loop, LoopIo io, Connections connections, ConnectionShares.Share share) {
        Stopping stopping = new Stopping(loop, io, connections, share);
        stopRequest = stopping;
        try {
            io.network().listen(listener, options.loops() == 1 ? connections : share);
            started.complete(null);
            loop.run();
        } finally {
            share.abandon();
        }
        if (stopping.empty) {
            connections.close();
        }
        return stopping.empty;
    }

    private Documents documents(Linux linux, Disk disk, OperationCounters operations, EventLoop loop) {
        if (variant.profile().cachesNames()) {
            long validityNanos = options.cacheValidityMillis() * NANOS_PER_MILLI;
            return new Documents(linux, disk, clock, operations, root, options.cacheEntries(), validityNanos);
        }
        return new Documents(linux, disk, clock, operations, root, ThttpdOptions.cache(options, linux, clock, loop));
    }

    /** Stops accepting, lets responses finish, then ends the loop; may be called from any thread, after it started. */
    void stop() {
        Stopping stopping = stopRequest;
        if (stopping != null) {
            stopping.loop.execute(stopping);
        }
    }

    /**
     * The end of a loop: nothing new; what is under way until it is done or the time is up; then connections are broken off,
     * and those whose file the disk is still reading are given {@link #DISK_GRACE_NANOS}.
     */
    private final class Stopping implements Runnable {
        private final EventLoop loop;
        private final LoopIo io;
        private final Connections connections;
        private final ConnectionShares.Share share;
        private boolean empty;
        private boolean begun;

        Stopping(EventLoop loop, LoopIo io, Connections connections, ConnectionShares.Share share) {
            this.loop = loop;
            this.io = io;
            this.connections = connections;
            this.share = share;
        }

        @Override
        public void run() {
            if (begun) {
                return;
            }
            begun = true;
            after(Math.max(1, options.stopTimeoutMillis() * NANOS_PER_MILLI), this::timeIsUp);
            io.network().stopListening(() -> {
                share.leave();
                connections.stop(this::allGone);
            });
        }

        private void timeIsUp() {
            after(DISK_GRACE_NANOS, loop::stop);
            connections.abort();
        }

        private void after(long nanos, Runnable task) {
            loop.deadlines(nanos).set(new Deadline(task), loop.nowNanos());
        }

        private void allGone() {
            empty = true;
            loop.stop();
        }
    }
}
