package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.util.EnumSet;
import java.util.Set;

/**
 * {@code laio_syscall}: any call, by its number, with its own arguments. Each takes the way that {@link CallWays} names.
 * Memory that arguments point to belongs to the kernel until the completion; only names for open, and arrays of vectors, are
 * copied.
 */
final class RawCalls {
    /** What open(2) knows: VALID_OPEN_FLAGS of include/linux/fcntl.h, the same bits on both architectures, without O_PATH. */
    private static final int OPEN_FLAGS = 0x7fffc3 & ~OpenHow.O_PATH;

    private static final int MODE_BITS = 0xfff; // S_IALLUGO, include/linux/stat.h
    private static final int FUTEX_COMMAND = 0x7f; // include/uapi/linux/futex.h
    private static final Set<Integer> FUTEX_PI = Set.of(6, 7, 8, 11, 12, 13);
    private static final Set<Integer> FUTEX_WAKING = Set.of(1, 3, 4, 5, 10);

    /** Calls whose first argument is a descriptor, so that closing it ends them. */
    private static final Set<SystemCall> ON_DESCRIPTOR = EnumSet.of(
            SystemCall.FCHMOD,
            SystemCall.FCHOWN,
            SystemCall.FREMOVEXATTR,
            SystemCall.FSETXATTR,
            SystemCall.FGETXATTR,
            SystemCall.FSTATFS,
            SystemCall.FLISTXATTR,
            SystemCall.GETDENTS,
            SystemCall.GETDENTS64,
            SystemCall.SYNCFS,
            SystemCall.COPY_FILE_RANGE,
            SystemCall.READAHEAD,
            SystemCall.VMSPLICE,
            SystemCall.SPLICE,
            SystemCall.IOCTL,
            SystemCall.FINIT_MODULE,
            SystemCall.FLOCK,
            SystemCall.FCNTL,
            SystemCall.FTRUNCATE,
            SystemCall.FALLOCATE,
            SystemCall.FADVISE64,
            SystemCall.SYNC_FILE_RANGE,
            SystemCall.EPOLL_WAIT,
            SystemCall.EPOLL_PWAIT,
            SystemCall.EPOLL_PWAIT2,
            SystemCall.MQ_TIMEDRECEIVE,
            SystemCall.MQ_TIMEDSEND);

    private final Caller caller;
    private final FileCalls files;
    private final SocketCalls sockets;
    private final RawTries tries;
    private final Laziness laziness;
    private final long[] of = new long[6];
    private final long how;

    /** @param how address of a structure {@code open_how} for this object's use */
    RawCalls(Caller caller, FileCalls files, SocketCalls sockets, RawTries tries, Laziness laziness, long how) {
        this.caller = caller;
        this.files = files;
        this.sockets = sockets;
        this.tries = tries;
        this.laziness = laziness;
        this.how = how;
    }

    long make(SystemCall call, long a, long b, long c, long d, long e, long f) {
        of[0] = a;
        of[1] = b;
        of[2] = c;
        of[3] = d;
        of[4] = e;
        of[5] = f;
        return switch (CallWays.way(call)) {
            case INLINE -> inline(call);
            case REFUSED -> caller.refuse(call);
            case WORKER -> call == SystemCall.FUTEX ? futex(call) : onWorker(call);
            case RING -> call == SystemCall.CONNECT ? sockets.connect((int) a, b, (int) c, laziness) : inRing(call);
            case LAZY -> lazily(call);
        };
    }

    private long inline(SystemCall call) {
        if (call == SystemCall.CLOSE) {
            return caller.close((int) of[0]);
        }
        caller.admit(call, -1, 0);
        boolean replaces = call == SystemCall.DUP2 || call == SystemCall.DUP3;
        if (replaces && caller.isBusy((int) of[1])) {
            return caller.failed(Errno.EBUSY); // operations in flight would go on with another file
        }
        return caller.answer(plain(call));
    }

    private long plain(SystemCall call) {
        return caller.linux.syscall(call.number(), of[0], of[1], of[2], of[3], of[4], of[5]);
    }

    private long futex(SystemCall call) {
        int command = (int) of[1] & FUTEX_COMMAND;
        if (FUTEX_PI.contains(command)) {
            return caller.refuse(call); // its owner is a thread
        }
        return FUTEX_WAKING.contains(command) ? inline(call) : onWorker(call);
    }

    private long inRing(SystemCall call) {
        int opcode = RingForms.opcode(call, of);
        if (opcode == RingForms.NONE || !caller.ringHas(opcode)) {
            return onWorker(call);
        }
        int error = caller.admit(call, (int) of[0], 0);
        if (error != 0) {
            return caller.failed(error);
        }
        Operation op = caller.begin(Extent.ONE_RESULT, opcode, -1, laziness);
        RingForms.fill(op, call, of);
        return caller.background(op);
    }

    private long onWorker(SystemCall call) {
        int fd = ON_DESCRIPTOR.contains(call) ? (int) of[0] : -1;
        int error = caller.admit(call, fd, 0);
        return error != 0 ? caller.failed(error) : toWorker(fd);
    }

    private long toWorker(int fd) {
        Operation op = caller.begin(Extent.ONE_RESULT, Operation.PLAIN, fd, laziness);
        op.plain(of[0], of[1], of[2], of[3], of[4], of[5]);
        op.byWorker = true;
        return caller.background(op);
    }

    private long lazily(SystemCall call) {
        return switch (call) {
            case READ -> files.read(call, (int) of[0], of[1], of[2], -1, laziness);
            case PREAD64 -> files.readAt(call, (int) of[0], of[1], of[2], of[3], laziness);
            case WRITE -> files.write(call, (int) of[0], of[1], of[2], -1, laziness);
            case PWRITE64 -> files.writeAt(call, (int) of[0], of[1], of[2], of[3], laziness);
            case READV -> vectors(call, true, -1, 0);
            case WRITEV -> vectors(call, false, -1, 0);
            case PREADV, PREADV2 -> vectorsAt(call, true);
            case PWRITEV, PWRITEV2 -> vectorsAt(call, false);
            case OPEN -> open(call, OpenHow.AT_FDCWD, of[0], of[1], of[2]);
            case OPENAT -> open(call, (int) of[0], of[1], of[2], of[3]);
            case OPENAT2 -> openHow(call);
            case SENDFILE -> sendfile(call);
            default -> onSocket(call);
        };
    }

    private long onSocket(SystemCall call) {
        int dontWait = Sockets.MSG_DONTWAIT;
        return switch (call) {
            case ACCEPT -> accept(call, 0);
            case ACCEPT4 -> accept(call, of[3]);
            case RECVFROM ->
                of[4] == 0
                        ? sockets.recv(call, (int) of[0], of[1], of[2], (int) of[3], laziness)
                        : whenReady(call, 3, dontWait);
            case SENDTO ->
                of[4] == 0
                        ? sockets.send(call, (int) of[0], of[1], of[2], 0, 0, (int) of[3], laziness)
                        : whenReady(call, 3, dontWait | Sockets.MSG_NOSIGNAL);
            case RECVMSG -> whenReady(call, 2, dontWait);
            case RECVMMSG -> of[4] == 0 ? whenReady(call, 3, dontWait) : onWorker(call);
            case SENDMMSG -> whenReady(call, 3, dontWait | Sockets.MSG_NOSIGNAL);
            case SENDMSG -> sendmsg(call);
            default -> tried(call);
        };
    }

    private long tried(SystemCall call) {
        int fd = ON_DESCRIPTOR.contains(call) ? (int) of[0] : -1;
        long result = DirectAttempt.WOULD_BLOCK;
        if (laziness != Laziness.OFF || call == SystemCall.FCNTL) {
            result = tries.attempt(call, of);
            if (result == RawTries.REFUSED) {
                return caller.refuse(call);
            }
        }
        int error = caller.admit(call, fd, 0);
        if (error != 0 || result != DirectAttempt.WOULD_BLOCK) {
            return error != 0 ? caller.failed(error) : caller.answer(result);
        }
        boolean byRing = call == SystemCall.STATX && caller.ringHas(Abi.IORING_OP_STATX);
        if (!byRing) {
            return toWorker(fd);
        }
        Operation op = caller.begin(Extent.ONE_RESULT, Abi.IORING_OP_STATX, fd, laziness);
        RingForms.fill(op, call, of);
        return caller.background(op);
    }

    /** Once in the form that does not wait, and again whenever the descriptor is ready. */
    private long whenReady(SystemCall call, int flagsIndex, int dontWait) {
        int fd = (int) of[0];
        int error = caller.admit(call, fd, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        of[flagsIndex] |= dontWait;
        long result = laziness == Laziness.OFF ? DirectAttempt.WOULD_BLOCK : plain(call);
        if (result != DirectAttempt.WOULD_BLOCK && result != -Errno.EINTR) {
            return caller.answer(result);
        }
        Operation op = caller.begin(
                call == SystemCall.ACCEPT || call == SystemCall.ACCEPT4 ? Extent.DESCRIPTOR : Extent.ONE_RESULT,
                Operation.WHEN_READY,
                fd,
                laziness);
        op.plain(of[0], of[1], of[2], of[3], of[4], of[5]);
        op.tried = true;
        op.polling = true;
        return caller.background(op);
    }

    private long accept(SystemCall call, long flags) {
        if (of[1] == 0) {
            return sockets.accept(call, (int) of[0], (int) flags, laziness);
        }
        // With the peer's address: again when ready if the listener does not block, else by a worker.
        return caller.direct.neverBlocks((int) of[0]) ? whenReady(call, 5, 0) : onWorker(call);
    }

    private long open(SystemCall call, int directory, long path, long flags, long mode) {
        boolean makes = (flags & (OpenHow.O_CREAT | OpenHow.O_TMPFILE)) != 0;
        long known = (flags & OpenHow.O_PATH) != 0
                ? OpenHow.O_PATH | OpenHow.O_DIRECTORY | OpenHow.O_NOFOLLOW | OpenHow.O_CLOEXEC
                : OPEN_FLAGS; // openat ignores what openat2 refuses (openat2(2))
        OpenHow.put(how, (int) (flags & known), makes ? (int) mode & MODE_BITS : 0, 0);
        return files.open(call, directory, path, how, laziness);
    }

    private long openHow(SystemCall call) {
        if (of[3] == OpenHow.BYTES) {
            return files.open(call, (int) of[0], of[1], of[2], laziness);
        }
        return onWorker(call); // a structure of another size: the kernel's to judge
    }

    private long vectorsAt(SystemCall call, boolean reading) {
        boolean second = call == SystemCall.PREADV2 || call == SystemCall.PWRITEV2;
        long offset = of[3];
        if (offset < 0 && !(second && offset == -1)) {
            caller.admit(call, -1, 0);
            return caller.failed(Errno.EINVAL);
        }
        int flags = second ? (int) of[5] : 0;
        if ((flags & IoVector.RWF_NOWAIT) != 0) {
            caller.admit(call, -1, 0);
            return caller.answer(plain(call)); // the caller does not want to wait
        }
        return vectors(call, reading, offset, flags);
    }

    private long vectors(SystemCall call, boolean reading, long offset, int flags) {
        int fd = (int) of[0];
        int error = caller.admit(call, fd, 0);
        if (error != 0 || (of[1] == 0 && of[2] != 0)) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        Extent extent = !reading ? Extent.EVERYTHING : offset < 0 ? Extent.ONE_RESULT : Extent.UNTIL_END_OF_FILE;
        int opcode = reading ? Abi.IORING_OP_READV : Abi.IORING_OP_WRITEV;
        Operation op = caller.begin(extent, opcode, fd, laziness);
        op.vectored = true;
        op.length = op.vectors.copy(of[1], of[2]);
        op.offset = offset < 0 ? -1 : offset;
        op.flags = flags;
        return op.length < 0 ? caller.giveUp(op, Errno.EINVAL) : caller.tryThenBackground(op);
    }

    private long sendmsg(SystemCall call) {
        int fd = (int) of[0];
        int error = caller.admit(call, fd, 0);
        if (error != 0 || of[1] == 0) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        Operation op = caller.begin(Extent.EVERYTHING, Abi.IORING_OP_SENDMSG, fd, laziness);
        op.vectored = true;
        Memory.copy(of[1], op.owned, MessageHeader.BYTES);
        op.length = op.vectors.copy(MessageHeader.vectors(of[1]), MessageHeader.vectorCount(of[1]));
        op.flags = (int) of[2] & ~Sockets.MSG_DONTWAIT;
        return op.length < 0 ? caller.giveUp(op, Errno.EMSGSIZE) : caller.tryThenBackground(op);
    }

    private long sendfile(SystemCall call) {
        long position = of[2];
        long offset = position == 0 ? -1 : Memory.getLong(position);
        if (position != 0 && offset < 0) {
            caller.admit(call, -1, 0);
            return caller.failed(Errno.EINVAL);
        }
        return files.sendfile((int) of[0], (int) of[1], offset, of[3], laziness, position);
    }
}
