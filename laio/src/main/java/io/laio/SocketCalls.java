package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/** The calls on sockets, as {@link Laio} documents them; {@code call} is what they count as. */
final class SocketCalls {
    private static final int PEEK_ALL = Sockets.MSG_PEEK | Sockets.MSG_WAITALL;

    private final Caller caller;

    SocketCalls(Caller caller) {
        this.caller = caller;
    }

    long accept(SystemCall call, int fd, int flags, Laziness laziness) {
        int error = caller.admit(call, fd, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        if (laziness == Laziness.DIRECT) {
            long result = caller.direct.accept(fd, flags);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return caller.answer(result);
            }
        }
        Operation op = caller.begin(Extent.DESCRIPTOR, Abi.IORING_OP_ACCEPT, fd, laziness);
        op.flags = flags;
        op.tried = laziness == Laziness.DIRECT && caller.direct.canTry(op);
        return caller.background(op);
    }

    long connect(int fd, long socketAddress, int length, Laziness laziness) {
        int error = caller.admit(SystemCall.CONNECT, fd, length);
        if (error == 0 && length > Operation.OWNED_BYTES) {
            error = Errno.EINVAL;
        }
        if (error != 0 || socketAddress == 0) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        Operation op = caller.begin(Extent.ONE_RESULT, Abi.IORING_OP_CONNECT, fd, laziness);
        Memory.copy(socketAddress, op.owned, length);
        op.address = op.owned;
        op.offset = length;
        return caller.background(op);
    }

    long recv(SystemCall call, int fd, long address, long length, int wanted, Laziness laziness) {
        int error = caller.admit(call, fd, length);
        if (error != 0) {
            return caller.failed(error);
        }
        // Only a stream has more to join to what has come: a message ends where it ends (recv(2), MSG_WAITALL).
        if ((wanted & Sockets.MSG_WAITALL) != 0 && !caller.direct.isStream(fd)) {
            return recv(fd, address, length, wanted & ~Sockets.MSG_WAITALL, laziness);
        }
        boolean looksForAll = (wanted & PEEK_ALL) == PEEK_ALL;
        return looksForAll
                ? peekAll(fd, address, length, wanted, laziness)
                : recv(fd, address, length, wanted, laziness);
    }

    /**
     * MSG_PEEK with MSG_WAITALL: what has come is looked at again from its first byte, so it cannot be put together piece by
     * piece, as io_uring would do. A socket that never blocks shows what is there; else a worker makes the plain call.
     */
    private long peekAll(int fd, long address, long length, int flags, Laziness laziness) {
        int one = flags & ~Sockets.MSG_WAITALL;
        if (caller.direct.neverBlocks(fd)) {
            return recv(fd, address, length, one, laziness);
        }
        if (laziness != Laziness.OFF) {
            long result = caller.direct.recv(fd, address, length, one);
            boolean partial = result > 0 && result < length;
            if (!partial && result != DirectAttempt.WOULD_BLOCK) {
                return caller.answer(result);
            }
        }
        Operation op = caller.begin(Extent.ONE_RESULT, Operation.PLAIN, fd, laziness);
        op.plain(fd, address, length, flags & ~Sockets.MSG_DONTWAIT, 0, 0);
        op.byWorker = true;
        return caller.background(op);
    }

    private long recv(int fd, long address, long length, int flags, Laziness laziness) {
        // What comes without waiting is not all that MSG_WAITALL asks for; in the ring the kernel puts it together.
        if (laziness == Laziness.DIRECT && (flags & Sockets.MSG_WAITALL) == 0) {
            long result = caller.direct.recv(fd, address, length, flags);
            if (result != DirectAttempt.WOULD_BLOCK) {
                return caller.answer(result);
            }
        }
        // Without the ring, MSG_WAITALL is put together here.
        boolean everything = (flags & Sockets.MSG_WAITALL) != 0;
        Extent extent = everything ? Extent.UNTIL_END_OF_FILE : Extent.ONE_RESULT;
        Operation op = caller.begin(extent, Abi.IORING_OP_RECV, fd, laziness);
        op.address = address;
        op.length = length;
        op.flags = flags & ~Sockets.MSG_DONTWAIT; // in the background it may wait
        op.tried = laziness == Laziness.DIRECT && !everything;
        return caller.background(op);
    }

    long send(
            SystemCall call,
            int fd,
            long first,
            long firstLength,
            long second,
            long secondLength,
            int flags,
            Laziness laziness) {
        int error = caller.admit(call, fd, firstLength | secondLength);
        if (error != 0) {
            return caller.failed(error);
        }
        long sent = 0;
        if (laziness == Laziness.DIRECT) {
            sent = secondLength == 0
                    ? caller.direct.send(fd, first, firstLength, flags)
                    : caller.direct.send(fd, first, firstLength, second, secondLength, flags);
            if (sent == firstLength + secondLength || (sent < 0 && sent != DirectAttempt.WOULD_BLOCK)) {
                return caller.answer(sent);
            }
        }
        int opcode = secondLength == 0 ? Abi.IORING_OP_SEND : Abi.IORING_OP_SENDMSG;
        Operation op = caller.begin(Extent.EVERYTHING, opcode, fd, laziness);
        op.address = first;
        op.length = firstLength;
        op.secondAddress = second;
        op.secondLength = secondLength;
        op.flags = flags & ~Sockets.MSG_DONTWAIT;
        op.transferred = Math.max(0, sent);
        op.tried = laziness == Laziness.DIRECT;
        return caller.background(op);
    }
}
