package io.laio.server.threads;

import io.laio.http.server.ServerFailedException;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.server.Workforce;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;

/** A server with a thread for each connection that it serves: one thread accepts, a {@link Crew} serves. */
final class ThreadServer implements Workforce {
    private static final long NANOS_PER_MILLI = 1_000_000;

    /** How long a thread that the disk holds up may take to let go of its memory, as in an event-driven server. */
    private static final long DISK_GRACE_NANOS = 2_000 * NANOS_PER_MILLI;

    private final ConnectionLoop.Shared shared;
    private final Crew crew;
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final CompletableFuture<Boolean> accepting = new CompletableFuture<>();
    private volatile @Nullable Acceptor acceptor;

    // Of the thread that accepts.
    private boolean stopping;
    private boolean refusedAreGone;
    private boolean crewIsGone;

    ThreadServer(ConnectionLoop.Shared shared, Crew crew) {
        this.shared = shared;
        this.crew = crew;
    }

    @Override
    public void start() throws UnfitEnvironmentException {
        prepare();
        Thread.ofPlatform().name("acceptor").start(this::run);
        try {
            started.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof UnfitEnvironmentException unfit) {
                throw unfit;
            }
            throw ServerFailedException.because(e);
        }
    }

    /** Who cannot begin has come to its end: that is waited for. */
    private void prepare() throws UnfitEnvironmentException {
        try {
            crew.prepare();
        } catch (UnfitEnvironmentException | RuntimeException e) {
            accepting.completeExceptionally(e);
            throw e;
        }
    }

    private void run() {
        try (Acceptor own = Acceptor.open(shared, crew)) {
            acceptor = own;
            started.complete(null);
            own.run();
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            failed(e);
        }
        if (crewIsGone) {
            shared.close();
        }
        accepting.complete(crewIsGone && refusedAreGone);
    }

    /** Nobody accepts any more, so the crew has nothing to wait for. */
    private void failed(Throwable why) {
        acceptor = null;
        if (!stopping) {
            stopping = true;
            crew.stop(() -> {});
            crew.abort();
        }
        started.completeExceptionally(why);
        accepting.completeExceptionally(why);
    }

    @Override
    public void stop() {
        Acceptor running = acceptor;
        if (running != null) {
            running.execute(() -> stop(running));
        }
    }

    private void stop(Acceptor own) {
        if (stopping) {
            return;
        }
        stopping = true;
        own.after(shared.server().options().stopTimeoutMillis() * NANOS_PER_MILLI, () -> timeIsUp(own));
        own.stop(() -> {
            refusedAreGone = true;
            endIfAllAreGone(own);
        });
        crew.stop(() -> own.execute(() -> {
            crewIsGone = true;
            endIfAllAreGone(own);
        }));
    }

    private void endIfAllAreGone(Acceptor own) {
        if (crewIsGone && refusedAreGone) {
            own.end();
        }
    }

    private void timeIsUp(Acceptor own) {
        own.after(DISK_GRACE_NANOS, own::end);
        crew.abort();
        own.abort();
    }

    /** Only the accepting thread's end is waited for: it waits for the crew, but not for ever. */
    @Override
    public List<CompletableFuture<Boolean>> ends() {
        return List.of(accepting, crewFailure());
    }

    /** Completed together with {@link #accepting}, unless a thread of the crew fails before. */
    private CompletableFuture<Boolean> crewFailure() {
        CompletableFuture<Boolean> end = accepting.copy();
        crew.ended().exceptionally(e -> !end.completeExceptionally(e));
        return end;
    }
}
