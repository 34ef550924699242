package io.laio.simulation;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;

/**
 * The buffers of the simulated program. A buffer is either poisoned and the program's, or lent to the kernel from a call until
 * its completion was polled. A kernel that touches another, or poison that changed, is a defect.
 */
final class Arena implements AutoCloseable {
    static final int BUFFER_BYTES = 8192;

    private static final int BUFFERS = 48;
    private static final long POISON = 0xdeaddeaddeaddeadL;

    private final NativeBuffer memory = new NativeBuffer(BUFFERS * BUFFER_BYTES);
    private int free = BUFFERS;
    private final boolean[] lent = new boolean[BUFFERS];

    Arena() {
        for (int i = 0; i < BUFFERS; i++) {
            poison(i);
        }
    }

    private long address(int buffer) {
        return memory.address() + (long) buffer * BUFFER_BYTES;
    }

    private void poison(int buffer) {
        long start = address(buffer);
        for (int i = 0; i < BUFFER_BYTES; i += Long.BYTES) {
            Memory.putLong(start + i, POISON);
        }
    }

    /** How many buffers can be lent. */
    int free() {
        return free;
    }

    /** Lends a buffer to the kernel: its address, 0 if there is none left. */
    long lend() {
        for (int i = 0; i < BUFFERS; i++) {
            if (!lent[i]) {
                requirePoison(i);
                lent[i] = true;
                free--;
                return address(i);
            }
        }
        return 0;
    }

    /** The kernel is done with a buffer. */
    void takeBack(long buffer) {
        int index = (int) (buffer - memory.address()) / BUFFER_BYTES;
        lent[index] = false;
        free++;
        poison(index);
    }

    private void requirePoison(int buffer) {
        long start = address(buffer);
        for (int i = 0; i < BUFFER_BYTES; i += Long.BYTES) {
            if (Memory.getLong(start + i) != POISON) {
                throw new AssertionError("a buffer changed that was not lent");
            }
        }
    }

    /** The kernel is about to touch memory. */
    void check(long address, int length) {
        long offset = address - memory.address();
        if (length == 0 || offset + length <= 0 || offset >= memory.capacity()) {
            return; // the library's own
        }
        int first = (int) (offset / BUFFER_BYTES);
        int last = (int) ((offset + length - 1) / BUFFER_BYTES);
        if (offset < 0 || first != last || !lent[first]) {
            throw new AssertionError("the kernel touches a buffer that is not lent to it");
        }
    }

    @Override
    public void close() {
        for (int i = 0; i < BUFFERS; i++) {
            if (!lent[i]) {
                requirePoison(i);
            }
        }
        memory.close();
    }
}
