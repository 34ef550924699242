package io.laio;

import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/**
 * The arguments of a call as io_uring takes them: which field of the entry each goes to. Source: io_uring_enter(2), and
 * {@code io_uring/*.c} of Linux 6.18. The memory that pointers mean stays the caller's until the completion.
 */
final class RingForms {
    /** The call cannot be made an entry with these arguments. */
    static final int NONE = -1;

    private static final int AT_REMOVEDIR = 0x200; // include/uapi/linux/fcntl.h
    private static final long MAX_LENGTH = 0x7ffff000; // what Entries passes on at once: MAX_RW_COUNT

    private static final int MODE_BITS = 0xffff; // umode_t, include/linux/types.h

    private RingForms() {}

    /** The operation for a call, or {@link #NONE}. */
    static int opcode(SystemCall call, long[] of) {
        return switch (call) {
            case FSYNC, FDATASYNC -> Abi.IORING_OP_FSYNC;
            case SYNC_FILE_RANGE -> fits(of[2], Abi.IORING_OP_SYNC_FILE_RANGE);
            case FALLOCATE -> Abi.IORING_OP_FALLOCATE;
            case FTRUNCATE -> Abi.IORING_OP_FTRUNCATE;
            case FADVISE64 -> fits(of[2], Abi.IORING_OP_FADVISE);
            case MADVISE -> fits(of[1], Abi.IORING_OP_MADVISE);
            // The call moves the offsets that its pointers mean, the entry does not.
            case SPLICE -> of[1] == 0 && of[3] == 0 ? fits(of[4], Abi.IORING_OP_SPLICE) : NONE;
            case TEE -> fits(of[2], Abi.IORING_OP_TEE);
            case RENAME, RENAMEAT, RENAMEAT2 -> Abi.IORING_OP_RENAMEAT;
            case UNLINK, UNLINKAT, RMDIR -> Abi.IORING_OP_UNLINKAT;
            case MKDIR, MKDIRAT -> Abi.IORING_OP_MKDIRAT;
            case SYMLINK, SYMLINKAT -> Abi.IORING_OP_SYMLINKAT;
            case LINK, LINKAT -> Abi.IORING_OP_LINKAT;
            case SETXATTR -> Abi.IORING_OP_SETXATTR;
            case FSETXATTR -> Abi.IORING_OP_FSETXATTR;
            case GETXATTR -> Abi.IORING_OP_GETXATTR;
            case FGETXATTR -> Abi.IORING_OP_FGETXATTR;
            case STATX -> Abi.IORING_OP_STATX;
            default -> NONE;
        };
    }

    private static int fits(long length, int opcode) {
        return length >= 0 && length <= MAX_LENGTH ? opcode : NONE;
    }

    /** Fills in the entry's fields. */
    static void fill(Operation op, SystemCall call, long[] of) {
        switch (call) {
            case FSYNC -> set(op, of[0], 0, 0, 0, 0);
            case FDATASYNC -> set(op, of[0], 0, 0, 0, Abi.IORING_FSYNC_DATASYNC);
            case SYNC_FILE_RANGE -> set(op, of[0], of[1], 0, of[2], of[3]);
            case FALLOCATE -> set(op, of[0], of[2], of[3], of[1], 0);
            case FTRUNCATE -> set(op, of[0], of[1], 0, 0, 0);
            case FADVISE64 -> set(op, of[0], of[1], 0, of[2], of[3]);
            case MADVISE -> set(op, -1, 0, of[0], of[1], of[2]);
            case SPLICE -> {
                set(op, of[2], -1, -1, of[4], of[5]);
                op.secondFd = (int) of[0];
            }
            case TEE -> {
                set(op, of[1], 0, 0, of[2], of[3]);
                op.secondFd = (int) of[0];
            }
            case STATX -> set(op, of[0], of[4], of[1], of[3], of[2]);
            default -> fillName(op, call, of);
        }
    }

    private static void fillName(Operation op, SystemCall call, long[] of) {
        int here = OpenHow.AT_FDCWD;
        switch (call) {
            case RENAME -> set(op, here, of[1], of[0], here, 0);
            case RENAMEAT -> set(op, of[0], of[3], of[1], descriptor(of[2]), 0);
            case RENAMEAT2 -> set(op, of[0], of[3], of[1], descriptor(of[2]), of[4]);
            case UNLINK -> set(op, here, 0, of[0], 0, 0);
            case UNLINKAT -> set(op, of[0], 0, of[1], 0, of[2]);
            case RMDIR -> set(op, here, 0, of[0], 0, AT_REMOVEDIR);
            case MKDIR -> set(op, here, 0, of[0], of[1] & MODE_BITS, 0);
            case MKDIRAT -> set(op, of[0], 0, of[1], of[2] & MODE_BITS, 0);
            case SYMLINK -> set(op, here, of[1], of[0], 0, 0);
            case SYMLINKAT -> set(op, of[1], of[2], of[0], 0, 0);
            case LINK -> set(op, here, of[1], of[0], here, 0);
            case LINKAT -> set(op, of[0], of[3], of[1], descriptor(of[2]), of[4]);
            case SETXATTR -> setAttribute(op, -1, of[0], of, of[4]);
            case FSETXATTR -> setAttribute(op, of[0], 0, of, of[4]);
            case GETXATTR -> setAttribute(op, -1, of[0], of, 0);
            case FGETXATTR -> setAttribute(op, of[0], 0, of, 0);
            default -> throw new IllegalArgumentException(call + " has no entry");
        }
    }

    /** A C integer: its upper half means nothing. */
    private static long descriptor(long argument) {
        int fd = (int) argument;
        return fd;
    }

    private static void setAttribute(Operation op, long fd, long path, long[] of, long flags) {
        set(op, fd, of[2], of[1], of[3], flags);
        op.thirdAddress = path;
    }

    private static void set(Operation op, long fd, long offset, long address, long length, long flags) {
        op.fd = (int) fd;
        op.offset = offset;
        op.address = address;
        op.length = length;
        op.flags = (int) flags;
    }
}
