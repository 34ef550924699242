package io.laio.server.amted;

import io.laio.http.helper.HelperKind;
import io.laio.http.helper.HelperListener;
import io.laio.http.helper.HelperSpawner;
import io.laio.http.network.EpollPoller;
import io.laio.http.server.LoopContext;
import io.laio.linux.Linux;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Starts helpers as threads of this process. */
final class ThreadSpawner implements HelperSpawner {
    private final Linux linux;
    private final Supplier<Linux> kernels;
    private final LoopInbox inbox;
    private final List<HelperThread> helpers = new ArrayList<>();
    private final ThreadStarter threads;
    private long started;

    ThreadSpawner(LoopContext context, EpollPoller poller) {
        // Daemons: the process need not wait for a thread that the disk keeps.
        this(
                context.linux(),
                context.kernels(),
                poller,
                (name, body) -> Thread.ofPlatform().daemon().name(name).start(body));
    }

    ThreadSpawner(Linux linux, Supplier<Linux> kernels, EpollPoller poller, ThreadStarter threads) {
        this.linux = linux;
        this.kernels = kernels;
        this.inbox = new LoopInbox(linux, poller);
        this.threads = threads;
    }

    /** Starts a thread, or throws {@code OutOfMemoryError} if the kernel gives none. */
    @FunctionalInterface
    interface ThreadStarter {
        void start(String name, Runnable body);
    }

    @Override
    public void spawn(HelperKind kind, HelperListener listener) {
        helpers.removeIf(HelperThread::isGone);
        HelperThread helper = new HelperThread(kind, listener, inbox);
        inbox.enter();
        try {
            Linux its = kernels.get(); // here, because a thread without one could tell nobody
            threads.start("helper-" + kind.label() + "-" + started++, () -> helper.run(its));
            helpers.add(helper);
        } catch (OutOfMemoryError noThread) {
            helper.neverRan(
                    noThread.getMessage() + " (ulimit -u, or the control group's pids.max, may be too low)", linux);
        } catch (RuntimeException noKernel) {
            helper.neverRan(String.valueOf(noKernel.getMessage()), linux);
        }
    }

    @Override
    public void close() {
        helpers.forEach(HelperThread::retire);
        inbox.close();
    }
}
