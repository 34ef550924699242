package io.laio.simulation;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.util.ArrayDeque;

/**
 * The shared memory of a ring, from the kernel's side, and the completions that do not fit into it. The indices start
 * anywhere: the library must take them as they are.
 */
final class Queues implements AutoCloseable {
    // Where the kernel puts its fields is its own affair: io_uring_setup(2).
    private static final int SQ_HEAD = 0;
    private static final int SQ_TAIL = 64;
    private static final int SQ_MASK = 128;
    private static final int SQ_FLAGS = 136;
    private static final int CQ_HEAD = 192;
    private static final int CQ_TAIL = 256;
    private static final int CQ_MASK = 320;
    private static final int CQ_OVERFLOW = 328;
    private static final int CQES = 384;

    final NativeBuffer ring;
    final NativeBuffer entries;

    private final int sqEntries;
    private final int cqEntries;
    private final int array;
    private final ArrayDeque<Completion> overflow = new ArrayDeque<>();

    /** A completion queue entry. */
    record Completion(long userData, int result, int flags) {}

    Queues(int sqEntries, int cqEntries, int start) {
        this.sqEntries = sqEntries;
        this.cqEntries = cqEntries;
        array = CQES + cqEntries * Uapi.CQE_BYTES;
        ring = new NativeBuffer(array + 4 * sqEntries);
        entries = new NativeBuffer(sqEntries * Uapi.SQE_BYTES);
        for (int index : new int[] {SQ_HEAD, SQ_TAIL, CQ_HEAD, CQ_TAIL}) {
            set(index, start);
        }
        set(SQ_MASK, sqEntries - 1);
        set(CQ_MASK, cqEntries - 1);
    }

    private int get(int field) {
        return Memory.getIntAcquire(ring.address() + field);
    }

    private void set(int field, int value) {
        Memory.putIntRelease(ring.address() + field, value);
    }

    /** Fills {@code struct io_uring_params} in. */
    void describe(long params) {
        Memory.putInt(params, sqEntries);
        Memory.putInt(params + 4, cqEntries);
        int[] submission = {SQ_HEAD, SQ_TAIL, SQ_MASK, 0, SQ_FLAGS, 0, array};
        int[] completion = {CQ_HEAD, CQ_TAIL, CQ_MASK, 0, CQ_OVERFLOW, CQES};
        for (int i = 0; i < submission.length; i++) {
            Memory.putInt(params + 40 + 4L * i, submission[i]);
        }
        for (int i = 0; i < completion.length; i++) {
            Memory.putInt(params + 80 + 4L * i, completion[i]);
        }
    }

    /** Entries that the program has published. */
    int submitted() {
        return get(SQ_TAIL) - get(SQ_HEAD);
    }

    /** Takes the next entry: its address, valid until the next but {@code entries} is taken. */
    long takeEntry() {
        int head = get(SQ_HEAD);
        int index = Memory.getInt(ring.address() + array + 4L * (head & sqEntries - 1));
        set(SQ_HEAD, head + 1);
        return entries.address() + (long) index * Uapi.SQE_BYTES;
    }

    /** Completions that the program has not taken. */
    int ready() {
        return get(CQ_TAIL) - get(CQ_HEAD);
    }

    boolean isFull() {
        return ready() == cqEntries;
    }

    boolean isOverflowing() {
        return !overflow.isEmpty();
    }

    void post(Completion completion) {
        if (isFull() || !overflow.isEmpty()) {
            overflow.add(completion);
            flag(Uapi.IORING_SQ_CQ_OVERFLOW, true);
        } else {
            put(completion);
        }
    }

    private void put(Completion completion) {
        int tail = get(CQ_TAIL);
        long entry = ring.address() + CQES + (long) (tail & cqEntries - 1) * Uapi.CQE_BYTES;
        Memory.putLong(entry, completion.userData());
        Memory.putInt(entry + 8, completion.result());
        Memory.putInt(entry + 12, completion.flags());
        set(CQ_TAIL, tail + 1);
    }

    /** Moves what was kept apart into the queue, as far as there is room. */
    void flushOverflow() {
        while (!overflow.isEmpty() && !isFull()) {
            put(overflow.remove());
        }
        flag(Uapi.IORING_SQ_CQ_OVERFLOW, !overflow.isEmpty());
    }

    void flag(int bit, boolean value) {
        set(SQ_FLAGS, value ? get(SQ_FLAGS) | bit : get(SQ_FLAGS) & ~bit);
    }

    @Override
    public void close() {
        ring.close();
        entries.close();
    }
}
