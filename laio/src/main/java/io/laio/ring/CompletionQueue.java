package io.laio.ring;

import io.laio.linux.Memory;

/**
 * The queue out of the kernel. The kernel writes {@code tail}, this side writes {@code head}; indices run freely through
 * all 32 bits and are compared by difference only. Confined to the ring's thread.
 */
public final class CompletionQueue {
    private final long headAddress;
    private final long tailAddress;
    private final long overflowAddress;
    private final long entriesAddress;
    private final int mask;

    private int head;
    private boolean closed;

    /**
     * Takes over a mapped queue.
     *
     * @param ring address of the mapped ring
     * @param offsets address of its {@code struct io_cqring_offsets}
     */
    CompletionQueue(long ring, long offsets) {
        this.headAddress = ring + Memory.getInt(offsets + Abi.OFF_HEAD);
        this.tailAddress = ring + Memory.getInt(offsets + Abi.OFF_TAIL);
        this.overflowAddress = ring + Memory.getInt(offsets + Abi.CQ_OFF_OVERFLOW);
        this.entriesAddress = ring + Memory.getInt(offsets + Abi.CQ_OFF_CQES);
        this.mask = Memory.getInt(ring + Memory.getInt(offsets + Abi.OFF_RING_MASK));
        this.head = Memory.getInt(headAddress);
    }

    /**
     * How many completions wait here.
     *
     * @return 0 or more; 0 after the ring was closed
     */
    public int ready() {
        return closed ? 0 : Memory.getIntAcquire(tailAddress) - head;
    }

    /**
     * Whom the first waiting completion belongs to.
     *
     * @return the entry's user data
     */
    public long userData() {
        return Memory.getLong(first() + Abi.CQE_USER_DATA);
    }

    /**
     * The first waiting completion's result.
     *
     * @return the call's value, or the negated error number
     */
    public int result() {
        return Memory.getInt(first() + Abi.CQE_RES);
    }

    /**
     * The first waiting completion's flags.
     *
     * @return {@code IORING_CQE_F_*}
     */
    public int flags() {
        return Memory.getInt(first() + Abi.CQE_FLAGS);
    }

    /** Gives the first waiting completion's place back to the kernel. */
    public void advance() {
        head++;
        Memory.putIntRelease(headAddress, head);
    }

    /**
     * How many completions were lost.
     *
     * @return 0 on kernels with {@code IORING_FEAT_NODROP}, unless memory ran out
     */
    public int dropped() {
        return Memory.getIntAcquire(overflowAddress);
    }

    /** The memory is about to go: nothing waits here any more. */
    void close() {
        closed = true;
    }

    private long first() {
        return entriesAddress + (long) (head & mask) * Abi.CQE_BYTES;
    }
}
