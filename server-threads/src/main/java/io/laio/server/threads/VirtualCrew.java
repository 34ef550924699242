package io.laio.server.threads;

import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.Linux;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * A virtual thread for each connection, from its beginning to its end. What outlives the thread is the memory that it worked
 * with: the next connection's thread goes on with it.
 */
final class VirtualCrew implements Crew {
    private final ConnectionLoop.Shared shared;
    private final int maxDiskThreads;
    private final int maxConnections;
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final ConcurrentLinkedDeque<Worker> idle = new ConcurrentLinkedDeque<>();
    private final AtomicInteger connections = new AtomicInteger();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();

    /** Threads, and until it is stopped the crew itself. */
    private final AtomicInteger running = new AtomicInteger(1);

    private @Nullable SharedEpoll epoll;
    private @Nullable DiskThreads disk;
    private Runnable gone = () -> {};
    private volatile boolean stopping;

    /**
     * Makes a crew without threads.
     *
     * @param shared what all threads share
     * @param maxDiskThreads how many platform threads may wait for the disk
     */
    VirtualCrew(ConnectionLoop.Shared shared, int maxDiskThreads) {
        this.shared = shared;
        this.maxDiskThreads = maxDiskThreads;
        this.maxConnections = shared.server().options().limits().maxConnections();
    }

    @Override
    public void prepare() {
        epoll = new SharedEpoll(shared.server().kernels(), ended::completeExceptionally);
        disk = new DiskThreads(shared.server().kernels(), maxDiskThreads);
    }

    @Override
    public boolean admit(int fd) {
        if (connections.get() >= maxConnections) {
            return false;
        }
        connections.incrementAndGet();
        running.incrementAndGet();
        Thread.ofVirtual().name("connection").start(() -> serve(fd));
        return true;
    }

    private void serve(int fd) {
        try {
            Worker worker = idle.pollFirst();
            if (worker == null) {
                worker = Worker.open(shared, this::strategies);
                workers.add(worker);
            }
            if (stopping) {
                worker.stop();
            }
            worker.serve(fd);
            idle.addFirst(worker);
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            ended.completeExceptionally(e);
        } finally {
            connections.decrementAndGet();
            leave();
        }
    }

    private LoopIo strategies(LoopContext context) {
        SharedEpoll sockets = epoll;
        DiskThreads waiting = disk;
        if (sockets == null || waiting == null) {
            throw new IllegalStateException("not prepared");
        }
        Linux linux = context.linux();
        ParkingPoller poller = new ParkingPoller(linux, sockets);
        ReadinessNetwork network = new ReadinessNetwork(linux, poller, context.operations());
        return LoopIo.withoutEngine(poller, network, new OffloadedDisk(context, waiting));
    }

    private void leave() {
        if (running.decrementAndGet() == 0) {
            workers.forEach(Worker::close);
            close();
            gone.run();
            ended.complete(true);
        }
    }

    private void close() {
        if (epoll != null && disk != null) {
            epoll.close();
            disk.close();
        }
    }

    @Override
    public void stop(Runnable whenGone) {
        gone = whenGone;
        stopping = true;
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
