package io.laio.server.threads;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.InterruptSignal;
import io.laio.linux.Linux;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.LoggerFactory;

/**
 * A pool of threads, started as they are needed and kept. Each serves a connection from its beginning to its end, so as many are
 * served at once as there are threads; further ones wait until one ends, in the order of their coming.
 */
final class PoolCrew implements Crew {
    private static final int END = -1;

    private final ConnectionLoop.Shared shared;
    private final Linux linux;
    private final int maxConnections;
    private final LinkedBlockingQueue<Integer> waiting = new LinkedBlockingQueue<>();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** Connections that are served or wait. */
    private final AtomicInteger admitted = new AtomicInteger();

    /** Threads, and until it is stopped the crew itself. */
    private final AtomicInteger running = new AtomicInteger(1);

    private int maxThreads;
    private int threads;
    private int signal;
    private Runnable gone = () -> {};
    private volatile boolean stopping;

    /**
     * Makes a pool without threads yet.
     *
     * @param shared what all threads share
     * @param maxThreads how many there may be
     */
    PoolCrew(ConnectionLoop.Shared shared, int maxThreads) {
        this.shared = shared;
        this.linux = shared.server().kernels().get();
        this.maxThreads = maxThreads;
        this.maxConnections = shared.server().options().limits().maxConnections();
    }

    @Override
    public void prepare() throws UnfitEnvironmentException {
        signal = InterruptSignal.install();
        if (signal == 0) {
            throw new UnfitEnvironmentException(
                    "threads that wait cannot be woken: the signals 50 to 60 are all in use, by an agent of this JVM"
                            + " perhaps; run without it",
                    null);
        }
    }

    @Override
    public boolean admit(int fd) {
        if (admitted.get() >= maxConnections) {
            return false;
        }
        int connections = admitted.incrementAndGet();
        waiting.add(fd);
        if (connections > threads && threads < maxThreads) {
            startThread();
        }
        return true;
    }

    private void startThread() {
        running.incrementAndGet();
        try {
            Thread.ofPlatform().name("worker-" + threads).start(this::work);
            threads++;
        } catch (OutOfMemoryError refused) {
            running.decrementAndGet();
            if (threads == 0) {
                throw refused;
            }
            LoggerFactory.getLogger(PoolCrew.class)
                    .warn(
                            "no more than {} threads instead of {}: {} (see ulimit -u, or ask for less with --threads)",
                            threads,
                            maxThreads,
                            refused.getMessage());
            maxThreads = threads;
        }
    }

    private void work() {
        try (Worker worker = Worker.open(shared, this::strategies)) {
            workers.add(worker);
            if (stopping) {
                worker.stop();
            }
            for (int fd = waiting.take(); fd != END; fd = waiting.take()) {
                worker.serve(fd);
                admitted.decrementAndGet();
            }
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            ended.completeExceptionally(e);
        } finally {
            leave();
        }
    }

    private LoopIo strategies(LoopContext context) {
        BlockingPoller poller =
                new BlockingPoller(context.linux(), context.kernels().get(), signal);
        return LoopIo.withoutEngine(poller, new BlockingNetwork(context, poller), new BlockingDisk(context));
    }

    private void leave() {
        if (running.decrementAndGet() == 0) {
            gone.run();
            ended.complete(true);
        }
    }

    /** Connections that wait are closed, as those in the kernel's queue are; nothing of them was read. */
    @Override
    public void stop(Runnable whenGone) {
        gone = whenGone;
        stopping = true;
        waiting.removeIf(fd -> {
            linux.close(fd);
            return true;
        });
        for (int i = 0; i < threads; i++) {
            waiting.add(END);
        }
        workers.forEach(Worker::stop);
        leave();
    }

    @Override
    public void abort() {
        workers.forEach(Worker::abort);
    }

    @Override
    public CompletableFuture<Boolean> ended() {
        return ended;
    }
}
