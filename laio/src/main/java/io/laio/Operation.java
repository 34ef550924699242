package io.laio;

import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import org.jspecify.annotations.Nullable;

/**
 * One call that went on in the background: its arguments, how far it has come, and the memory that the kernel may touch on
 * its behalf besides the caller's buffers (a path, a message header, an address).
 *
 * <p>It belongs to its slot for ever and is reused; a generation tells one use from the next.
 *
 * <pre>
 *   FREE --start--> IN_FLIGHT --short or interrupted--> IN_FLIGHT (the rest is issued)
 *     ^                 |
 *     |               complete
 *     |                 v
 *     +----poll------ DONE          an abandoned operation goes from complete to FREE by itself
 * </pre>
 *
 * <p>In flight, it is in the kernel ({@link #inKernel}), or waits for room in the submission queue, or, if it is a close,
 * waits for the others on its descriptor.
 */
final class Operation {
    /** When a result from the kernel is the result of the whole operation. */
    enum Extent {
        /** The first result is the result. */
        ONE_RESULT,
        /** Like {@link #ONE_RESULT}, and the result is a descriptor that must not leak. */
        DESCRIPTOR,
        /** A read of a file: until all that was asked for is there, or the file ends. */
        UNTIL_END_OF_FILE,
        /** A write or send: until everything is written. */
        EVERYTHING
    }

    enum State {
        FREE,
        IN_FLIGHT,
        DONE
    }

    /** Memory that each operation owns from the start: a message header with two vectors, or a socket address. */
    static final int OWNED_BYTES = 128;

    private static final int PATH_MAX = 4096; // include/uapi/linux/limits.h
    private static final int VECTORS = MessageHeader.BYTES;
    private static final int HOW_BYTES = 32;

    final int slot;
    final long owned;
    private int generation = 1;
    private @Nullable NativeBuffer path;

    State state = State.FREE;
    Extent extent = Extent.ONE_RESULT;
    SystemCall call = SystemCall.READ;
    int opcode;
    int entryFlags;
    int fd;
    long address;
    long length;
    long secondAddress;
    long secondLength;
    long offset;
    int flags;

    long transferred;
    long value;
    boolean blocked;
    boolean cancelled;
    boolean abandoned;
    boolean inKernel; // from its entry to the entry's completion
    boolean polling; // it only waits until the descriptor is ready
    boolean tried; // the caller's thread has tried already: it would block
    boolean eager; // nobody tries
    boolean unpollable; // epoll refused the descriptor
    boolean byWorker; // io_uring has no such operation
    boolean withWorker; // from its start to its collection
    int refusals;
    int batch;
    long startedNanos;
    long blockedNanos;

    @Nullable
    Object attachment;

    @Nullable
    Runnable whenReleased;

    /** What the last step came to; written by a worker before the operation is collected. */
    long stepResult;

    // Guarded by the worker pool while the operation is with it.
    boolean interrupted;

    WorkerPool.@Nullable Worker worker;

    // The next in the queue that it stands in: OperationQueue, Readiness
    @Nullable
    Operation nextQueued;

    // The other operations in flight on the descriptor: DescriptorUse
    @Nullable
    Operation next;

    @Nullable
    Operation previous;

    Operation(int slot, long owned) {
        this.slot = slot;
        this.owned = owned;
    }

    long handle() {
        return (long) generation << Integer.SIZE | slot;
    }

    static int slotOf(long handle) {
        return (int) handle;
    }

    /** Makes the operation's handle invalid, and the slot fit for another use. */
    void free() {
        state = State.FREE;
        attachment = null;
        whenReleased = null;
        generation = generation == Integer.MAX_VALUE ? 1 : generation + 1;
    }

    void begin(SystemCall newCall, Extent newExtent, int newOpcode, int newFd) {
        state = State.IN_FLIGHT;
        call = newCall;
        extent = newExtent;
        opcode = newOpcode;
        entryFlags = 0;
        fd = newFd;
        address = 0;
        length = 0;
        secondAddress = 0;
        secondLength = 0;
        offset = 0;
        flags = 0;
        transferred = 0;
        blockedNanos = 0;
        refusals = 0;
        blocked = false;
        cancelled = false;
        abandoned = false;
        inKernel = false;
        polling = false;
        tried = false;
        eager = false;
        unpollable = false;
        byWorker = false;
        withWorker = false;
    }

    /** Whether results add up until everything is there. */
    boolean isCounted() {
        return extent == Extent.UNTIL_END_OF_FILE || extent == Extent.EVERYTHING;
    }

    /** Whether the descriptor can be polled for the operation: sockets, pipes, listeners. */
    boolean isStream() {
        return switch (call) {
            case READ, WRITE -> offset < 0;
            case RECVFROM, SENDTO, ACCEPT4 -> true;
            default -> false;
        };
    }

    /** Whether readiness of the descriptor tells when to try again. */
    boolean isPollable() {
        return isStream() && !unpollable;
    }

    /** Whether it waits for room, not for something to read. */
    boolean isWriting() {
        return extent == Extent.EVERYTHING || call == SystemCall.CONNECT;
    }

    long remaining() {
        return length + secondLength - transferred;
    }

    /**
     * Copies a C string and its {@code open_how} into memory of the operation's own; false if the path is too long. The
     * caller's RESOLVE_CACHED is not copied: who waits in the background may wait for the disk.
     */
    boolean ownPath(long source, long how) {
        NativeBuffer own = path;
        if (own == null) {
            own = new NativeBuffer(HOW_BYTES + PATH_MAX);
            path = own;
        }
        address = own.address() + HOW_BYTES;
        offset = own.address();
        OpenHow.copy(how, offset, ~OpenHow.RESOLVE_CACHED, 0);
        for (int i = 0; i < PATH_MAX; i++) {
            byte b = Memory.getByte(source + i);
            Memory.putByte(address + i, b);
            if (b == 0) {
                return true;
            }
        }
        return false;
    }

    /** Describes what is still unsent of the two pieces in a message header of the operation's own. */
    long messageOfRemainder() {
        long vectors = owned + VECTORS;
        if (transferred < length) {
            IoVector.put(vectors, address + transferred, length - transferred);
            IoVector.put(vectors + IoVector.BYTES, secondAddress, secondLength);
            MessageHeader.put(owned, vectors, secondLength > 0 ? 2 : 1);
        } else {
            long sentOfSecond = transferred - length;
            IoVector.put(vectors, secondAddress + sentOfSecond, secondLength - sentOfSecond);
            MessageHeader.put(owned, vectors, 1);
        }
        return owned;
    }

    void release() {
        NativeBuffer own = path;
        if (own != null) {
            own.close();
            path = null;
        }
    }
}
