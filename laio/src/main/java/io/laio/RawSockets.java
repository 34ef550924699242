package io.laio;

import io.laio.Operation.Extent;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;

/**
 * Calls on sockets, by number. Each is tried once in the form that does not wait, and again whenever the socket is ready.
 * A caller who himself says {@code MSG_DONTWAIT} does not want to wait, and gets the plain call.
 */
final class RawSockets implements AutoCloseable {
    private static final int MSG_ERRQUEUE = 0x2000; // include/linux/socket.h; it never waits
    private static final int MSG_WAITFORONE = 0x10000; // include/linux/socket.h
    private static final int SO_TYPE = 3; // include/uapi/asm-generic/socket.h
    private static final int HEADER_NAME = 0; // struct user_msghdr, include/linux/socket.h
    private static final int HEADER_NAME_LENGTH = 8;
    private static final int HEADER = 16;
    private static final int VECTOR = HEADER + MessageHeader.BYTES;

    private final SocketCalls sockets;
    private final Caller caller;
    private final RawCalls calls;
    private final Laziness laziness;
    private final NativeBuffer scratch = new NativeBuffer(VECTOR + IoVector.BYTES);

    RawSockets(SocketCalls sockets, Caller caller, RawCalls calls, Laziness laziness) {
        this.sockets = sockets;
        this.caller = caller;
        this.calls = calls;
        this.laziness = laziness;
    }

    /** Whether a call is one of these. */
    static boolean has(SystemCall call) {
        return switch (call) {
            case ACCEPT, ACCEPT4, RECVFROM, SENDTO, RECVMSG, SENDMSG, RECVMMSG, SENDMMSG -> true;
            default -> false;
        };
    }

    long make(SystemCall call, long[] of) {
        int flagsAt = call == SystemCall.RECVMSG || call == SystemCall.SENDMSG ? 2 : 3;
        boolean accepts = call == SystemCall.ACCEPT || call == SystemCall.ACCEPT4;
        if (!accepts && (of[flagsAt] & (Sockets.MSG_DONTWAIT | MSG_ERRQUEUE)) != 0) {
            int error = caller.admit(call, (int) of[0], 0);
            return error != 0 ? caller.failed(error) : caller.answer(calls.plain(call));
        }
        return switch (call) {
            case ACCEPT -> accept(call, of, 0);
            case ACCEPT4 -> accept(call, of, of[3]);
            case RECVFROM ->
                of[4] == 0
                        ? sockets.recv(call, (int) of[0], of[1], of[2], (int) of[3], laziness)
                        : whenReady(call, of, Extent.ONE_RESULT);
            case RECVMSG -> whenReady(call, of, Extent.ONE_RESULT);
            case RECVMMSG -> receiveSeveral(call, of);
            case SENDMMSG -> sendSeveral(call, of);
            case SENDMSG -> send(call, (int) of[0], of[1], (int) of[2]);
            default -> sendTo(call, of);
        };
    }

    /** Without MSG_WAITFORONE, recvmmsg(2) waits until all messages are there. */
    private long receiveSeveral(SystemCall call, long[] of) {
        if (of[4] != 0) {
            return calls.onWorker(call); // its time limit would begin again with every try
        }
        boolean one = (of[3] & MSG_WAITFORONE) != 0;
        return whenReady(call, of, one ? Extent.ONE_RESULT : Extent.UNTIL_END_OF_FILE);
    }

    /** Part of a message of a stream would count as a message, so a stream's are sent by a call that waits. */
    private long sendSeveral(SystemCall call, long[] of) {
        long type = scratch.address();
        Memory.putInt(type, 0);
        Memory.putInt(type + Integer.BYTES, Integer.BYTES);
        int result = caller.linux.getsockopt((int) of[0], Sockets.SOL_SOCKET, SO_TYPE, type, type + Integer.BYTES);
        boolean isStream = result == 0 && Memory.getInt(type) == Sockets.SOCK_STREAM;
        of[3] |= Sockets.MSG_NOSIGNAL;
        return isStream ? calls.onWorker(call) : whenReady(call, of, Extent.UNTIL_END_OF_FILE);
    }

    /** With an address it is a message, so that all of it is sent. */
    private long sendTo(SystemCall call, long[] of) {
        if (of[4] == 0) {
            return sockets.send(call, (int) of[0], of[1], of[2], 0, 0, (int) of[3], laziness);
        }
        IoVector.put(scratch.address() + VECTOR, of[1], of[2]);
        MessageHeader.put(scratch.address() + HEADER, scratch.address() + VECTOR, 1);
        Memory.putLong(scratch.address() + HEADER + HEADER_NAME, of[4]);
        Memory.putInt(scratch.address() + HEADER + HEADER_NAME_LENGTH, (int) of[5]);
        return send(call, (int) of[0], scratch.address() + HEADER, (int) of[3]);
    }

    private long send(SystemCall call, int fd, long message, int flags) {
        int error = caller.admit(call, fd, 0);
        if (error != 0 || message == 0) {
            return caller.failed(error != 0 ? error : Errno.EFAULT);
        }
        Operation op = caller.begin(Extent.EVERYTHING, Abi.IORING_OP_SENDMSG, fd, laziness);
        op.vectored = true;
        Memory.copy(message, op.owned, MessageHeader.BYTES);
        op.length = op.vectors.copy(MessageHeader.vectors(message), MessageHeader.vectorCount(message));
        op.flags = flags;
        return op.length < 0 ? caller.giveUp(op, Errno.EMSGSIZE) : caller.tryThenBackground(op);
    }

    private long accept(SystemCall call, long[] of, long flags) {
        if (of[1] == 0) {
            return sockets.accept(call, (int) of[0], (int) flags, laziness);
        }
        // With the peer's address: again when ready if the listener does not block, else by a worker.
        return caller.direct.neverBlocks((int) of[0]) ? whenReady(call, of, Extent.DESCRIPTOR) : calls.onWorker(call);
    }

    /** Once in the form that does not wait, and again whenever the descriptor is ready. */
    private long whenReady(SystemCall call, long[] of, Extent extent) {
        int fd = (int) of[0];
        int error = caller.admit(call, fd, 0);
        if (error != 0) {
            return caller.failed(error);
        }
        if (extent != Extent.DESCRIPTOR) {
            of[call == SystemCall.RECVMSG ? 2 : 3] |= Sockets.MSG_DONTWAIT;
        }
        long result = laziness == Laziness.OFF ? DirectAttempt.WOULD_BLOCK : calls.plain(call);
        long messages = extent == Extent.UNTIL_END_OF_FILE ? Integer.toUnsignedLong((int) of[2]) : 0;
        boolean over = result < messages ? result < 0 && !isAgain(result) : !isAgain(result);
        if (over || result == 0) {
            return caller.answer(result);
        }
        Operation op = caller.begin(extent, Operation.WHEN_READY, fd, laziness);
        op.plain(of[0], of[1], of[2], of[3], of[4], of[5]);
        op.length = messages;
        op.transferred = Math.max(0, result);
        op.tried = laziness != Laziness.OFF;
        op.polling = op.tried; // else a worker tries first: what is no socket is never ready, but a mistake
        op.byWorker = !op.tried;
        return caller.background(op);
    }

    private static boolean isAgain(long result) {
        return result == DirectAttempt.WOULD_BLOCK || result == -Errno.EINTR;
    }

    /** The plain call for what is left of several messages. */
    static long makeRest(Linux linux, Operation op) {
        long[] of = op.arguments;
        long next = of[1] + op.transferred * MessageHeader.WITH_LENGTH_BYTES;
        return linux.syscall(op.call.number(), of[0], next, op.remaining(), of[3], of[4], of[5]);
    }

    @Override
    public void close() {
        scratch.close();
    }
}
