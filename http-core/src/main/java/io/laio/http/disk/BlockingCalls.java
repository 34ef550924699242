package io.laio.http.disk;

import io.laio.linux.Errno;
import io.laio.linux.Linux;

/**
 * Calls that wait for the disk, carried out whole: a signal that meets one, such as a thread is woken by, does not end it.
 *
 * @param linux the kernel, as seen by the calling thread
 */
public record BlockingCalls(Linux linux) {
    /**
     * Opens a file, as {@link Disk#open}.
     *
     * @param directory descriptor that the path starts from
     * @param path address of a C string
     * @param how address of a {@code struct open_how}
     * @return a descriptor, or a negated error number
     */
    public long open(int directory, long path, long how) {
        long result = linux.openat2(directory, path, how);
        while (result == -Errno.EINTR) {
            result = linux.openat2(directory, path, how);
        }
        return result;
    }

    /**
     * Reads a range of a file, as {@link Disk#read}.
     *
     * @param fd the file
     * @param address where to put the bytes
     * @param length how many bytes
     * @param offset position in the file
     * @return bytes read, fewer than asked at the end of the file or before an error; or a negated error number
     */
    public long read(int fd, long address, int length, long offset) {
        int done = 0;
        while (done < length) {
            long got = linux.pread(fd, address + done, (long) length - done, offset + done);
            if (got == 0) {
                break;
            }
            if (got < 0 && got != -Errno.EINTR) {
                return done > 0 ? done : got;
            }
            done += (int) Math.max(0, got);
        }
        return done;
    }
}
