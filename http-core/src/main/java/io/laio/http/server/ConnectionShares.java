package io.laio.http.server;

import io.laio.http.connection.Places;
import io.laio.http.network.Network.Acceptor;
import io.laio.linux.Linux;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that loops get equal shares of a server's connections.
 *
 * <p>SO_REUSEPORT gives each connection to a listening socket by a hash of its addresses (socket(7), Linux 3.9), which is as
 * even as coins are: of 64 connections one of two loops gets 24 or fewer, or 40 or more, in every seventeenth case. So a loop
 * that is ahead of another by more than {@link #TOLERANCE} gives what it accepts to that one. Most connections stay where the
 * kernel put them, and are never seen by another thread.
 *
 * <p>Each loop has its own limit on connections. Who gives a connection takes a place at its new loop first, so that nobody is
 * handed over to be refused; and a loop that has no place looks for one at all the others before it refuses.
 */
final class ConnectionShares {
    /** How many connections more than the one that has least a loop may have been given. */
    static final int TOLERANCE = 4;

    private final List<Share> shares = new CopyOnWriteArrayList<>();

    ConnectionShares() {}

    /**
     * Adds a loop that begins to serve.
     *
     * @param loop runs tasks on the loop, whose thread calls this
     * @param linux the kernel, as seen by that thread
     * @param places of the loop's connections
     * @param own serves the loop's connections, or refuses them if there is no place
     * @param placed serves one that has a place
     * @return its share, to which the loop's network gives what it accepts
     */
    Share join(Executor loop, Linux linux, Places places, Acceptor own, IntConsumer placed) {
        Share share = new Share(loop, linux, places, own, placed);
        shares.add(share);
        return share;
    }

    /** The loop that was given least. */
    private Share least(Share self) {
        Share least = self;
        for (Share share : shares) {
            if (share.open && share.taken.get() < least.taken.get()) {
                least = share;
            }
        }
        return least;
    }

    /** One loop's part. All but {@link #give} belongs to the loop's thread. */
    final class Share implements Acceptor, Runnable {
        private final Executor loop;
        private final Linux linux;
        private final Places places;
        private final Acceptor own;
        private final IntConsumer placed;
        private final AtomicLong taken = new AtomicLong();

        /** Descriptors that other loops accepted for this one; guarded by itself, and so are changes of {@code open}. */
        private final ArrayDeque<Integer> given = new ArrayDeque<>();

        private volatile boolean open = true;

        private Share(Executor loop, Linux linux, Places places, Acceptor own, IntConsumer placed) {
            this.loop = loop;
            this.linux = linux;
            this.places = places;
            this.own = own;
            this.placed = placed;
        }

        @Override
        public void accepted(int fd) {
            Share least = least(this);
            boolean ahead = taken.get() - least.taken.get() >= TOLERANCE;
            if (ahead && least.give(fd)) {
                return;
            }
            if (places.take()) {
                taken.incrementAndGet();
                placed.accept(fd);
            } else if (!giveToAny(fd)) {
                own.accepted(fd);
            }
        }

        private boolean giveToAny(int fd) {
            for (Share share : shares) {
                if (share != this && share.give(fd)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public void failed(int errno) {
            own.failed(errno);
        }

        /** Called by the loop that accepted it; false if this one has no place, or takes nothing any more. */
        private boolean give(int fd) {
            synchronized (given) {
                if (!open || !places.take()) {
                    return false;
                }
                given.addLast(fd);
            }
            taken.incrementAndGet();
            loop.execute(this);
            return true;
        }

        /** Serves what was given. */
        @Override
        public void run() {
            for (Integer fd = next(); fd != null; fd = next()) {
                placed.accept(fd);
            }
        }

        private @Nullable Integer next() {
            synchronized (given) {
                return given.pollFirst();
            }
        }

        /** Takes nothing from others any more, and serves what was given by now. */
        void leave() {
            synchronized (given) {
                open = false;
            }
            run();
        }

        /** Closes what was given and will not be served, because the loop has failed. */
        void abandon() {
            synchronized (given) {
                open = false;
                given.forEach(linux::close);
                given.clear();
            }
        }
    }
}
