package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;

/** Calls that cannot be tried, and that io_uring carries. */
final class RingCalls {
    private RingCalls() {}

    static void describe(WayTable table) {
        ring(table, "waits for the device", FSYNC, FDATASYNC, SYNC_FILE_RANGE);
        ring(table, "waits for the peer, or for the lookup of a Unix socket's name", CONNECT);
        ring(table, "allocates or frees blocks on the disk", FALLOCATE, FTRUNCATE);
        ring(table, "may start reading, or wait for pages to be written", FADVISE64, MADVISE);
        ring(table, "waits for the pipe or for what it is joined to", SPLICE, TEE);
        ring(table, "changes directories on the disk", RENAME, RENAMEAT, RENAMEAT2, UNLINK, UNLINKAT, RMDIR);
        ring(table, "changes directories on the disk", MKDIR, MKDIRAT, SYMLINK, SYMLINKAT, LINK, LINKAT);
        ring(table, "reads or writes an inode's attributes on the disk", SETXATTR, GETXATTR, FSETXATTR, FGETXATTR);
    }

    private static void ring(WayTable table, String why, SystemCall... calls) {
        table.put(Way.RING, why, calls);
    }
}
