package io.laio.comparison.cache;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import java.io.IOException;

/**
 * Counts with cachestat(2), one call a file whatever its size. Pages still being read count as resident, which errs to
 * the safe side when cold is to be proven.
 */
final class CachestatCounter implements PageCounter {
    private static final int RANGE_BYTES = 16;
    private static final int RESULT_BYTES = 40;

    private final Linux linux;
    private final NativeBuffer buffer = new NativeBuffer(RANGE_BYTES + RESULT_BYTES);

    CachestatCounter(Linux linux) {
        this.linux = linux;
    }

    /** Whether this kernel has the call (6.5 and later): tried on a descriptor that cannot exist. */
    static boolean supported(Linux linux) {
        try (CachestatCounter counter = new CachestatCounter(linux)) {
            return counter.call(-1) == -Errno.EBADF;
        }
    }

    @Override
    public long residentPages(int fd, long bytes) throws IOException {
        int result = call(fd);
        if (result == -Errno.EPERM) {
            throw new IOException("cachestat tells only a file's owner: run as the owner of the documents, or as root");
        }
        if (result < 0) {
            throw new IOException("cachestat: " + Errno.describe(-result));
        }
        return Memory.getLong(buffer.address() + RANGE_BYTES);
    }

    private int call(int fd) {
        Memory.zero(buffer.address(), buffer.capacity());
        return linux.cachestat(fd, buffer.address(), buffer.address() + RANGE_BYTES);
    }

    @Override
    public void close() {
        buffer.close();
    }
}
