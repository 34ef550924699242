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
            case Abi.IORING_OP_RECV -> linux.recv(op.fd, op.address + op.transferred, rest, op.flags | NEVER_WAIT);
            case Abi.IORING_OP_SEND ->
                linux.send(op.fd, op.address + op.transferred, rest, op.flags | NEVER_WAIT | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_SENDMSG ->
                linux.sendmsg(op.fd, op.messageOfRemainder(), op.flags | NEVER_WAIT | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_ACCEPT -> linux.accept4(op.fd, 0, 0, op.flags);
            case Abi.IORING_OP_CONNECT -> linux.connect(op.fd, op.address, (int) op.offset);
            case Abi.IORING_OP_OPENAT2 -> linux.openat2(op.fd, op.address, op.offset);
            case Abi.IORING_OP_FSYNC -> linux.syscall(SystemCall.FSYNC, op.fd, 0, 0, 0);
            default -> -Errno.ENOSYS;
        };
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
