package io.laio;

import io.laio.linux.Epoll;
import io.laio.linux.Sockets;
import io.laio.ring.Abi;
import io.laio.ring.SubmissionQueue;

/**
 * Turns operations into entries of the submission queue. Every method answers false, and does nothing, if the queue is full.
 *
 * <p>An entry's user data is the operation's handle; of its cancellation, the handle with the sign bit. Handles start at
 * {@code 1 << 32} and are positive, so that neither meets the wake-up's.
 */
final class Entries {
    static final long WAKEUP = 1;

    private static final long CANCELLATION = Long.MIN_VALUE;
    private static final int MAX_LENGTH = 0x7ffff000; // MAX_RW_COUNT, include/linux/fs.h

    private final SubmissionQueue queue;

    Entries(SubmissionQueue queue) {
        this.queue = queue;
    }

    static boolean isCancellation(long userData) {
        return userData < 0;
    }

    static long cancelledHandle(long userData) {
        return userData & ~CANCELLATION;
    }

    /** Adds what is left to do of an operation. */
    boolean add(Operation op) {
        if (op.polling) {
            return addPoll(op);
        }
        int rest = (int) Math.min(op.remaining(), MAX_LENGTH); // more comes with the next entry
        return switch (op.opcode) {
            case Abi.IORING_OP_READ, Abi.IORING_OP_WRITE ->
                add(op, op.offset < 0 ? -1 : op.offset + op.transferred, op.address + op.transferred, rest, op.flags);
            case Abi.IORING_OP_RECV -> add(op, 0, op.address + op.transferred, rest, op.flags);
            case Abi.IORING_OP_SEND ->
                add(op, 0, op.address + op.transferred, rest, op.flags | Sockets.MSG_WAITALL | Sockets.MSG_NOSIGNAL);
            case Abi.IORING_OP_READV, Abi.IORING_OP_WRITEV -> {
                long vectors = op.vectors.remainder(op.transferred);
                yield add(op, op.offset < 0 ? -1 : op.offset + op.transferred, vectors, op.vectors.left(), op.flags);
            }
            case Abi.IORING_OP_SENDMSG ->
                add(op, 0, op.messageOfRemainder(), 1, op.flags | Sockets.MSG_WAITALL | Sockets.MSG_NOSIGNAL);
            default -> add(op, op.offset, op.address, (int) op.length, op.flags); // all 32 bits: there is no next entry
        };
    }

    /** Waits until the descriptor is ready, for a file that said EAGAIN although the entry was willing to wait. */
    private boolean addPoll(Operation op) {
        int events = op.isWriting() ? Epoll.EPOLLOUT : Epoll.EPOLLIN;
        return queue.add(Abi.IORING_OP_POLL_ADD, 0, op.fd, 0, 0, 0, events, op.handle());
    }

    private boolean add(Operation op, long offset, long address, int length, int flags) {
        if (!queue.add(op.opcode, op.entryFlags, op.fd, offset, address, length, flags, op.handle())) {
            return false;
        }
        if (op.secondFd != 0 || op.thirdAddress != 0) {
            queue.amend(op.secondFd, op.thirdAddress);
        }
        return true;
    }

    /** Adds the wish that an operation be given up. It is named by its handle, so it hits no other. */
    boolean addCancellation(Operation op) {
        return queue.add(Abi.IORING_OP_ASYNC_CANCEL, 0, -1, 0, op.handle(), 0, 0, CANCELLATION | op.handle());
    }

    /** Watches the counter that wakes the loop. */
    boolean addWakeup(int eventFd) {
        return queue.add(Abi.IORING_OP_POLL_ADD, 0, eventFd, 0, 0, Abi.IORING_POLL_ADD_MULTI, Epoll.EPOLLIN, WAKEUP);
    }
}
