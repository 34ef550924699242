package io.laio.simulation;

import io.laio.linux.Errno;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;

/** Which system call an entry of a ring stands for. */
final class RequestCalls {
    private final Transfers transfers;

    RequestCalls(Transfers transfers) {
        this.transfers = transfers;
    }

    /** Whether it is complete only with all that it asks for. */
    static boolean wantsAll(Request request) {
        boolean stream = request.opcode == Uapi.IORING_OP_SEND
                || request.opcode == Uapi.IORING_OP_SENDMSG
                || request.opcode == Uapi.IORING_OP_RECV;
        return stream && (request.flags & Sockets.MSG_WAITALL) != 0;
    }

    static long total(Request request) {
        return request.opcode == Uapi.IORING_OP_SENDMSG ? Transfers.messageBytes(request.address) : request.length;
    }

    /** Tries what is left to do: a value, an error, or {@code -EAGAIN} if it would have to wait. */
    long perform(Request request) {
        Description file = request.file;
        if (request.opcode == Uapi.IORING_OP_OPENAT2) {
            return transfers.open(request.address, request.offset);
        }
        if (file == null) {
            throw new AssertionError("checked when it was taken");
        }
        long fault = transfers.fault(file, callOf(request));
        return fault != 0 ? fault : perform(request, file);
    }

    private long perform(Request r, Description file) {
        boolean socketCall = r.opcode == Uapi.IORING_OP_SEND || r.opcode == Uapi.IORING_OP_RECV;
        if (socketCall && !file.isSocket()) {
            return -Description.ENOTSOCK;
        }
        int rest = (int) (r.length - r.done);
        return switch (r.opcode) {
            case Uapi.IORING_OP_READ -> transfers.read(file, r.address, r.length, r.offset);
            case Uapi.IORING_OP_WRITE -> transfers.write(file, r.address, r.length, r.offset);
            case Uapi.IORING_OP_RECV -> transfers.read(file, r.address + r.done, rest, -1);
            case Uapi.IORING_OP_SEND -> transfers.write(file, r.address + r.done, rest, -1);
            case Uapi.IORING_OP_SENDMSG -> transfers.sendMessage(file, r.address, r.done);
            case Uapi.IORING_OP_ACCEPT -> file.accept(r.flags);
            case Uapi.IORING_OP_CONNECT -> file.connect(0);
            case Uapi.IORING_OP_FSYNC -> file.isFile() ? 0 : -Errno.EINVAL;
            default -> -Errno.EINVAL;
        };
    }

    private static SystemCall callOf(Request request) {
        return switch (request.opcode) {
            case Uapi.IORING_OP_READ, Uapi.IORING_OP_RECV -> SystemCall.READ;
            case Uapi.IORING_OP_ACCEPT -> SystemCall.ACCEPT4;
            case Uapi.IORING_OP_CONNECT -> SystemCall.CONNECT;
            case Uapi.IORING_OP_FSYNC -> SystemCall.FSYNC;
            default -> SystemCall.WRITE;
        };
    }
}
