package io.laio.server.threads;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.http.server.WorkforceContext;
import io.laio.linux.InterruptSignal;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.LoggerFactory;

/** The one thread of a process that serves: accepts a connection, serves it to its end, accepts the next. */
final class ProcessServer implements Runnable {
    private static final int FAILED = 1;
    private static final int ABORTED = 2;

    private final WorkforceContext context;
    private final ProcessCounts counts;
    private final Runnable whenOver;
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private volatile @Nullable Worker worker;
    private volatile @Nullable ListeningSocket listening;
    private volatile boolean aborted;
    private volatile int status = FAILED;

    ProcessServer(WorkforceContext context, ProcessCounts counts, Runnable whenOver) {
        this.whenOver = whenOver;
        this.context = context;
        this.counts = counts;
    }

    /** Completed when it accepts, or cannot. */
    CompletableFuture<@Nullable Void> started() {
        return started;
    }

    /** The status that the process is to end with: 0 if every connection was served to its end. */
    int status() {
        return status;
    }

    @Override
    public void run() {
        try {
            serve();
            context.closeLog();
            status = aborted ? ABORTED : 0;
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            if (!started.completeExceptionally(e)) {
                LoggerFactory.getLogger(ProcessServer.class).error("this process has failed", e);
            }
        }
        whenOver.run();
    }

    private void serve() throws UnfitEnvironmentException {
        int signal = InterruptSignal.install();
        if (signal == 0) {
            throw new UnfitEnvironmentException(
                    "the signals 50 to 60 are all in use, by an agent of this JVM perhaps", null);
        }
        try (Worker own = Worker.open(ConnectionLoop.Shared.of(context, counts), c -> strategies(c, signal))) {
            ListeningSocket accepts = Objects.requireNonNull(listening, "opened with the worker");
            worker = own;
            started.complete(null);
            for (int fd = accepts.accept(); fd >= 0; fd = accepts.accept()) {
                counts.setBusy(true);
                own.serve(fd);
                counts.setBusy(false);
            }
        }
    }

    private LoopIo strategies(LoopContext loop, int signal) {
        listening = new ListeningSocket(loop, context.listeners().getFirst(), signal);
        BlockingPoller poller = new BlockingPoller(loop.linux(), loop.kernels().get(), signal);
        return LoopIo.withoutEngine(
                new PublishingPoller(poller, counts), new BlockingNetwork(loop, poller), new BlockingDisk(loop));
    }

    /** Accepts no more, and ends after the response that is under way or when the time is up; from any thread, once it has started. */
    void stop() {
        CompletableFuture.delayedExecutor(context.options().stopTimeoutMillis(), TimeUnit.MILLISECONDS)
                .execute(this::abort);
        Worker serving = worker;
        ListeningSocket accepts = listening;
        if (serving != null && accepts != null) {
            serving.stop();
            accepts.stop();
        }
    }

    private void abort() {
        Worker serving = worker;
        if (serving != null) {
            aborted = true;
            serving.abort();
        }
    }
}
