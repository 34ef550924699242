package io.laio.server.threads;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.loop.Deadline;
import io.laio.http.network.EpollPoller;
import io.laio.http.network.ReadinessNetwork;
import io.laio.http.server.LoopContext;
import io.laio.http.server.LoopIo;
import io.laio.http.server.UnfitEnvironmentException;
import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The master's thread that answers 503, in a server with no more places than processes: while all of these serve, it takes the
 * connections that come, as an event loop. As long as one is free it leaves them to that one.
 */
final class Refuser implements Runnable {
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final long LOOK_AGAIN_NANOS = 2 * NANOS_PER_MILLI;

    private final ConnectionLoop.Shared shared;
    private final CountsBlock block;
    private final ProcessCounts counts;
    private final int processes;
    private final int listener;
    private final Linux linux;
    private final CompletableFuture<@Nullable Void> started = new CompletableFuture<>();
    private final CompletableFuture<Boolean> ended = new CompletableFuture<>();
    private final Deadline lookAgain = new Deadline(this::lookAgain);
    private @Nullable EpollPoller poller;
    private volatile @Nullable ConnectionLoop loop;
    private boolean stopping;
    private boolean gone;

    /**
     * Makes it, in the slot that follows those of the processes.
     *
     * @param shared what the master's connections share
     * @param block tells which process serves
     * @param counts the master's counters
     * @param processes how many there are
     */
    Refuser(ConnectionLoop.Shared shared, CountsBlock block, ProcessCounts counts, int processes) {
        this.shared = shared;
        this.block = block;
        this.counts = counts;
        this.processes = processes;
        this.listener = shared.server().listeners().getFirst();
        this.linux = shared.server().kernels().get();
    }

    CompletableFuture<@Nullable Void> started() {
        return started;
    }

    CompletableFuture<Boolean> ended() {
        return ended;
    }

    @Override
    public void run() {
        try (ConnectionLoop own = ConnectionLoop.open(shared, this::strategies)) {
            loop = own;
            epoll().add(listener, Epoll.EPOLLIN, events -> refuseIfFull());
            started.complete(null);
            own.loop().run();
        } catch (UnfitEnvironmentException | RuntimeException | Error e) {
            started.completeExceptionally(e);
            ended.completeExceptionally(e);
        }
        if (gone) {
            shared.close();
        }
        ended.complete(gone);
    }

    private LoopIo strategies(LoopContext context) {
        EpollPoller own = new EpollPoller(context.linux());
        poller = own;
        ReadinessNetwork network = new ReadinessNetwork(context.linux(), own, context.operations());
        return LoopIo.withoutEngine(new PublishingPoller(own, counts), network, new BlockingDisk(context));
    }

    private EpollPoller epoll() {
        return Objects.requireNonNull(poller, "opened with the loop");
    }

    private ConnectionLoop own() {
        return Objects.requireNonNull(loop, "opened first");
    }

    private void refuseIfFull() {
        while (!stopping && isFull()) {
            int fd = acceptAtOnce();
            if (fd < 0) {
                return; // taken by a process, or none left: the next one will be told
            }
            own().connections().refuse(fd);
        }
        if (!stopping) { // who is free takes it, unless that is a process that has just begun to serve another
            own().loop().deadlines(LOOK_AGAIN_NANOS).set(lookAgain, own().loop().nowNanos());
        }
    }

    private void lookAgain() {
        if (!stopping) {
            epoll().again(listener, Epoll.EPOLLIN); // tells of those that are there
        }
    }

    private boolean isFull() {
        for (int slot = 0; slot < processes; slot++) {
            if (!block.isBusy(slot)) {
                return false;
            }
        }
        return true;
    }

    /** The socket blocks, for the processes; one of them that comes just now is told EAGAIN and tries again. */
    private int acceptAtOnce() {
        linux.syscall(SystemCall.FCNTL, listener, F_SETFL, OpenHow.O_NONBLOCK, 0);
        int fd = linux.accept4(listener, 0, 0, Sockets.SOCK_NONBLOCK | Sockets.SOCK_CLOEXEC);
        linux.syscall(SystemCall.FCNTL, listener, F_SETFL, 0, 0);
        return fd;
    }

    /** Refuses no more, and ends the refused; from any thread. */
    void stop() {
        ConnectionLoop running = loop;
        if (running != null) {
            running.loop().execute(() -> stop(running));
        }
    }

    private void stop(ConnectionLoop own) {
        if (stopping) {
            return;
        }
        stopping = true;
        long patienceNanos = Math.max(1, shared.server().options().stopTimeoutMillis() * NANOS_PER_MILLI);
        own.loop()
                .deadlines(patienceNanos)
                .set(new Deadline(() -> own.connections().abort()), own.loop().nowNanos());
        own.connections().stop(() -> {
            gone = true;
            own.loop().stop();
        });
    }
}
