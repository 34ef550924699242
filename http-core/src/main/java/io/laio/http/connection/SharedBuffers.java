package io.laio.http.connection;

import io.laio.linux.NativeBuffer;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Buffers that the connections of several threads borrow while they send, each thread with one connection: a thread that finds
 * all lent waits. May be used by any thread.
 */
public final class SharedBuffers extends BufferPool {
    private static final int MAX_BUFFERS = Connections.MAX_BORROWED_BYTES / Connection.BORROWED_BYTES;

    private final Semaphore available = new Semaphore(MAX_BUFFERS);

    /** Makes an empty pool, as large as that of an event loop may become. */
    public SharedBuffers() {
        super(Connection.BORROWED_BYTES, MAX_BUFFERS);
    }

    /**
     * Lends a buffer. If all are lent it waits until one is given back: their borrowers have deadlines.
     *
     * @return a buffer to be given back, or null if there is no memory for another one
     */
    @Override
    public @Nullable NativeBuffer acquire() {
        available.acquireUninterruptibly();
        NativeBuffer buffer = lend();
        if (buffer == null) {
            available.release();
        }
        return buffer;
    }

    private synchronized @Nullable NativeBuffer lend() {
        return super.acquire();
    }

    /** Whoever waits, waits in {@link #acquire}. */
    @Override
    public boolean isAnyLent() {
        return false;
    }

    @Override
    public synchronized boolean canLend() {
        return super.canLend();
    }

    @Override
    public void release(NativeBuffer buffer) {
        takeBack(buffer);
        available.release();
    }

    private synchronized void takeBack(NativeBuffer buffer) {
        super.release(buffer);
    }

    @Override
    public synchronized void close() {
        super.close();
    }
}
