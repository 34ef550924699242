package io.laio.http.connection;

import io.laio.linux.NativeBuffer;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;

/** Buffers of one size that connections borrow while they send. It grows when it must and keeps what it has. */
public final class BufferPool implements AutoCloseable {
    private final int bufferBytes;
    private final ArrayDeque<NativeBuffer> free = new ArrayDeque<>();
    private int lent;

    /**
     * Makes an empty pool.
     *
     * @param bufferBytes the size of each buffer
     */
    public BufferPool(int bufferBytes) {
        this.bufferBytes = bufferBytes;
    }

    /**
     * Lends a buffer.
     *
     * @return a buffer to be given back, or null if there is no memory for another one
     */
    public @Nullable NativeBuffer acquire() {
        NativeBuffer buffer = free.pollLast();
        if (buffer == null) {
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
