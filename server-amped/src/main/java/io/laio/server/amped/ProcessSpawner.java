package io.laio.server.amped;

import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperLimits;
import io.laio.http.helper.HelperListener;
import io.laio.http.helper.HelperSpawner;
import io.laio.http.network.ChannelRefusedException;
import io.laio.http.network.EpollPoller;
import io.laio.http.process.ChildFailedException;
import io.laio.http.process.ChildProcess;
import io.laio.http.process.ChildStarter;
import io.laio.http.server.LoopContext;
import io.laio.linux.Linux;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.function.Supplier;

/**
 * Starts helper processes. The loop never waits for one: threads of its own start them, and the loop hears of each through its
 * poller when it has connected.
 */
final class ProcessSpawner implements HelperSpawner {
    /** How many start at once: starting keeps a processor busy. */
    private static final int THREADS = 2;

    /** What a start has open besides the socket: where the child connects, /dev/null twice, the JDK's pipes. */
    private static final int STARTING_DESCRIPTORS = 10;

    private final Linux linux;
    private final Supplier<Linux> kernels;
    private final EpollPoller poller;
    private final ChildStarter starter;
    private final Arrivals arrivals;
    private final ThreadPoolExecutor threads;
    private final Set<ProcessHelper> helpers = new HashSet<>();
    private boolean closed;

    ProcessSpawner(LoopContext context, EpollPoller poller, ChildStarter starter) {
        this.linux = context.linux();
        this.kernels = context.kernels();
        this.poller = poller;
        this.starter = starter;
        this.arrivals = new Arrivals(linux, poller);
        this.threads = (ThreadPoolExecutor) Executors.newFixedThreadPool(
                THREADS, Thread.ofPlatform().daemon().name("helper-spawner-", 0).factory());
        threads.prestartAllCoreThreads();
    }

    /** How many descriptors a loop's spawner has open at most: each helper's socket, starts, and what tells the loop. */
    static int descriptors(HelperLimits limits) {
        return limits.read() + limits.name() + THREADS * STARTING_DESCRIPTORS + 1;
    }

    @Override
    public void spawn(HelperKind kind, HelperListener listener) {
        try {
            Linux own = kernels.get(); // here, because a thread without one could tell nobody
            threads.execute(() -> start(own, kind, listener));
        } catch (RuntimeException | OutOfMemoryError e) {
            arrivals.add(linux, () -> failed(e, listener));
        }
    }

    /** Runs on a thread of its own. */
    private void start(Linux own, HelperKind kind, HelperListener listener) {
        try {
            ChildProcess child = starter.start(own, kind.label());
            if (!arrivals.add(own, () -> arrived(own, child, listener))) {
                discard(own, child);
            }
        } catch (ChildFailedException | RuntimeException | OutOfMemoryError e) { // the last: no thread could be had
            arrivals.add(own, () -> failed(e, listener));
        }
    }

    private void failed(Throwable why, HelperListener listener) {
        if (!closed) {
            listener.lost(String.valueOf(why.getMessage()));
        }
    }

    /**
     * Takes over a child that has connected.
     *
     * @param own the kernel as seen by the thread that has started it, which uses it no more: its end is told with that
     */
    private void arrived(Linux own, ChildProcess child, HelperListener listener) {
        if (closed) {
            discard(linux, child);
            return;
        }
        ProcessHelper helper = new ProcessHelper(
                linux, poller, child, listener, helpers::remove, () -> tellOfEnd(own, child, listener));
        helpers.add(helper);
        try {
            helper.watch();
        } catch (ChannelRefusedException e) {
            helper.retire();
            failed(e, listener);
        }
    }

    /** Tells of the end of a process that was killed: one that waits for the disk ends when the disk answers. */
    @SuppressWarnings("FutureReturnValueIgnored") // nobody waits for it, and what it does cannot fail
    private void tellOfEnd(Linux own, ChildProcess killed, HelperListener listener) {
        killed.process().onExit().thenRun(() -> arrivals.add(own, () -> gone(listener)));
    }

    private void gone(HelperListener listener) {
        if (!closed) {
            listener.ended();
        }
    }

    private static void discard(Linux linux, ChildProcess child) {
        linux.close(child.socket());
        child.kill();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        threads.shutdownNow();
        starter.close();
        arrivals.close();
        helpers.forEach(ProcessHelper::close);
        helpers.clear();
    }
}
