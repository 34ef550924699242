package io.laio.ring;

import io.laio.linux.Memory;

/**
 * The queue into the kernel: entries are filled in place and become visible to the kernel together.
 *
 * <p>The indices run freely through all 32 bits and are compared by difference only. The kernel writes {@code head}, this
 * side writes {@code tail}; the index array is the identity, written once. Confined to the ring's thread.
 */
public final class SubmissionQueue {
    private final long headAddress;
    private final long tailAddress;
    private final long flagsAddress;
    private final long entriesAddress;
    private final int entries;
    private final int mask;

    private int tail;
    private int publishedTail;
    private boolean closed;

    /**
     * Takes over a mapped queue.
     *
     * @param ring address of the mapped ring
     * @param offsets address of its {@code struct io_sqring_offsets}
     * @param entriesAddress address of the mapped array of entries
     * @param entries how many entries it has, a power of two
     */
    SubmissionQueue(long ring, long offsets, long entriesAddress, int entries) {
        this.headAddress = ring + Memory.getInt(offsets + Abi.OFF_HEAD);
        this.tailAddress = ring + Memory.getInt(offsets + Abi.OFF_TAIL);
        this.flagsAddress = ring + Memory.getInt(offsets + Abi.SQ_OFF_FLAGS);
        this.mask = Memory.getInt(ring + Memory.getInt(offsets + Abi.OFF_RING_MASK));
        this.entriesAddress = entriesAddress;
        this.entries = entries;
        this.tail = Memory.getInt(tailAddress);
        this.publishedTail = tail;
        long array = ring + Memory.getInt(offsets + Abi.SQ_OFF_ARRAY);
        for (int i = 0; i < entries; i++) {
            Memory.putInt(array + 4L * i, i);
        }
    }

    /**
     * Adds an entry; the kernel sees it only after {@link #publish}.
     *
     * @param opcode {@code IORING_OP_*}
     * @param flags {@code IOSQE_*}
     * @param fd the descriptor, or -1
     * @param offset a position, or a second address
     * @param address the first address
     * @param length a length
     * @param operationFlags flags of the operation
     * @param userData what its completion will carry
     * @return false if the queue is full: submit, then try again
     */
    public boolean add(
            int opcode, int flags, int fd, long offset, long address, int length, int operationFlags, long userData) {
        if (closed) {
            throw new IllegalStateException("this ring is closed");
        }
        if (tail - Memory.getIntAcquire(headAddress) == entries) {
            return false;
        }
        long entry = entriesAddress + (long) (tail & mask) * Abi.SQE_BYTES;
        // One store for opcode, flags, ioprio (0) and fd; then the rest, padding included, so that nothing stale is
        // left.
        Memory.putLong(entry, (opcode & 0xffL) | (flags & 0xffL) << 8 | Integer.toUnsignedLong(fd) << 32);
        Memory.putLong(entry + Abi.SQE_OFF, offset);
        Memory.putLong(entry + Abi.SQE_ADDR, address);
        Memory.putInt(entry + Abi.SQE_LEN, length);
        Memory.putInt(entry + Abi.SQE_OP_FLAGS, operationFlags);
        Memory.putLong(entry + Abi.SQE_USER_DATA, userData);
        Memory.putLong(entry + 40, 0);
        Memory.putLong(entry + 48, 0);
        Memory.putLong(entry + 56, 0);
        tail++;
        return true;
    }

    /**
     * Gives the entry that was added last what few operations have.
     *
     * @param secondFd {@code splice_fd_in}
     * @param thirdAddress {@code addr3}
     */
    public void amend(int secondFd, long thirdAddress) {
        long entry = entriesAddress + (long) ((tail - 1) & mask) * Abi.SQE_BYTES;
        Memory.putInt(entry + Abi.SQE_SPLICE_FD_IN, secondFd);
        Memory.putLong(entry + Abi.SQE_ADDR3, thirdAddress);
    }

    /** The memory is about to go: nothing may be added any more. */
    void close() {
        closed = true;
    }

    /** Makes every added entry visible to the kernel. */
    void publish() {
        if (publishedTail != tail) {
            Memory.putIntRelease(tailAddress, tail);
            publishedTail = tail;
        }
    }

    /**
     * How many entries the kernel has not taken yet.
     *
     * @return entries added and not consumed
     */
    int pending() {
        return tail - Memory.getIntAcquire(headAddress);
    }

    /**
     * Whether the kernel asks to be entered: completions wait outside the queue, or work waits for this thread.
     *
     * @return true if {@code io_uring_enter} would bring something
     */
    boolean kernelHasWork() {
        return (Memory.getIntAcquire(flagsAddress) & (Abi.IORING_SQ_CQ_OVERFLOW | Abi.IORING_SQ_TASKRUN)) != 0;
    }
}
