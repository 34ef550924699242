package io.laio.http.connection;

import io.laio.http.loop.Deadline;
import io.laio.http.loop.DeadlineQueue;
import io.laio.http.network.ChannelRefusedException;
import io.laio.http.network.Network;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/**
 * All connections of one loop: accepts them up to the limit, refuses the newest beyond it, pauses when descriptors or memory
 * run out, and ends them in order when the server stops. Confined to the loop.
 */
public final class Connections implements Network.Acceptor, AutoCloseable {
    /** How many refused clients may linger besides those that are served; beyond that they are closed without an answer. */
    private static final int MAX_REFUSED = 512;

    private static final int MIN_REFUSED = 16;

    /** What clients that read slowly may keep in memory; beyond it, documents that are not mapped wait for each other. */
    static final int MAX_BORROWED_BYTES = 1 << 30;

    private static final long RETRY_NANOS = 100_000_000;

    private final Linux linux;
    private final Network network;
    private final ConnectionServices services;
    private final Responder responder;
    private final BufferPool ownBuffers = new BufferPool(Connection.OWN_BYTES, Integer.MAX_VALUE);
    private final BufferPool buffers;
    private final boolean sharesBuffers;
    private final Runnable serveWaiting = this::serveWaiting;
    private final ArrayDeque<Connection> awaitingBuffer = new ArrayDeque<>();
    private final DeadlineQueue retries;
    private final Deadline retry = new Deadline(this::resume);
    private final Places places;
    private @Nullable Connection first;
    private int open;
    private int refused;
    private boolean paused;
    private boolean stopping;
    private @Nullable Runnable whenEmpty;

    /**
     * Makes an empty set.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param network accepts and opens channels
     * @param services what connections share
     */
    public Connections(Linux linux, Network network, ConnectionServices services) {
        this(
                linux,
                network,
                services,
                new BufferPool(Connection.BORROWED_BYTES, MAX_BORROWED_BYTES / Connection.BORROWED_BYTES),
                false);
    }

    /**
     * Makes an empty set that borrows the memory of its responses together with others.
     *
     * @param linux the kernel, as seen by the loop's thread
     * @param network accepts and opens channels
     * @param services what connections share
     * @param buffers the memory; the caller closes it
     */
    public Connections(Linux linux, Network network, ConnectionServices services, SharedBuffers buffers) {
        this(linux, network, services, buffers, true);
    }

    private Connections(
            Linux linux, Network network, ConnectionServices services, BufferPool buffers, boolean sharesBuffers) {
        this.buffers = buffers;
        this.sharesBuffers = sharesBuffers;
        this.linux = linux;
        this.network = network;
        this.services = services;
        this.responder = new Responder(services.dateLine());
        this.retries = services.loop().deadlines(RETRY_NANOS);
        this.places = new Places(services.limits().maxConnections());
    }

    Network network() {
        return network;
    }

    BufferPool buffers() {
        return buffers;
    }

    void awaitBuffer(Connection connection) {
        awaitingBuffer.addLast(connection);
    }

    void giveBack(NativeBuffer buffer) {
        buffers.release(buffer);
        if (!awaitingBuffer.isEmpty()) {
            services.loop().defer(serveWaiting);
        }
    }

    private void serveWaiting() {
        while (buffers.canLend() && !awaitingBuffer.isEmpty()) {
            awaitingBuffer.removeFirst().bufferIsFree();
        }
    }

    boolean isStopping() {
        return stopping;
    }

    /**
     * The places of those that are served.
     *
     * @return places, which other loops may take too
     */
    public Places places() {
        return places;
    }

    /** Serves a connection if there is a place, else refuses it. */
    @Override
    public void accepted(int fd) {
        admit(fd, !places.take());
    }

    /**
     * Serves a connection that has a place.
     *
     * @param fd an accepted connection, for which a place was taken
     */
    public void placed(int fd) {
        admit(fd, false);
    }

    /**
     * Refuses a connection with 503, whatever the limit: others serve, and cannot serve this one.
     *
     * @param fd an accepted connection
     */
    public void refuse(int fd) {
        admit(fd, true);
    }

    private void admit(int fd, boolean full) {
        services.counters().count(Counter.CONNECTIONS_ACCEPTED);
        if (full) {
            services.counters().count(Counter.CONNECTIONS_REFUSED);
        }
        Connection connection = full && refused >= maxRefused() ? null : connect(fd);
        if (connection == null) {
            closeAtOnce(fd, full);
        } else if (full) {
            refused++;
            connection.refuse();
        } else {
            connection.start();
        }
    }

    private void closeAtOnce(int fd, boolean hasNoPlace) {
        services.counters().count(Counter.CONNECTIONS_CLOSED);
        linux.close(fd);
        if (!hasNoPlace) {
            places.free();
        }
    }

    /** A quarter of the connections that may be served: their descriptors count too. */
    private int maxRefused() {
        return Math.clamp(services.limits().maxConnections() / 4, MIN_REFUSED, MAX_REFUSED);
    }

    /** Makes a connection; null, and counted, if there is no memory for it. */
    private @Nullable Connection connect(int fd) {
        NativeBuffer own = ownBuffers.acquire();
        if (own == null) {
            exhausted();
            return null;
        }
        try {
            Connection connection = new Connection(this, services, responder, own, fd);
            link(connection);
            return connection;
        } catch (ChannelRefusedException refusal) {
            ownBuffers.release(own);
            exhausted();
            return null;
        }
    }

    @Override
    public void failed(int errno) {
        boolean exhausted = errno == Errno.EMFILE || errno == Errno.ENFILE;
        if (exhausted && services.documents().evictOldest()) {
            services.loop().defer(network::resumeAccepting);
            network.pauseAccepting();
            return;
        }
        exhausted();
    }

    private void exhausted() {
        services.counters().count(Counter.ACCEPT_PAUSES);
        paused = true;
        network.pauseAccepting();
        retries.set(retry, services.loop().nowNanos());
    }

    private void resume() {
        if (paused && !stopping) {
            paused = false;
            retry.cancel();
            network.resumeAccepting();
        }
    }

    private void link(Connection connection) {
        Connection head = first;
        connection.next = head;
        if (head != null) {
            head.previous = connection;
        }
        first = connection;
        open++;
        services.counters().setConnectionsOpen(open);
    }

    void ended(Connection connection, NativeBuffer own) {
        Connection before = connection.previous;
        Connection after = connection.next;
        if (before == null) {
            first = after;
        } else {
            before.next = after;
        }
        if (after != null) {
            after.previous = before;
        }
        open--;
        services.counters().setConnectionsOpen(open);
        if (connection.isRefused()) {
            refused--;
        } else {
            places.free();
        }
        ownBuffers.release(own);
        services.counters().count(Counter.CONNECTIONS_CLOSED);
        resume();
        runIfEmpty();
    }

    /**
     * How many connections there are.
     *
     * @return served and lingering ones
     */
    public int open() {
        return open;
    }

    /**
     * Ends every connection: at once where none waits for an answer, else after its answer.
     *
     * @param empty runs on the loop when the last one is gone
     */
    public void stop(Runnable empty) {
        stopping = true;
        whenEmpty = empty;
        retry.cancel();
        for (Connection connection = first; connection != null; ) {
            Connection following = connection.next;
            connection.stopWhenIdle();
            connection = following;
        }
        runIfEmpty();
    }

    /** Breaks off every connection that {@link #stop} has left; each is gone when nothing touches its memory any more. */
    public void abort() {
        for (Connection connection = first; connection != null; ) {
            Connection following = connection.next;
            connection.abort();
            connection = following;
        }
    }

    private void runIfEmpty() {
        Runnable empty = whenEmpty;
        if (open == 0 && empty != null) {
            whenEmpty = null;
            empty.run();
        }
    }

    /** Frees the buffers; every connection must be gone. */
    @Override
    public void close() {
        ownBuffers.close();
        if (!sharesBuffers) {
            buffers.close();
        }
    }
}
