package io.laio;

import static io.laio.linux.SystemCall.*;

import io.laio.linux.SystemCall;
import java.util.EnumSet;
import java.util.Set;

/** Which descriptors plain calls of a worker use and make: closing the one ends the call, and the other must not leak. */
final class CallDescriptors {
    private static final Set<SystemCall> FIRST = EnumSet.of(
            FCHMOD, FCHOWN, FREMOVEXATTR, FSETXATTR, FGETXATTR, FSTATFS, FLISTXATTR, GETDENTS, GETDENTS64, FUTIMESAT);

    /** Calls whose answer is a new descriptor. */
    private static final Set<SystemCall> MAKING = EnumSet.of(
            ACCEPT, ACCEPT4, CREAT, OPENAT2, OPEN_BY_HANDLE_AT, OPEN_TREE, OPEN_TREE_ATTR, FSOPEN, FSMOUNT, FSPICK);

    static {
        add(FSYNC, FDATASYNC, SYNCFS, COPY_FILE_RANGE, READAHEAD, VMSPLICE, SPLICE, TEE, IOCTL, FINIT_MODULE);
        add(FLOCK, FCNTL, FTRUNCATE, FALLOCATE, FADVISE64, SYNC_FILE_RANGE, EPOLL_WAIT, EPOLL_PWAIT, EPOLL_PWAIT2);
        add(ACCEPT, ACCEPT4, RECVMMSG, SENDMMSG, MQ_TIMEDRECEIVE, MQ_TIMEDSEND, INOTIFY_ADD_WATCH, FANOTIFY_MARK);
        // Names start from a directory's descriptor.
        add(OPENAT2, FACCESSAT, FACCESSAT2, READLINKAT, NAME_TO_HANDLE_AT, OPEN_BY_HANDLE_AT, NEWFSTATAT, MKNODAT);
        add(FCHMODAT, FCHMODAT2, FCHOWNAT, UTIMENSAT, GETXATTRAT, SETXATTRAT, LISTXATTRAT, REMOVEXATTRAT);
        add(RENAMEAT, RENAMEAT2, UNLINKAT, MKDIRAT, LINKAT, FILE_GETATTR, FILE_SETATTR, MOUNT_SETATTR, MOVE_MOUNT);
        add(OPEN_TREE, OPEN_TREE_ATTR, FSCONFIG, FSMOUNT, FSPICK, QUOTACTL_FD, PROCESS_MADVISE, PROCESS_MRELEASE);
    }

    private CallDescriptors() {}

    private static void add(SystemCall... calls) {
        FIRST.addAll(Set.of(calls));
    }

    /** The descriptor that a call is about, or a negative number. */
    static int first(SystemCall call, long[] of) {
        return FIRST.contains(call) ? (int) of[0] : call == SYMLINKAT ? (int) of[1] : -1;
    }

    /** What the first answer of the plain call is. */
    static Operation.Extent extent(SystemCall call) {
        return MAKING.contains(call) ? Operation.Extent.DESCRIPTOR : Operation.Extent.ONE_RESULT;
    }
}
