package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.util.Set;

/**
 * {@code laio_syscall}: any call, by its number, with its own arguments. Each takes the way that {@link CallWays} names.
 * Memory that arguments point to belongs to the kernel until the completion; only names for open, and arrays of vectors, are
 * copied.
 */
final class RawCalls implements AutoCloseable {
    /** What open(2) knows: VALID_OPEN_FLAGS of include/linux/fcntl.h, the same bits on both architectures, without O_PATH. */
    private static final int OPEN_FLAGS = 0x7fffc3 & ~OpenHow.O_PATH;

    private static final int O_TMPFILE_ALONE = OpenHow.O_TMPFILE & ~OpenHow.O_DIRECTORY; // __O_TMPFILE
    private static final int MODE_BITS = 0xfff; // S_IALLUGO, include/linux/stat.h
    private static final int FUTEX_COMMAND = 0x7f; // include/uapi/linux/futex.h
    private static final Set<Integer> FUTEX_PI = Set.of(6, 7, 8, 11, 12, 13);
    private static final Set<Integer> FUTEX_WAKING = Set.of(1, 3, 4, 5, 10);

    private final Caller caller;
    private final FileCalls files;
    private final SocketCalls sockets;
    private final RawTries tries;
    private final EpollWaits waits;
    private final Laziness laziness;
    private final RawSockets messages;
    private final long[] of = new long[6];
    private final long how;

    /** @param how address of a structure {@code open_how} for this object's use */
    RawCalls(
            Caller caller,
            FileCalls files,
            SocketCalls sockets,
            RawTries tries,
            EpollWaits waits,
            Laziness laziness,
            long how) {
        this.caller = caller;
        this.files = files;
        this.sockets = sockets;
        this.tries = tries;
        this.waits = waits;
        this.laziness = laziness;
        this.how = how;
        this.messages = new RawSockets(sockets, caller, this, laziness);
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
        if (replaces && of[0] != of[1]) {
            if (caller.isBusy((int) of[1])) {
                return caller.failed(Errno.EBUSY); // operations in flight would go on with another file
            }
            caller.direct.forget((int) of[1]);
        }
        return caller.answer(plain(call));
    }

    long plain(SystemCall call) {
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
        caller.admit(call, -1, 0);
        return entry(call, opcode);
    }

    private long entry(SystemCall call, int opcode) {
        Operation op = caller.begin(Extent.ONE_RESULT, opcode, -1, laziness);
        RingForms.fill(op, call, of);
        return caller.isClosing(op.fd) ? caller.giveUp(op, Errno.EBADF) : caller.background(op);
    }

    long onWorker(SystemCall call) {
        int fd = CallDescriptors.first(call, of);
        int error = caller.admit(call, fd, 0);
        return error != 0 ? caller.failed(error) : toWorker(call, fd);
    }

    private long toWorker(SystemCall call, int fd) {
        Operation op = caller.begin(CallDescriptors.extent(call), Operation.PLAIN, fd, laziness);
        op.plain(of[0], of[1], of[2], of[3], of[4], of[5]);
        op.byWorker = true;
        return caller.background(op);
    }

    private long lazily(SystemCall call) {
        return switch (call) {
            case READ -> read(call);
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
            default -> RawSockets.has(call) ? messages.make(call, of) : tried(call);
        };
    }

    private long tried(SystemCall call) {
        if (RawTries.refuses(call, of)) {
            return caller.refuse(call);
        }
        if (EpollWaits.isEndless(call, of)) {
            return waits.make(call, of, laziness);
        }
        int fd = CallDescriptors.first(call, of);
        int error = caller.admit(call, fd, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        long result = DirectAttempt.WOULD_BLOCK;
        if (laziness != Laziness.OFF || call == SystemCall.FCNTL) {
            result = tries.attempt(call, of);
        }
        if (result != DirectAttempt.WOULD_BLOCK) {
            return caller.answer(result);
        }
        boolean byRing = call == SystemCall.STATX && caller.ringHas(Abi.IORING_OP_STATX);
        return byRing ? entry(call, Abi.IORING_OP_STATX) : toWorker(call, fd);
    }

    private long open(SystemCall call, int directory, long path, long flags, long mode) {
        long known = (flags & OpenHow.O_PATH) != 0
                ? OpenHow.O_PATH | OpenHow.O_DIRECTORY | OpenHow.O_NOFOLLOW | OpenHow.O_CLOEXEC
                : OPEN_FLAGS; // openat ignores what openat2 refuses (openat2(2))
        boolean makes = (flags & known & (OpenHow.O_CREAT | O_TMPFILE_ALONE)) != 0;
        OpenHow.put(how, (int) (flags & known), makes ? (int) mode & MODE_BITS : 0, 0);
        return files.open(call, directory, path, how, laziness);
    }

    private long openHow(SystemCall call) {
        if (of[3] == OpenHow.BYTES) {
            return files.open(call, (int) of[0], of[1], of[2], laziness);
        }
        return onWorker(call); // a structure of another size: the kernel's to judge
    }

    private long read(SystemCall call) {
        int fd = (int) of[0];
        int error = caller.admit(call, fd, of[2]);
        if (error != 0) {
            return caller.failed(error);
        }
        Operation op = caller.begin(readExtent(fd, -1), Abi.IORING_OP_READ, fd, laziness);
        op.address = of[1];
        op.length = of[2];
        op.offset = -1;
        return caller.tryThenBackground(op);
    }

    /** read(2) of a file is short only at its end, while the form that never waits ends where memory does. */
    private Extent readExtent(int fd, long offset) {
        return offset >= 0 || tries.isFile(fd) ? Extent.UNTIL_END_OF_FILE : Extent.ONE_RESULT;
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
        Extent extent = reading ? readExtent(fd, offset) : Extent.EVERYTHING;
        int opcode = reading ? Abi.IORING_OP_READV : Abi.IORING_OP_WRITEV;
        Operation op = caller.begin(extent, opcode, fd, laziness);
        op.vectored = true;
        op.length = op.vectors.copy(of[1], of[2]);
        op.offset = offset < 0 ? -1 : offset;
        op.flags = flags;
        return op.length < 0 ? caller.giveUp(op, Errno.EINVAL) : caller.tryThenBackground(op);
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

    @Override
    public void close() {
        messages.close();
    }
}
