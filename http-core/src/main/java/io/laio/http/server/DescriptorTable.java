package io.laio.http.server;

import io.laio.linux.Linux;
import io.laio.linux.SystemCall;

/**
 * Makes the process's table of descriptors large enough before the loops run: while it grows, threads that share it wait for
 * an RCU grace period ({@code expand_files} in {@code fs/file.c} of Linux 6.18), milliseconds in which a loop would stand still.
 */
final class DescriptorTable {
    private static final int F_DUPFD_CLOEXEC = 1030; // include/uapi/linux/fcntl.h

    private DescriptorTable() {}

    /**
     * Grows the table, as far as the limit on open files lets it.
     *
     * @param linux the kernel
     * @param fd any open descriptor
     * @param descriptors how many will be used
     */
    static void grow(Linux linux, int fd, int descriptors) {
        for (int highest = descriptors; highest > fd; highest /= 2) {
            long copy = linux.syscall(SystemCall.FCNTL, fd, F_DUPFD_CLOEXEC, highest, 0);
            if (copy >= 0) {
                linux.close((int) copy);
                return;
            }
        }
    }
}
