package io.laio.server.threads;

import io.laio.http.connection.Counter;
import io.laio.http.connection.Counters;
import io.laio.http.loop.OperationCounters;
import io.laio.http.server.StatisticsSource.Counted;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;

/**
 * Memory that the processes of a server share (memfd_create(2)): a slot for each, where it alone writes what it has counted and
 * whether it serves; the kernel keeps it when the process is killed. All may read all; values are written one by one, so a reader
 * may see one of them before another.
 */
final class CountsBlock implements AutoCloseable {
    private static final int MFD_CLOEXEC = 1; // include/uapi/linux/memfd.h
    private static final int CACHE_LINE_BYTES = 64; // two processes do not write to the same line
    private static final int BUSY = 0;
    private static final int COUNTERS = Long.BYTES;

    private final Linux linux;
    private final int fd;
    private final int slots;
    private final long address;

    private CountsBlock(Linux linux, int fd, int slots) {
        this.linux = linux;
        this.fd = fd;
        this.slots = slots;
        int protection = MemoryMap.PROT_READ | MemoryMap.PROT_WRITE;
        this.address = require(linux.mmap(slots * slotBytes(), protection, MemoryMap.MAP_SHARED, fd, 0), "mmap");
    }

    /**
     * Makes a block full of zeros.
     *
     * @param linux the kernel, as seen by the thread that closes it
     * @param slots how many may write
     */
    static CountsBlock create(Linux linux, int slots) {
        try (NativeBuffer name = NativeBuffer.ofString("laio-counts")) {
            int fd = (int)
                    require(linux.syscall(SystemCall.MEMFD_CREATE, name.address(), MFD_CLOEXEC, 0, 0), "memfd_create");
            require(linux.syscall(SystemCall.FTRUNCATE, fd, slots * slotBytes(), 0, 0), "ftruncate");
            return new CountsBlock(linux, fd, slots);
        }
    }

    /**
     * Maps another process's block.
     *
     * @param linux the kernel, as seen by the thread that closes it
     * @param fd its descriptor, which is closed together with this
     * @param slots how many it has
     */
    static CountsBlock map(Linux linux, int fd, int slots) {
        return new CountsBlock(linux, fd, slots);
    }

    private static long require(long result, String call) {
        if (result < 0) {
            throw new IllegalStateException(call + ": " + Errno.describe((int) -result));
        }
        return result;
    }

    private static long slotBytes() {
        long bytes = (long) COUNTERS + Counters.bytes() + OperationCounters.bytes();
        return (bytes + CACHE_LINE_BYTES - 1) / CACHE_LINE_BYTES * CACHE_LINE_BYTES;
    }

    private long slot(int number) {
        return address + number * slotBytes();
    }

    /** What to pass to other processes; this keeps it. */
    int descriptor() {
        return fd;
    }

    int slots() {
        return slots;
    }

    /** Whether a process serves a connection; written by it, and by who knows that it is dead. */
    void setBusy(int number, boolean busy) {
        Memory.putIntRelease(slot(number) + BUSY, busy ? 1 : 0);
    }

    boolean isBusy(int number) {
        return Memory.getIntAcquire(slot(number) + BUSY) != 0;
    }

    void store(int number, Counted counted) {
        counted.counters().store(slot(number) + COUNTERS);
        counted.operations().store(slot(number) + COUNTERS + Counters.bytes());
    }

    /** Lets somebody count on from what a slot has. */
    void load(int number, Counters counters, OperationCounters operations) {
        counters.load(slot(number) + COUNTERS);
        operations.load(slot(number) + COUNTERS + Counters.bytes());
    }

    Counted load(int number) {
        Counted copy = new Counted(new Counters(), new OperationCounters());
        load(number, copy.counters(), copy.operations());
        return copy;
    }

    /** After the end of a slot's process: the kernel has closed what it served. The next one goes on from there. */
    void ended(int number) {
        Counted last = load(number);
        last.counters().add(Counter.CONNECTIONS_CLOSED, last.counters().connectionsOpen());
        last.counters().setConnectionsOpen(0);
        store(number, last);
        setBusy(number, false);
    }

    @Override
    public void close() {
        linux.munmap(address, slots * slotBytes());
        linux.close(fd);
    }
}
