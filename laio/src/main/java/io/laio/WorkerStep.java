package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/**
 * What a worker thread does of an operation: one system call. Where the descriptor can be polled the call does not wait, so
 * that a worker never waits for a peer; its EAGAIN makes the engine wait for readiness. Everything else may wait.
 */
final class WorkerStep {
    private static final int NEVER_WAIT = Sockets.MSG_DONTWAIT;

    private WorkerStep() {}

    /** Makes the call, and answers with its value or the negated error number. */
    static long make(Linux linux, Operation op) {
        long rest = op.remaining();
        return switch (op.opcode) {
            case Abi.IORING_OP_READ -> read(linux, op, op.address + op.transferred, rest);
            case Abi.IORING_OP_WRITE -> write(linux, op, op.address + op.transferred, rest);
            case Abi.IORING_OP_READV, Abi.IORING_OP_WRITEV -> vectored(linux, op);
            case Abi.IORING_OP_RECV -> linux.recv(op.fd, op.address + op.transferred, rest, op.flags | NEVER_WAIT);
            case Abi.IORING_OP_SEND ->
                linux.send(op.fd, op.address + op.transferred, rest, op.flags | NEVER_WAIT | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_SENDMSG ->
                linux.sendmsg(op.fd, op.messageOfRemainder(), op.flags | NEVER_WAIT | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_ACCEPT -> linux.accept4(op.fd, 0, 0, op.flags);
            case Abi.IORING_OP_CONNECT -> linux.connect(op.fd, op.address, (int) op.offset);
            case Abi.IORING_OP_OPENAT2 -> linux.openat2(op.fd, op.address, op.offset);
            case Abi.IORING_OP_FSYNC -> linux.syscall(SystemCall.FSYNC, op.fd, 0, 0, 0);
            case Operation.PLAIN, Operation.WHEN_READY -> plain(linux, op);
            case Operation.SENDFILE -> FileSender.send(linux, op);
            default -> -Errno.ENOSYS;
        };
    }

    static long plain(Linux linux, Operation op) {
        if (op.isCounted()) {
            return RawSockets.makeRest(linux, op);
        }
        long[] of = op.arguments;
        return linux.syscall(op.call.number(), of[0], of[1], of[2], of[3], of[4], of[5]);
    }

    private static long vectored(Linux linux, Operation op) {
        long position = op.offset < 0 ? -1 : op.offset + op.transferred;
        if (op.isPollable()) {
            long result = vectored(linux, op, position, op.flags | IoVector.RWF_NOWAIT);
            if (result != -Errno.EOPNOTSUPP) {
                return result;
            }
        }
        return vectored(linux, op, position, op.flags);
    }

    /** One call for all that is left, with {@code RWF_*}. */
    static long vectored(Linux linux, Operation op, long position, int flags) {
        long vectors = op.vectors.remainder(op.transferred);
        return op.opcode == Abi.IORING_OP_READV
                ? linux.preadv2(op.fd, vectors, op.vectors.left(), position, flags)
                : linux.pwritev2(op.fd, vectors, op.vectors.left(), position, flags);
    }

    private static long read(Linux linux, Operation op, long address, long length) {
        if (op.offset >= 0) {
            return linux.pread(op.fd, address, length, op.offset + op.transferred);
        }
        if (op.isPollable()) {
            IoVector.put(op.owned, address, length);
            long result = linux.preadv2(op.fd, op.owned, 1, -1, IoVector.RWF_NOWAIT);
            if (result != -Errno.EOPNOTSUPP) {
                return result;
            }
        }
        return linux.read(op.fd, address, length);
    }

    private static long write(Linux linux, Operation op, long address, long length) {
        if (op.offset >= 0) {
            return linux.syscall(SystemCall.PWRITE64, op.fd, address, length, op.offset + op.transferred);
        }
        if (op.isPollable()) {
            IoVector.put(op.owned, address, length);
            long result = linux.pwritev2(op.fd, op.owned, 1, -1, IoVector.RWF_NOWAIT);
            if (result != -Errno.EOPNOTSUPP) {
                return result;
            }
        }
        return linux.write(op.fd, address, length);
    }
}
