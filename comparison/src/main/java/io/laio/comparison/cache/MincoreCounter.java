package io.laio.comparison.cache;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import java.io.IOException;

/**
 * Counts with mmap(2) and mincore(2), for kernels before 6.5. The mapping is gone before the count is returned, so that it
 * keeps nothing from being evicted. The caller must see to it that the file is its own: of others mincore says that all is
 * resident.
 */
final class MincoreCounter implements PageCounter {
    /** Mapped and asked about at a time: 256 MB. */
    private static final int WINDOW_PAGES = 1 << 16;

    private final Linux linux;
    private final NativeBuffer flags = new NativeBuffer(WINDOW_PAGES);

    MincoreCounter(Linux linux) {
        this.linux = linux;
    }

    @Override
    public long residentPages(int fd, long bytes) throws IOException {
        long windowBytes = (long) WINDOW_PAGES * PAGE_BYTES;
        long resident = 0;
        for (long offset = 0; offset < bytes; offset += windowBytes) {
            resident += residentPages(fd, offset, Math.min(windowBytes, bytes - offset));
        }
        return resident;
    }

    private long residentPages(int fd, long offset, long length) throws IOException {
        long address = linux.mmap(length, MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, fd, offset);
        check("mmap", address < 0 && address >= -Linux.MAX_ERRNO ? address : 0);
        try {
            check("mincore", linux.mincore(address, length, flags.address()));
            return count(Math.ceilDiv(length, (long) PAGE_BYTES));
        } finally {
            linux.munmap(address, length);
        }
    }

    private long count(long pages) {
        long resident = 0;
        for (long page = 0; page < pages; page++) {
            resident += Memory.getByte(flags.address() + page) & 1;
        }
        return resident;
    }

    private static void check(String call, long result) throws IOException {
        if (result < 0) {
            throw new IOException(call + ": " + Errno.describe((int) -result));
        }
    }

    @Override
    public void close() {
        flags.close();
    }
}
