package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;
import java.util.EnumMap;
import java.util.Map;

/**
 * Which calls io_uring carries, and the kernel that brought the operation.
 *
 * <p>Source: <a href="https://man7.org/linux/man-pages/man2/io_uring_enter.2.html">io_uring_enter(2)</a>, and
 * {@code include/uapi/linux/io_uring.h} of Linux 6.18.
 */
final class RingOperations {
    private static final Map<SystemCall, String> SINCE = versions();

    private RingOperations() {}

    static String since(SystemCall call) {
        return SINCE.getOrDefault(call, "");
    }

    private static Map<SystemCall, String> versions() {
        Map<SystemCall, String> table = new EnumMap<>(SystemCall.class);
        data(table);
        sockets(table);
        names(table);
        return table;
    }

    private static void data(Map<SystemCall, String> table) {
        set(table, "5.1", READV, PREADV, PREADV2, WRITEV, PWRITEV, PWRITEV2, FSYNC, FDATASYNC);
        set(table, "5.2", SYNC_FILE_RANGE);
        set(table, "5.6", READ, PREAD64, WRITE, PWRITE64, FALLOCATE, FADVISE64, MADVISE);
        set(table, "5.7", SPLICE);
        set(table, "5.8", TEE);
        set(table, "6.9", FTRUNCATE);
    }

    private static void sockets(Map<SystemCall, String> table) {
        set(table, "5.3", SENDMSG, RECVMSG);
        set(table, "5.5", ACCEPT, ACCEPT4, CONNECT);
        set(table, "5.6", SENDTO, RECVFROM);
        set(table, "6.15", EPOLL_WAIT, EPOLL_PWAIT, EPOLL_PWAIT2);
    }

    private static void names(Map<SystemCall, String> table) {
        set(table, "5.6", OPEN, OPENAT, OPENAT2, STATX);
        set(table, "5.11", RENAME, RENAMEAT, RENAMEAT2, UNLINK, UNLINKAT, RMDIR);
        set(table, "5.15", MKDIR, MKDIRAT, SYMLINK, SYMLINKAT, LINK, LINKAT);
        set(table, "5.19", SETXATTR, GETXATTR, FSETXATTR, FGETXATTR);
    }

    private static void set(Map<SystemCall, String> table, String version, SystemCall... calls) {
        for (SystemCall call : calls) {
            table.put(call, version);
        }
    }
}
