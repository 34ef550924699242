package io.laio.http.connection;

import io.laio.linux.NativeBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Buffers of one size that connections borrow while they send. It grows up to a limit when it must, and keeps what it has. */
public class BufferPool implements AutoCloseable {
    private final int bufferBytes;
    private final int maxBuffers;
    private final ArrayDeque<NativeBuffer> free = new ArrayDeque<>();
    private int lent;

    /**
     * Makes an empty pool.
     *
     * @param bufferBytes the size of each buffer
     * @param maxBuffers how many there may be
     */
    public BufferPool(int bufferBytes, int maxBuffers) {
        this.bufferBytes = bufferBytes;
        this.maxBuffers = maxBuffers;
    }

    /**
     * Lends a buffer.
     *
     * @return a buffer to be given back, or null if there are as many as may be, or no memory for another one
     */
    public @Nullable NativeBuffer acquire() {
        NativeBuffer buffer = free.pollLast();
        if (buffer == null) {
            if (!canLend()) {
                return null;
            }
            try {
                buffer = new NativeBuffer(bufferBytes);
            } catch (OutOfMemoryError exhausted) {
                return null;
            }
        }
        lent++;
        return buffer;
    }

    /**
     * Whether the limit is not reached.
     *
     * @return false if {@link #acquire} would answer null
     */
    public boolean canLend() {
        return lent < maxBuffers;
    }

    /**
     * Whether some will be given back.
     *
     * @return true if any is lent
     */
    public boolean isAnyLent() {
        return lent > 0;
    }

    /**
     * Takes a buffer back.
     *
     * @param buffer a buffer of this pool that nobody touches any more
     */
    public void release(NativeBuffer buffer) {
        lent--;
        free.addLast(buffer);
    }

    /** Frees every buffer that is not lent. */
    @Override
    public void close() {
        if (lent != 0) {
            throw new IllegalStateException(lent + " buffers were not given back");
        }
        free.forEach(NativeBuffer::close);
        free.clear();
    }
}
