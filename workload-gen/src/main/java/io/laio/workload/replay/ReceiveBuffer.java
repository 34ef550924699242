package io.laio.workload.replay;

import io.laio.linux.Memory;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Where all clients receive, one after the other, and where heads are parsed.
 *
 * <p>A head is parsed from an array, which is faster than native memory. One that came in pieces is put together there
 * again each time: the client keeps the earlier pieces, which is rare enough to allocate for. Belongs to one thread.
 */
final class ReceiveBuffer implements AutoCloseable {
    /** Enough for the head and a small document; of anything longer, the rest is discarded rather than copied. */
    static final int HEAD_BYTES = 2048;

    private static final int CAPACITY = 1 << 17;

    private final Arena arena = Arena.ofConfined();
    private final MemorySegment memory = arena.allocate(CAPACITY);
    private final byte[] head = new byte[ResponseHead.MAX_BYTES + HEAD_BYTES];
    private int headLength;

    long address() {
        return memory.address();
    }

    int capacity() {
        return CAPACITY;
    }

    /** A part of the buffer. */
    MemorySegment memory(long from, long length) {
        return memory.asSlice(from, length);
    }

    /** Puts what came earlier, and what was just received, into {@link #head}. */
    void assembleHead(byte[] earlier, int received) {
        System.arraycopy(earlier, 0, head, 0, earlier.length);
        Memory.copy(memory.address(), head, earlier.length, received);
        headLength = earlier.length + received;
    }

    byte[] head() {
        return head;
    }

    int headLength() {
        return headLength;
    }

    /** A copy of the head from an index on, to be assembled again when more has come. */
    byte[] keepHead(int from) {
        return Arrays.copyOfRange(head, from, headLength);
    }

    @Override
    public void close() {
        arena.close();
    }
}
