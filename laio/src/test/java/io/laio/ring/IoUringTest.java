package io.laio.ring;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import org.junit.jupiter.api.Test;

/** The bare ring on this machine's kernel. */
class IoUringTest {
    private static boolean addNop(IoUring ring, long userData) {
        return ring.submissions().add(Abi.IORING_OP_NOP, 0, -1, 0, 0, 0, 0, userData);
    }

    private static void take(IoUring ring, long userData) {
        assertEquals(userData, ring.completions().userData());
        assertEquals(0, ring.completions().result());
        ring.completions().advance();
    }

    @Test
    void hundredsOfThousandsOfEntriesGoRoundASmallRing() throws RingUnavailableException {
        try (IoUring ring = new IoUring(Linux.open(), 64, 64)) {
            long added = 0;
            long taken = 0;
            while (taken < 1 << 18) {
                while (addNop(ring, added)) {
                    added++;
                }
                assertEquals(64, ring.submit());
                for (int ready = ring.completions().ready(); ready > 0; ready--) {
                    take(ring, taken++);
                }
            }
            assertEquals(added, taken);
        }
    }

    @Test
    void overflowingCompletionsAreKeptByTheKernel() throws RingUnavailableException {
        try (IoUring ring = new IoUring(Linux.open(), 4, 4)) {
            int total = 0;
            for (int batch = 0; batch < 5; batch++) {
                while (addNop(ring, total)) {
                    total++;
                }
                ring.submit();
            }
            assertTrue(ring.hasWork(), "the kernel says that it has more");
            int taken = 0;
            for (int turns = 0; taken < total && turns < 100; turns++) {
                for (int ready = ring.completions().ready(); ready > 0; ready--) {
                    take(ring, taken++);
                }
                ring.submit();
            }
            assertEquals(total, taken);
            assertEquals(0, ring.completions().dropped());
        }
    }

    @Test
    void waitEndsWithACompletionOrWithTheTime() throws RingUnavailableException {
        try (IoUring ring = new IoUring(Linux.open(), 4, 4)) {
            assertEquals(-Errno.ETIME, ring.submitAndWait(1_000));
            assertTrue(addNop(ring, 7));
            assertEquals(1, ring.submitAndWait(-1));
            take(ring, 7);
        }
    }

    @Test
    void closedRingIsNotEntered() throws RingUnavailableException {
        IoUring ring = new IoUring(Linux.open(), 4, 4);
        ring.close();
        ring.close();
        assertThrows(IllegalStateException.class, ring::submit);
        assertThrows(IllegalStateException.class, () -> ring.submitAndWait(0));
        assertThrows(IllegalStateException.class, () -> addNop(ring, 1));
        assertEquals(0, ring.completions().ready());
    }
}
