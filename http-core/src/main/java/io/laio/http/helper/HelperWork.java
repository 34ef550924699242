package io.laio.http.helper;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;

/**
 * What a helper does with a request: it makes the blocking calls, so that the loop's own calls need not wait after it. What it
 * reads goes to its own scratch memory and nowhere else. One a helper, confined to the helper's thread.
 */
public final class HelperWork implements AutoCloseable {
    /** As much as the loop asks for at once, so that the kernel sees one range. */
    static final int SCRATCH_BYTES = 128 * 1024;

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(SCRATCH_BYTES);

    /**
     * Makes a helper's scratch memory.
     *
     * @param linux the kernel, as seen by the helper's thread
     */
    public HelperWork(Linux linux) {
        this.linux = linux;
    }

    /**
     * Reads a range of a file into scratch memory, so that it lies in the page cache.
     *
     * @param fd the file
     * @param offset the range's first byte
     * @param length its length in bytes
     * @return bytes read, fewer than asked only at the end of the file; or a negated error number
     */
    public int read(int fd, long offset, int length) {
        int done = 0;
        while (done < length) {
            long got = linux.pread(fd, scratch.address(), Math.min(length - done, SCRATCH_BYTES), offset + done);
            if (got == 0) {
                break;
            }
            if (got < 0 && got != -Errno.EINTR) {
                return (int) got;
            }
            done += (int) Math.max(0, got);
        }
        return done;
    }

    /**
     * Opens and stats a path, so that its names and metadata lie in the kernel's caches, and closes it.
     *
     * @param directory descriptor that the path starts from
     * @param path address of a C string
     * @param how address of a {@code struct open_how}: the loop's own, so that permissions and confinement are checked alike
     * @return 0 or a negated error number
     */
    public int convert(int directory, long path, long how) {
        int fd = linux.openat2(directory, path, how);
        while (fd == -Errno.EINTR) {
            fd = linux.openat2(directory, path, how);
        }
        if (fd < 0) {
            return fd;
        }
        int result = linux.fstatx(fd, scratch.address(0, FileStatus.BYTES));
        linux.close(fd);
        return result;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
