package io.laio;

import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
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
        EVERYTHING,
        /** A sendfile: until everything is sent, or the file ends. */
        EVERYTHING_THERE_IS
    }

    /** Instead of an io_uring operation: the plain call with {@link #arguments}, by a worker. */
    static final int PLAIN = -1;

    /** Instead of an io_uring operation: the plain call, which does not wait, again whenever the descriptor is ready. */
    static final int WHEN_READY = -2;

    /** Instead of an io_uring operation: sendfile(2), by a worker, piece by piece. */
    static final int SENDFILE = -3;

    enum State {
        FREE,
        IN_FLIGHT,
        DONE
    }

    /** Memory that each operation owns from the start: a message header with two vectors, or a socket address. */
    static final int OWNED_BYTES = 128;

    private static final int PATH_MAX = 4096; // include/uapi/linux/limits.h
    private static final int PIECES = MessageHeader.BYTES;
    private static final int HOW_BYTES = 32;

    final int slot;
    final long owned;
    final long[] arguments = new long[6];
    final Vectors vectors = new Vectors();
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
    int secondFd;
    long thirdAddress;

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
    boolean vectored; // what it moves is described by vectors, not by addresses
    boolean byWorker; // io_uring has no such operation
    boolean withWorker; // from its start to its collection
    int refusals;
    int inVain; // how often in a row the descriptor was ready for it, and it was refused all the same: Resting
    long restsUntilNanos;
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
        secondFd = 0;
        thirdAddress = 0;
        transferred = 0;
        blockedNanos = 0;
        refusals = 0;
        inVain = 0;
        blocked = false;
        cancelled = false;
        abandoned = false;
        inKernel = false;
        polling = false;
        tried = false;
        eager = false;
        unpollable = false;
        byWorker = false;
        vectored = false;
        withWorker = false;
    }

    /** Whether results add up until everything is there. */
    boolean isCounted() {
        return switch (extent) {
            case UNTIL_END_OF_FILE, EVERYTHING, EVERYTHING_THERE_IS -> true;
            case ONE_RESULT, DESCRIPTOR -> false;
        };
    }

    /** Whether the descriptor can be polled for the operation: sockets, pipes, listeners. */
    boolean isStream() {
        return switch (opcode) {
            case Abi.IORING_OP_READ, Abi.IORING_OP_WRITE, Abi.IORING_OP_READV, Abi.IORING_OP_WRITEV -> offset < 0;
            case Abi.IORING_OP_RECV,
                    Abi.IORING_OP_SEND,
                    Abi.IORING_OP_SENDMSG,
                    Abi.IORING_OP_ACCEPT,
                    Abi.IORING_OP_EPOLL_WAIT,
                    WHEN_READY,
                    SENDFILE -> true;
            default -> false;
        };
    }

    /** Whether readiness of the descriptor tells when to try again. */
    boolean isPollable() {
        return isStream() && !unpollable;
    }

    /** Whether it waits for room, not for something to read. */
    boolean isWriting() {
        return switch (call) {
            case CONNECT, SENDTO, SENDMSG, SENDMMSG, SENDFILE -> true;
            default -> extent == Extent.EVERYTHING;
        };
    }

    /** Whether it is nothing without a descriptor. */
    boolean needsDescriptor() {
        return isStream() || isFile();
    }

    private boolean isFile() {
        return switch (opcode) {
            case Abi.IORING_OP_READ,
                    Abi.IORING_OP_WRITE,
                    Abi.IORING_OP_READV,
                    Abi.IORING_OP_WRITEV,
                    Abi.IORING_OP_FSYNC,
                    Abi.IORING_OP_CONNECT -> true;
            default -> false;
        };
    }

    /** Whether the plain call's first answer is the answer, whatever it is. */
    boolean isPlain() {
        return opcode == PLAIN;
    }

    void plain(long a, long b, long c, long d, long e, long f) {
        arguments[0] = a;
        arguments[1] = b;
        arguments[2] = c;
        arguments[3] = d;
        arguments[4] = e;
        arguments[5] = f;
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

    /** Describes what is still unsent in a message header of the operation's own. */
    long messageOfRemainder() {
        if (vectored) {
            return vectors.messageOfRemainder(owned, transferred);
        }
        long pieces = owned + PIECES;
        if (transferred < length) {
            IoVector.put(pieces, address + transferred, length - transferred);
            IoVector.put(pieces + IoVector.BYTES, secondAddress, secondLength);
            MessageHeader.put(owned, pieces, secondLength > 0 ? 2 : 1);
        } else {
            long sentOfSecond = transferred - length;
            IoVector.put(pieces, secondAddress + sentOfSecond, secondLength - sentOfSecond);
            MessageHeader.put(owned, pieces, 1);
        }
        return owned;
    }

    void release() {
        NativeBuffer own = path;
        if (own != null) {
            own.close();
            path = null;
        }
        vectors.release();
    }
}
