package io.laio.http.server;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;

/**
 * How many connections the limit on open files carries: three fifths of what loops and helpers leave. Clients that are being refused hold up to a quarter of
 * that besides, and at least the last quarter of all is left for documents. Otherwise clients that do nothing but connect could
 * take every descriptor, and those that are served would be answered 503. Where documents are not shared, each connection may
 * have one open: then it is two fifths.
 */
final class DescriptorBudget {
    private static final int RLIMIT_NOFILE = 7; // include/uapi/asm-generic/resource.h
    private static final int F_DUPFD_CLOEXEC = 1030; // include/uapi/linux/fcntl.h
    private static final int RLIMIT_BYTES = 16;

    /** The access log's, and what the JVM may still open. */
    private static final int SPARE = 16;

    private DescriptorBudget() {}

    /**
     * The most connections of a loop.
     *
     * @param linux the kernel
     * @param fd any open descriptor
     * @param loops how many loops share the descriptors
     * @param own how many loops and helpers will have open
     * @param sharesDocuments whether connections that send the same document share its descriptor
     * @return connections, 1 or more
     */
    static int connectionsPerLoop(Linux linux, int fd, int loops, int own, boolean sharesDocuments) {
        long free = limit(linux) - firstFree(linux, fd) - SPARE - own;
        return Math.clamp(free * (sharesDocuments ? 3 : 2) / 5 / loops, 1, Integer.MAX_VALUE);
    }

    private static long limit(Linux linux) {
        try (NativeBuffer limits = new NativeBuffer(RLIMIT_BYTES)) {
            long result = linux.syscall(SystemCall.PRLIMIT64, 0, RLIMIT_NOFILE, 0, limits.address());
            long soft = Memory.getLong(limits.address()); // unsigned: all ones mean that there is no limit
            return result < 0 || soft < 0 ? Integer.MAX_VALUE : Math.min(soft, Integer.MAX_VALUE);
        }
    }

    /** The lowest free descriptor tells how many are in use: the kernel gives out the lowest. */
    private static long firstFree(Linux linux, int fd) {
        long copy = linux.syscall(SystemCall.FCNTL, fd, F_DUPFD_CLOEXEC, 0, 0);
        if (copy >= 0) {
            linux.close((int) copy);
        }
        return Math.max(0, copy);
    }
}
