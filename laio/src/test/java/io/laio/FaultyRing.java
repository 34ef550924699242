package io.laio;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A kernel whose ring lies: it answers the next operations with results of the test's choice, after they were really carried
 * out, and may turn round the order of what completed together. Entries of the library itself (wake-up, cancel) are left
 * alone.
 *
 * <p>It finds the ring by watching the set-up, and edits {@code struct io_uring_cqe} before the library sees them. Offsets:
 * io_uring_setup(2), {@code include/uapi/linux/io_uring.h}.
 */
final class FaultyRing implements Linux, FaultyResults {
    private static final int PARAMS_CQ_OFF = 80;
    private static final long FIRST_HANDLE = 1L << 32;

    private final Linux real = Linux.open();
    private final Deque<Integer> results = new ArrayDeque<>();
    private boolean reversing;

    private int tailOffset;
    private int maskOffset;
    private int entriesOffset;
    private long ring;
    private int seen;

    @Override
    public FaultyRing answer(int result) {
        results.add(result);
        return this;
    }

    @Override
    public void reverse() {
        reversing = true;
    }

    @Override
    public int answersLeft() {
        return results.size();
    }

    @Override
    public Laio open(LaioOptions options) throws EngineUnavailableException {
        return Laio.open(this, options.withEngine(Engine.RING));
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        long result = real.syscall(number, a, b, c, d, e, f);
        if (number == SystemCall.IO_URING_SETUP.number() && result >= 0) {
            tailOffset = Memory.getInt(b + PARAMS_CQ_OFF + 4);
            maskOffset = Memory.getInt(b + PARAMS_CQ_OFF + 8);
            entriesOffset = Memory.getInt(b + PARAMS_CQ_OFF + 20);
        } else if (number == SystemCall.MMAP.number() && f == 0) {
            ring = result;
        } else if (number == SystemCall.IO_URING_ENTER.number()) {
            edit();
        }
        return result;
    }

    private void edit() {
        int tail = Memory.getIntAcquire(ring + tailOffset);
        if (reversing) {
            for (int i = seen, j = tail - 1; j - i > 0; i++, j--) {
                swap(entry(i), entry(j));
            }
        }
        for (; seen != tail; seen++) {
            long entry = entry(seen);
            if (Memory.getLong(entry) >= FIRST_HANDLE && !results.isEmpty()) {
                Memory.putInt(entry + 8, results.remove());
            }
        }
    }

    private long entry(int index) {
        return ring + entriesOffset + (long) (index & Memory.getInt(ring + maskOffset)) * 16;
    }

    private static void swap(long one, long other) {
        for (int i = 0; i < 16; i += Long.BYTES) {
            long kept = Memory.getLong(one + i);
            Memory.putLong(one + i, Memory.getLong(other + i));
            Memory.putLong(other + i, kept);
        }
    }
}
