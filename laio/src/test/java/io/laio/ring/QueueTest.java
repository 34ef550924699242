package io.laio.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Both queues over plain memory, this side and the kernel's side played by the test, also where indices wrap. */
class QueueTest {
    private static final int ENTRIES = 4;
    private static final int HEAD = 0;
    private static final int TAIL = 64;
    private static final int MASK = 128;
    private static final int FLAGS = 132;
    private static final int ARRAY = 256;
    private static final int CQES = 512;
    private static final int OFFSETS = 2048;

    private final NativeBuffer memory = new NativeBuffer(8192);
    private final long ring = memory.address();
    private final long sqes = memory.address() + 4096;

    @AfterEach
    void free() {
        memory.close();
    }

    private void start(int index) {
        Memory.putInt(ring + HEAD, index);
        Memory.putInt(ring + TAIL, index);
        Memory.putInt(ring + MASK, ENTRIES - 1);
        Memory.putInt(ring + OFFSETS + Abi.OFF_HEAD, HEAD);
        Memory.putInt(ring + OFFSETS + Abi.OFF_TAIL, TAIL);
        Memory.putInt(ring + OFFSETS + Abi.OFF_RING_MASK, MASK);
    }

    private SubmissionQueue submissions(int index) {
        start(index);
        Memory.putInt(ring + OFFSETS + Abi.SQ_OFF_FLAGS, FLAGS);
        Memory.putInt(ring + OFFSETS + Abi.SQ_OFF_ARRAY, ARRAY);
        return new SubmissionQueue(ring, ring + OFFSETS, sqes, ENTRIES);
    }

    private CompletionQueue completions(int index) {
        start(index);
        Memory.putInt(ring + OFFSETS + Abi.CQ_OFF_OVERFLOW, FLAGS);
        Memory.putInt(ring + OFFSETS + Abi.CQ_OFF_CQES, CQES);
        return new CompletionQueue(ring, ring + OFFSETS);
    }

    private static boolean addNop(SubmissionQueue queue, long userData) {
        return queue.add(Abi.IORING_OP_NOP, 0, -1, 0, 0, 0, 0, userData);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2, Integer.MAX_VALUE - 1, Integer.MIN_VALUE, -1, -2, -3})
    void entriesAreFoundWhereTheKernelLooksThoughIndicesWrap(int index) {
        SubmissionQueue queue = submissions(index);
        int kernelHead = index;
        for (int userData = 0; userData < 20; ) {
            while (addNop(queue, userData)) {
                userData++;
            }
            assertEquals(ENTRIES, queue.pending());
            assertEquals(kernelHead, Memory.getInt(ring + TAIL), "not visible before it is published");
            queue.publish();
            assertEquals(kernelHead + ENTRIES, Memory.getInt(ring + TAIL));
            for (int i = userData - ENTRIES; i < userData; i++, kernelHead++) {
                int place = Memory.getInt(ring + ARRAY + 4L * (kernelHead & ENTRIES - 1));
                assertEquals(i, Memory.getLong(sqes + (long) place * Abi.SQE_BYTES + Abi.SQE_USER_DATA));
            }
            Memory.putIntRelease(ring + HEAD, kernelHead);
            assertEquals(0, queue.pending());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, Integer.MAX_VALUE, Integer.MIN_VALUE, -1, -3})
    void completionsAreReadInOrderThoughIndicesWrap(int index) {
        CompletionQueue queue = completions(index);
        int kernelTail = index;
        assertEquals(0, queue.ready());
        for (int round = 0; round < 10; round++) {
            for (int i = 0; i < 3; i++, kernelTail++) {
                long entry = ring + CQES + (long) (kernelTail & ENTRIES - 1) * Abi.CQE_BYTES;
                Memory.putLong(entry, 100L * round + i);
                Memory.putInt(entry + Abi.CQE_RES, -i);
                Memory.putInt(entry + Abi.CQE_FLAGS, i);
            }
            Memory.putIntRelease(ring + TAIL, kernelTail);
            assertEquals(3, queue.ready());
            for (int i = 0; i < 3; i++) {
                assertEquals(100L * round + i, queue.userData());
                assertEquals(-i, queue.result());
                assertEquals(i, queue.flags());
                queue.advance();
            }
            assertEquals(kernelTail, Memory.getInt(ring + HEAD), "given back to the kernel");
        }
    }

    @Test
    void everyFieldOfAnEntryIsWritten() {
        SubmissionQueue queue = submissions(-1);
        for (int i = 0; i < ENTRIES * Abi.SQE_BYTES; i++) {
            Memory.putByte(sqes + i, (byte) 0xee);
        }
        assertTrue(queue.add(255, 254, -100, -2, Long.MIN_VALUE, -3, -4, -5));
        long entry = sqes + 3L * Abi.SQE_BYTES; // -1 & 3
        assertEquals((byte) 255, Memory.getByte(entry + Abi.SQE_OPCODE));
        assertEquals((byte) 254, Memory.getByte(entry + Abi.SQE_FLAGS));
        assertEquals(0, Memory.getShort(entry + 2), "ioprio");
        assertEquals(-100, Memory.getInt(entry + Abi.SQE_FD));
        assertEquals(-2, Memory.getLong(entry + Abi.SQE_OFF));
        assertEquals(Long.MIN_VALUE, Memory.getLong(entry + Abi.SQE_ADDR));
        assertEquals(-3, Memory.getInt(entry + Abi.SQE_LEN));
        assertEquals(-4, Memory.getInt(entry + Abi.SQE_OP_FLAGS));
        assertEquals(-5, Memory.getLong(entry + Abi.SQE_USER_DATA));
        for (int i = 40; i < Abi.SQE_BYTES; i += Long.BYTES) {
            assertEquals(0, Memory.getLong(entry + i), "nothing stale at " + i);
        }
    }

    @Test
    void kernelAsksToBeEntered() {
        SubmissionQueue queue = submissions(0);
        assertFalse(queue.kernelHasWork());
        Memory.putInt(ring + FLAGS, Abi.IORING_SQ_CQ_OVERFLOW);
        assertTrue(queue.kernelHasWork());
        Memory.putInt(ring + FLAGS, Abi.IORING_SQ_TASKRUN);
        assertTrue(queue.kernelHasWork());
    }

    @Test
    void closedQueuesTouchNoMemory() {
        SubmissionQueue in = submissions(0);
        in.close();
        assertThrows(IllegalStateException.class, () -> addNop(in, 1));
        CompletionQueue out = completions(0);
        Memory.putInt(ring + TAIL, 1);
        assertEquals(1, out.ready());
        out.close();
        assertEquals(0, out.ready());
    }
}
