package io.laio.comparison.cgroup;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.MemoryMap;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;

/**
 * Memory that this process holds only so that others of its control group cannot have it. Where a group's limit is fixed, so much
 * ballast has the effect of a limit that is lower by as much.
 *
 * <p>Threading: one thread at a time changes it; any may ask how much there is.
 */
public final class Ballast implements AutoCloseable {
    /** It is as exact as this. */
    static final long CHUNK_BYTES = 1 << 20;

    private static final int OURS = MemoryMap.MAP_PRIVATE | MemoryMap.MAP_ANONYMOUS | MemoryMap.MAP_POPULATE;

    private final Supplier<Linux> kernel;
    private final Deque<Long> chunks = new ArrayDeque<>();
    private volatile long bytes;

    /**
     * Holds nothing yet.
     *
     * @param kernel opens the kernel for the calling thread
     */
    public Ballast(Supplier<Linux> kernel) {
        this.kernel = kernel;
    }

    /**
     * Takes or gives back memory until this much is held, rounded down to whole megabytes. Taking may have the kernel evict pages
     * of the group first.
     *
     * @param wantedBytes 0 or more
     * @throws IOException if the kernel gives no more; what was taken until then is held
     */
    public void hold(long wantedBytes) throws IOException {
        Linux linux = kernel.get();
        long wanted = wantedBytes / CHUNK_BYTES;
        while (chunks.size() < wanted) {
            take(linux);
        }
        while (chunks.size() > wanted) {
            giveBack(linux);
        }
    }

    private void take(Linux linux) throws IOException {
        long address = linux.mmap(CHUNK_BYTES, MemoryMap.PROT_READ | MemoryMap.PROT_WRITE, OURS, -1, 0);
        if (address < 0) {
            throw new IOException("no memory for ballast: " + Errno.describe((int) -address));
        }
        chunks.push(address);
        bytes = chunks.size() * CHUNK_BYTES;
    }

    private void giveBack(Linux linux) throws IOException {
        int result = linux.munmap(chunks.pop(), CHUNK_BYTES);
        bytes = chunks.size() * CHUNK_BYTES;
        if (result < 0) {
            throw new IOException("ballast cannot be given back: " + Errno.describe(-result));
        }
    }

    /**
     * How much is held.
     *
     * @return bytes
     */
    public long bytes() {
        return bytes;
    }

    /** Gives all of it back. */
    @Override
    public void close() throws IOException {
        hold(0);
    }
}
