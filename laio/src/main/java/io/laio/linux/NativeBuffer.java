package io.laio.linux;

import java.lang.foreign.Arena;

/**
 * A block of native memory with a fixed address, owned by whoever allocated it.
 *
 * <p>It starts zeroed and page-aligned if it is at least a page long, 64-byte-aligned otherwise. Closing it frees the
 * memory, so it must not be closed while the kernel may still touch it. Allocation and closing may happen on different
 * threads.
 */
public final class NativeBuffer implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    private static final int CACHE_LINE_BYTES = 64;

    private final Arena arena = Arena.ofShared();
    private final long address;
    private final int capacity;

    /**
     * Allocates a block.
     *
     * @param capacity its size in bytes, 1 or more
     */
    public NativeBuffer(int capacity) {
        if (capacity < 1) {
            throw new IllegalArgumentException("capacity must be 1 or more, is " + capacity);
        }
        this.capacity = capacity;
        this.address = arena.allocate(capacity, capacity >= PAGE_BYTES ? PAGE_BYTES : CACHE_LINE_BYTES)
                .address();
    }

    /**
     * Where the block begins.
     *
     * @return the address of its first byte
     */
    public long address() {
        return address;
    }

    /**
     * How long the block is.
     *
     * @return its size in bytes
     */
    public int capacity() {
        return capacity;
    }

    /** Frees the memory. */
    @Override
    public void close() {
        arena.close();
    }
}
