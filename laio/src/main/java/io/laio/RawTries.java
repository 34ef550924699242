package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/**
 * Forms that never wait of calls that move no data: locks, children, messages, readiness, metadata. The answer is the call's
 * own, or {@link DirectAttempt#WOULD_BLOCK}.
 */
final class RawTries implements AutoCloseable {
    private static final int F_SETLK = 6; // include/uapi/asm-generic/fcntl.h
    private static final int F_SETLKW = 7;
    private static final int F_OFD_SETLK = 37;
    private static final int F_OFD_SETLKW = 38;
    private static final int LOCK_NB = 4;
    private static final int WNOHANG = 1; // include/uapi/linux/wait.h
    private static final int GRND_NONBLOCK = 1; // include/uapi/linux/random.h
    private static final int IPC_NOWAIT = 0x800; // include/uapi/linux/ipc.h
    private static final int ENOMSG = 42; // include/uapi/asm-generic/errno.h
    private static final int SETS = 3;
    private static final int MAX_SET_BYTES = 1024; // of select(2): 8,192 descriptors
    // AT_SYMLINK_NOFOLLOW, AT_NO_AUTOMOUNT, AT_EMPTY_PATH, AT_STATX_SYNC_TYPE: vfs_statx() of fs/stat.c takes no other.
    private static final long STATUS_FLAGS = 0x100 | 0x800 | 0x1000 | 0x6000;
    private static final int HOW = 0;
    private static final int ZERO_TIME = 32;
    private static final int SAVED_SETS = 64;

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(SAVED_SETS + SETS * MAX_SET_BYTES);

    RawTries(Linux linux) {
        this.linux = linux;
    }

    /** Whether a call cannot be carried with these arguments: a signal mask belongs to the thread. */
    static boolean refuses(SystemCall call, long[] of) {
        return switch (call) {
            case PPOLL -> of[3] != 0;
            case EPOLL_PWAIT, EPOLL_PWAIT2 -> of[4] != 0;
            case PSELECT6 -> hasMask(of[5]);
            default -> false;
        };
    }

    long attempt(SystemCall call, long[] of) {
        return switch (call) {
            case FLOCK -> once(call, of[0], of[1] | LOCK_NB, 0, 0, Errno.EAGAIN, (of[1] & LOCK_NB) != 0);
            case FCNTL -> control(of);
            case WAIT4 -> child(call, of, 2);
            case WAITID -> child(call, of, 3);
            case MSGRCV -> message(call, of, 4, ENOMSG);
            case MSGSND -> message(call, of, 3, Errno.EAGAIN);
            case GETRANDOM ->
                once(call, of[0], of[1], of[2] | GRND_NONBLOCK, 0, Errno.EAGAIN, (of[2] & GRND_NONBLOCK) != 0);
            case STATX, NEWFSTATAT, STAT, LSTAT -> status(call, of);
            default -> ready(call, of);
        };
    }

    private long once(SystemCall call, long a, long b, long c, long d, int blocked, boolean callersWish) {
        long result = linux.syscall(call, a, b, c, d);
        return result == -blocked && !callersWish ? DirectAttempt.WOULD_BLOCK : result;
    }

    private long control(long[] of) {
        int command = (int) of[1];
        int trying = command == F_SETLKW ? F_SETLK : command == F_OFD_SETLKW ? F_OFD_SETLK : command;
        long result = linux.syscall(SystemCall.FCNTL, of[0], trying, of[2], 0);
        boolean taken = result == -Errno.EAGAIN || result == -Errno.EACCES;
        return taken && trying != command ? DirectAttempt.WOULD_BLOCK : result;
    }

    /** No child yet is 0 for wait4; waitid says so in the structure, in which the signal number is then 0. */
    private long child(SystemCall call, long[] of, int options) {
        boolean callersWish = (of[options] & WNOHANG) != 0;
        long information = call == SystemCall.WAITID ? of[2] : 0;
        if (call == SystemCall.WAITID && information == 0) {
            return callersWish ? plain(call, of) : DirectAttempt.WOULD_BLOCK;
        }
        if (information != 0) {
            Memory.putInt(information, 0);
        }
        long with = of[options] | WNOHANG;
        long result = call == SystemCall.WAIT4
                ? linux.syscall(call, of[0], of[1], with, of[3])
                : linux.syscall(call.number(), of[0], of[1], information, with, of[4], 0);
        boolean none = result == 0 && (information == 0 || Memory.getInt(information) == 0);
        return none && !callersWish ? DirectAttempt.WOULD_BLOCK : result;
    }

    private long message(SystemCall call, long[] of, int flags, int blocked) {
        boolean callersWish = (of[flags] & IPC_NOWAIT) != 0;
        long d = flags == 3 ? of[3] | IPC_NOWAIT : of[3];
        long e = flags == 4 ? of[4] | IPC_NOWAIT : of[4];
        long result = linux.syscall(call.number(), of[0], of[1], of[2], d, e, 0);
        return result == -blocked && !callersWish ? DirectAttempt.WOULD_BLOCK : result;
    }

    private long plain(SystemCall call, long[] of) {
        return linux.syscall(call.number(), of[0], of[1], of[2], of[3], of[4], of[5]);
    }

    boolean isFile(int fd) {
        long status = scratch.address() + SAVED_SETS;
        return linux.fstatx(fd, status) == 0 && (FileStatus.mode(status) & FileStatus.S_IFMT) == FileStatus.S_IFREG;
    }

    /** By name: what is in memory is opened as a mere place, and asked. */
    private long status(SystemCall call, long[] of) {
        boolean at = call == SystemCall.STATX || call == SystemCall.NEWFSTATAT;
        long path = at ? of[1] : of[0];
        long flags = call == SystemCall.STATX ? of[2] : call == SystemCall.NEWFSTATAT ? of[3] : 0;
        if (path == 0 || (Memory.getByte(path) == 0 && (flags & FileStatus.AT_EMPTY_PATH) != 0)) {
            return plain(call, of); // an open file, or a mistake
        }
        if ((flags & ~STATUS_FLAGS) != 0) {
            return plain(call, of); // EINVAL, before anything is looked up
        }
        boolean link = call == SystemCall.LSTAT || (flags & FileStatus.AT_SYMLINK_NOFOLLOW) != 0;
        int how = OpenHow.O_PATH | OpenHow.O_CLOEXEC | (link ? OpenHow.O_NOFOLLOW : 0);
        OpenHow.put(scratch.address() + HOW, how, 0, OpenHow.RESOLVE_CACHED);
        int fd = linux.openat2(at ? (int) of[0] : OpenHow.AT_FDCWD, path, scratch.address() + HOW);
        if (fd < 0) {
            // RESOLVE_CACHED is of Linux 5.12; and the call itself needs no descriptor.
            boolean perhaps = fd == -Errno.EINVAL || fd == -Errno.EMFILE || fd == -Errno.ENFILE;
            return perhaps ? DirectAttempt.WOULD_BLOCK : fd;
        }
        long empty = scratch.address() + ZERO_TIME;
        Memory.putLong(empty, 0);
        long result = switch (call) {
            case STATX -> linux.statx(fd, empty, (int) flags | FileStatus.AT_EMPTY_PATH, (int) of[3], of[4]);
            case NEWFSTATAT -> linux.syscall(SystemCall.FSTAT, fd, of[2], 0, 0);
            default -> linux.syscall(SystemCall.FSTAT, fd, of[1], 0, 0);
        };
        linux.close(fd);
        return result;
    }

    /** What is ready now; nothing, unless the caller does not want to wait, means that it would block. */
    private long ready(SystemCall call, long[] of) {
        long zero = scratch.address() + ZERO_TIME;
        Memory.putLong(zero, 0);
        Memory.putLong(zero + Long.BYTES, 0);
        return switch (call) {
            case POLL -> unlessNothing(of[2] == 0, linux.syscall(call, of[0], of[1], 0, 0));
            case EPOLL_WAIT -> unlessNothing(of[3] == 0, linux.syscall(call, of[0], of[1], of[2], 0));
            case PPOLL -> unlessNothing(isZero(of[2]), with(call, of, 2, zero));
            case EPOLL_PWAIT -> unlessNothing(of[3] == 0, with(call, of, 3, 0));
            case EPOLL_PWAIT2 -> unlessNothing(isZero(of[3]), with(call, of, 3, zero));
            case SELECT -> select(call, of, zero);
            case PSELECT6 -> select(call, of, zero);
            default -> DirectAttempt.WOULD_BLOCK;
        };
    }

    private static long unlessNothing(boolean callersWish, long result) {
        return result == 0 && !callersWish ? DirectAttempt.WOULD_BLOCK : result;
    }

    private long with(SystemCall call, long[] of, int index, long value) {
        long c = index == 2 ? value : of[2];
        long d = index == 3 ? value : of[3];
        return linux.syscall(call.number(), of[0], of[1], c, d, of[4], of[5]);
    }

    /** {@code timeval} and {@code timespec} alike are two words. */
    private static boolean isZero(long time) {
        return time != 0 && (Memory.getLong(time) | Memory.getLong(time + Long.BYTES)) == 0;
    }

    private static boolean hasMask(long maskAndSize) {
        return maskAndSize != 0 && Memory.getLong(maskAndSize) != 0;
    }

    /** select(2) overwrites the sets that it is asked with, so they are put back before it is asked again. */
    private long select(SystemCall call, long[] of, long zero) {
        if (isZero(of[4])) {
            return plain(call, of);
        }
        long bytes = (of[0] + Long.SIZE - 1) / Long.SIZE * Long.BYTES;
        if (of[0] < 0 || bytes > MAX_SET_BYTES) {
            return DirectAttempt.WOULD_BLOCK;
        }
        copySets(of, bytes, true);
        long result = linux.syscall(call.number(), of[0], of[1], of[2], of[3], zero, of[5]);
        if (result == 0) {
            copySets(of, bytes, false);
            return DirectAttempt.WOULD_BLOCK;
        }
        return result;
    }

    private void copySets(long[] of, long bytes, boolean save) {
        for (int set = 0; set < SETS; set++) {
            long saved = scratch.address() + SAVED_SETS + (long) set * MAX_SET_BYTES;
            long callers = of[set + 1];
            if (callers != 0) {
                Memory.copy(save ? callers : saved, save ? saved : callers, bytes);
            }
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
