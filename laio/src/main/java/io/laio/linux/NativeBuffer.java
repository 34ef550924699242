package io.laio.linux;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/**
 * A block of native memory with a fixed address, owned by whoever allocated it.
 *
 * <p>Java reaches its bytes through {@link #asByteBuffer}, system calls through {@link #address(int, int)}; both are checked
 * against its bounds.
 *
 * <p>It starts zeroed and page-aligned if it is at least a page long, 64-byte-aligned otherwise. Closing it frees the
 * memory, so it must not be closed while the kernel may still touch it. Allocation and closing may happen on different
 * threads.
 */
public final class NativeBuffer implements AutoCloseable {
    private static final int PAGE_BYTES = 4096;
    private static final int CACHE_LINE_BYTES = 64;

    private final Arena arena = Arena.ofShared();
    private final MemorySegment segment;
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
        this.segment = arena.allocate(capacity, capacity >= PAGE_BYTES ? PAGE_BYTES : CACHE_LINE_BYTES);
        this.address = segment.address();
    }

    /**
     * Allocates a block that holds a C string, such as a path.
     *
     * @param text the text, without a zero character
     * @return its UTF-8 bytes and a terminating zero
     * @throws IllegalArgumentException if there is a zero character, which would end the string early
     */
    public static NativeBuffer ofString(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (text.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a zero character at " + text.indexOf('\0') + " ends a C string");
        }
        NativeBuffer block = new NativeBuffer(bytes.length + 1);
        block.asByteBuffer().put(bytes);
        return block;
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
     * Where a range of the block begins.
     *
     * @param offset its first byte, counted from the beginning of the block
     * @param length its length in bytes
     * @return the address of its first byte
     * @throws IndexOutOfBoundsException if the range is not within the block
     */
    public long address(int offset, int length) {
        return address + Objects.checkFromIndexSize(offset, length, capacity);
    }

    /**
     * Shows the block to Java. The view shares the block's bytes; it has a position, a limit and the machine's byte order of
     * its own.
     *
     * @return a new view of the whole block, which throws {@code IllegalStateException} once the block is closed
     */
    public ByteBuffer asByteBuffer() {
        return segment.asByteBuffer().order(ByteOrder.nativeOrder());
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
