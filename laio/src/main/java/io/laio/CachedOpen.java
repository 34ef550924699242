package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/**
 * An open that never waits. {@code RESOLVE_CACHED} says EAGAIN for a name that would need the disk, but lets the open of a
 * FIFO wait for its peer; and whoever opens a FIFO for a moment wakes a peer that then finds nobody. So what is opened
 * without {@code O_NONBLOCK} is looked at as a mere place first, and only files and directories are opened here. Between the
 * two another file may get the name: the open itself is made with {@code O_NONBLOCK} too, which is taken off afterwards.
 */
final class CachedOpen implements AutoCloseable {
    private static final int F_GETFL = 3; // include/uapi/asm-generic/fcntl.h
    private static final int F_SETFL = 4;
    private static final int MAKING = OpenHow.O_CREAT | OpenHow.O_TRUNC | (OpenHow.O_TMPFILE & ~OpenHow.O_DIRECTORY);

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(FileStatus.BYTES + OpenHow.BYTES);
    private final long copy = scratch.address() + FileStatus.BYTES;
    private boolean mayWait;

    CachedOpen(Linux linux) {
        this.linux = linux;
    }

    /** A descriptor, the error, or {@link DirectAttempt#WOULD_BLOCK}. */
    long open(int directory, long path, long how) {
        mayWait = false;
        long flags = OpenHow.flags(how);
        if ((flags & (OpenHow.O_NONBLOCK | OpenHow.O_PATH)) != 0) {
            return attempt(directory, path, how, flags);
        }
        long place = placeOf(directory, path, how, flags);
        if (place != 0) {
            return place;
        }
        long fd = attempt(directory, path, how, flags | OpenHow.O_NONBLOCK);
        if (fd >= 0) {
            long present = linux.syscall(SystemCall.FCNTL, fd, F_GETFL, 0, 0);
            linux.syscall(SystemCall.FCNTL, fd, F_SETFL, present & ~OpenHow.O_NONBLOCK, 0);
        }
        return fd;
    }

    boolean mayWait() {
        return mayWait;
    }

    /** 0 if the name is that of a file or directory, the error, or {@link DirectAttempt#WOULD_BLOCK}. */
    private long placeOf(int directory, long path, long how, long flags) {
        long here = OpenHow.O_PATH | OpenHow.O_CLOEXEC | (flags & (OpenHow.O_NOFOLLOW | OpenHow.O_DIRECTORY));
        if ((flags & MAKING) != 0) {
            return DirectAttempt.WOULD_BLOCK;
        }
        long fd = attempt(directory, path, how, here);
        if (fd < 0) {
            return fd;
        }
        int result = linux.fstatx((int) fd, scratch.address());
        linux.close((int) fd);
        int type = FileStatus.mode(scratch.address()) & FileStatus.S_IFMT;
        mayWait = result < 0 || (type != FileStatus.S_IFREG && type != FileStatus.S_IFDIR);
        return mayWait ? DirectAttempt.WOULD_BLOCK : 0;
    }

    /** RESOLVE_CACHED is refused with O_CREAT and O_TRUNC (openat2(2)), and by kernels before 5.12: EINVAL. */
    private long attempt(int directory, long path, long how, long flags) {
        OpenHow.copy(how, copy, -1, OpenHow.RESOLVE_CACHED);
        OpenHow.replaceFlags(copy, flags);
        long result = linux.openat2(directory, path, copy);
        return result == -Errno.EINVAL || result == -Errno.EINTR ? DirectAttempt.WOULD_BLOCK : result;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
