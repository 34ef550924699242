package io.laio.measure;

import io.laio.Completions;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import java.util.stream.IntStream;

/** Reads pages of a cold file from one thread, so many in flight at a time. */
final class RandomReads implements AutoCloseable {
    static final int PAGE_BYTES = 4096;

    private static final long NOTHING_NANOS = 5_000;

    private static final int RANGE_BYTES = 16; // struct cachestat_range, include/uapi/linux/mman.h
    private static final int STATISTICS_BYTES = 40; // struct cachestat

    private final Linux linux = Linux.open();
    private final Laio laio;
    private final Laziness laziness;
    private final int fd;
    private final int depth;
    private final NativeBuffer pages;
    private final Completions completions;
    private final Integer[] slots; // as objects, to be attached

    RandomReads(LaioOptions options, Laziness laziness, int fd, int depth) throws EngineUnavailableException {
        this.laio = Laio.open(options);
        this.laziness = laziness;
        this.fd = fd;
        this.depth = depth;
        this.pages = new NativeBuffer(depth * PAGE_BYTES);
        this.completions = new Completions(depth);
        this.slots = IntStream.range(0, depth).boxed().toArray(Integer[]::new);
    }

    /** No read-ahead, and none of the file in memory. */
    void evict() {
        require(linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_RANDOM));
        require(linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED));
        try (NativeBuffer memory = new NativeBuffer(RANGE_BYTES + STATISTICS_BYTES)) {
            require(linux.cachestat(fd, memory.address(), memory.address() + RANGE_BYTES));
            long cached = Memory.getLong(memory.address() + RANGE_BYTES);
            if (cached > 0) {
                throw new IllegalStateException(cached + " pages of the file stay in memory");
            }
        }
    }

    /**
     * Reads pages, each once.
     *
     * @param order their numbers
     * @return what was measured
     */
    Result read(int[] order) {
        try (CallTimes reads = new CallTimes(linux, order.length);
                CallTimes polls = new CallTimes(linux, order.length * 2);
                CallTimes nothing = new CallTimes(linux, order.length * 2)) {
            int[] free = IntStream.range(0, depth).toArray();
            long startNanos = System.nanoTime();
            int atOnce = run(order, free, reads, polls, nothing);
            double seconds = (System.nanoTime() - startNanos) / 1e9;
            return new Result(order.length / seconds, atOnce, reads.summary(), polls.summary(), nothing.summary());
        }
    }

    private int run(int[] order, int[] free, CallTimes reads, CallTimes polls, CallTimes nothing) {
        int frees = depth;
        int atOnce = 0;
        for (int next = 0; next < order.length || frees < depth; ) {
            while (next < order.length && frees > 0) {
                int slot = free[--frees];
                if (begin(order[next++], slot, reads)) {
                    atOnce++;
                    frees++; // it is over, and the slot still stands there
                } else {
                    laio.attach(slots[slot]);
                }
            }
            frees = poll(polls, free, frees);
            doNothing(nothing);
        }
        return atOnce;
    }

    private boolean begin(int page, int slot, CallTimes times) {
        long address = pages.address() + (long) slot * PAGE_BYTES;
        times.begin();
        long got = laio.read(fd, address, PAGE_BYTES, (long) page * PAGE_BYTES, laziness);
        times.end();
        if (got != PAGE_BYTES && laio.handle() == 0) {
            throw new IllegalStateException("read: " + got + ", " + Errno.describe(laio.errno()));
        }
        return laio.handle() == 0;
    }

    /** Without waiting, which is measured; if nothing has come, waiting. */
    private int poll(CallTimes times, int[] free, int frees) {
        times.begin();
        int came = laio.poll(completions, 0);
        times.end();
        if (came == 0 && frees < depth) {
            came = laio.poll(completions, -1);
        }
        int all = frees;
        for (int i = 0; i < came; i++) {
            if (completions.value(i) != PAGE_BYTES || !(completions.attachment(i) instanceof Integer slot)) {
                throw new IllegalStateException("read: " + Errno.describe(completions.errno(i)));
            }
            free[all++] = slot;
        }
        return all;
    }

    /** What the machine does to a thread that calls nobody. */
    private static void doNothing(CallTimes times) {
        times.begin();
        long startNanos = System.nanoTime();
        while (System.nanoTime() - startNanos < NOTHING_NANOS) {
            Thread.onSpinWait();
        }
        times.end();
    }

    private static void require(int result) {
        if (result < 0) {
            throw new IllegalStateException(Errno.describe(-result));
        }
    }

    @Override
    public void close() {
        laio.close();
        pages.close();
    }

    /**
     * What was measured.
     *
     * @param readsPerSecond reads completed, each second
     * @param atOnce reads that did not block
     * @param reads time in the calls that read
     * @param polls time in the polls that do not wait
     * @param nothing time in {@value #NOTHING_NANOS} ns of Java, to compare with
     */
    record Result(
            double readsPerSecond,
            int atOnce,
            CallTimes.Summary reads,
            CallTimes.Summary polls,
            CallTimes.Summary nothing) {}
}
