package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import io.laio.ring.Abi;
import java.util.BitSet;

/**
 * Tries a call in the calling thread in the form that never blocks. The answer is the call's own, or
 * {@link #WOULD_BLOCK}, also where the file system has no such form.
 */
final class DirectAttempt implements AutoCloseable {
    /** The call must go on in the background. */
    static final long WOULD_BLOCK = -Errno.EAGAIN;

    private static final int MESSAGE = 32;
    private static final int SEEK_CUR = 1; // include/uapi/linux/fs.h
    private static final int F_GETFL = 3; // include/uapi/asm-generic/fcntl.h
    private static final int SO_TYPE = 3; // include/uapi/asm-generic/socket.h

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(MESSAGE + Operation.OWNED_BYTES);
    private final BitSet positioned = new BitSet();
    private final CachedOpen opener;
    private final BitSet unwilling = new BitSet(); // descriptors whose writes have no form that never blocks

    DirectAttempt(Linux linux) {
        this.linux = linux;
        this.opener = new CachedOpen(linux);
    }

    /** Whether there is a form of the operation's call that never blocks. */
    boolean canTry(Operation op) {
        return switch (op.opcode) {
            case Abi.IORING_OP_READ,
                    Abi.IORING_OP_WRITE,
                    Abi.IORING_OP_READV,
                    Abi.IORING_OP_WRITEV,
                    Operation.WHEN_READY,
                    Abi.IORING_OP_RECV,
                    Abi.IORING_OP_SEND,
                    Abi.IORING_OP_SENDMSG,
                    Abi.IORING_OP_OPENAT2 -> true;
            case Abi.IORING_OP_ACCEPT -> acceptNeverWaits(op.fd);
            case Abi.IORING_OP_CONNECT -> neverBlocks(op.fd);
            default -> false;
        };
    }

    /** Tries what is left to do of an operation. */
    long attempt(Operation op) {
        long rest = op.remaining();
        long position = op.offset < 0 ? -1 : op.offset + op.transferred;
        return switch (op.opcode) {
            case Abi.IORING_OP_READ -> unlessRefused(op, tryRead(op.fd, op.address + op.transferred, rest, position));
            case Abi.IORING_OP_WRITE -> unlessRefused(op, tryWrite(op.fd, op.address + op.transferred, rest, position));
            case Abi.IORING_OP_READV, Abi.IORING_OP_WRITEV ->
                unlessRefused(op, WorkerStep.vectored(linux, op, position, op.flags | IoVector.RWF_NOWAIT));
            case Operation.WHEN_READY -> again(op, verdict(WorkerStep.plain(linux, op)));
            case Abi.IORING_OP_RECV -> recv(op.fd, op.address + op.transferred, rest, op.flags);
            case Abi.IORING_OP_SEND -> send(op.fd, op.address + op.transferred, rest, op.flags);
            case Abi.IORING_OP_SENDMSG -> sendMessage(op.fd, op.messageOfRemainder(), op.flags);
            case Abi.IORING_OP_OPENAT2 -> open(op.fd, op.address, op.offset);
            case Abi.IORING_OP_ACCEPT -> accept(op.fd, op.flags);
            case Abi.IORING_OP_CONNECT -> linux.connect(op.fd, op.address, (int) op.offset);
            default -> WOULD_BLOCK;
        };
    }

    /** An epoll instance that was ready may have nothing any more: an event that was taken back is none. */
    private static long again(Operation op, long result) {
        boolean isEpoll = op.call == SystemCall.EPOLL_WAIT
                || op.call == SystemCall.EPOLL_PWAIT
                || op.call == SystemCall.EPOLL_PWAIT2;
        return result == 0 && isEpoll ? WOULD_BLOCK : result;
    }

    /** Where reads or writes have no form that never blocks, a worker makes the call when the descriptor is ready. */
    private static long unlessRefused(Operation op, long result) {
        op.eager |= result == -Errno.EOPNOTSUPP;
        return willing(result);
    }

    long write(int fd, long address, long length, long offset) {
        return willing(tryWrite(fd, address, length, offset));
    }

    private long tryWrite(int fd, long address, long length, long offset) {
        if (fd < 0 || unwilling.get(fd)) {
            return -Errno.EOPNOTSUPP;
        }
        IoVector.put(scratch.address(), address, length);
        long result = linux.pwritev2(fd, scratch.address(), 1, offset, IoVector.RWF_NOWAIT);
        if (result == -Errno.EOPNOTSUPP) {
            unwilling.set(fd); // most file systems: not to be asked for each write
        }
        return result;
    }

    long read(int fd, long address, long length, long offset) {
        return willing(tryRead(fd, address, length, offset));
    }

    private long tryRead(int fd, long address, long length, long offset) {
        IoVector.put(scratch.address(), address, length);
        return linux.preadv2(fd, scratch.address(), 1, offset, IoVector.RWF_NOWAIT);
    }

    long recv(int fd, long address, long length, int flags) {
        return verdict(linux.recv(fd, address, length, flags | Sockets.MSG_DONTWAIT));
    }

    long send(int fd, long address, long length, int flags) {
        return verdict(linux.send(fd, address, length, flags | Sockets.MSG_DONTWAIT | Sockets.MSG_NOSIGNAL));
    }

    long send(int fd, long first, long firstLength, long second, long secondLength, int flags) {
        long header = scratch.address() + MESSAGE;
        long vectors = header + MessageHeader.BYTES;
        IoVector.put(vectors, first, firstLength);
        IoVector.put(vectors + IoVector.BYTES, second, secondLength);
        MessageHeader.put(header, vectors, 2);
        return sendMessage(fd, header, flags);
    }

    private long sendMessage(int fd, long message, int flags) {
        return verdict(linux.sendmsg(fd, message, flags | Sockets.MSG_DONTWAIT | Sockets.MSG_NOSIGNAL));
    }

    long open(int directory, long path, long how) {
        return opener.open(directory, path, how);
    }

    /** Whether what was last opened is neither a file nor a directory: a FIFO waits for a peer, a device for anything. */
    boolean openedMayWait() {
        return opener.mayWait();
    }

    long accept(int fd, int flags) {
        return acceptNeverWaits(fd) ? verdict(linux.accept4(fd, 0, 0, flags)) : WOULD_BLOCK;
    }

    /** What does not listen says so at once, and would never be ready. */
    private boolean acceptNeverWaits(int fd) {
        if (neverBlocks(fd)) {
            return true;
        }
        long listens = scratch.address();
        Memory.putInt(listens, 0);
        Memory.putInt(listens + Integer.BYTES, Integer.BYTES);
        linux.getsockopt(fd, Sockets.SOL_SOCKET, Sockets.SO_ACCEPTCONN, listens, listens + Integer.BYTES);
        return Memory.getInt(listens) == 0;
    }

    /**
     * There is no flag that keeps accept from blocking but the socket's own. It is asked for each time: the number may have
     * been closed, or the flag cleared, behind the library's back, and then the loop itself would wait.
     */
    boolean neverBlocks(int fd) {
        long flags = linux.syscall(SystemCall.FCNTL, fd, F_GETFL, 0, 0);
        return flags >= 0 && (flags & OpenHow.O_NONBLOCK) != 0;
    }

    /**
     * Whether a position means nothing there, so that a positioned read or write is ESPIPE: a pipe, a socket. io_uring takes
     * no notice of the position and waits for data, so it is found out once for each descriptor.
     */
    boolean hasNoPosition(int fd) {
        if (fd < 0 || positioned.get(fd)) {
            return false;
        }
        boolean none = linux.syscall(SystemCall.LSEEK, fd, 0, SEEK_CUR, 0) == -Errno.ESPIPE;
        if (!none) {
            positioned.set(fd);
        }
        return none;
    }

    /** Says why nothing will ever be accepted on a descriptor, as accept4 would: a negated error number, or 0. */
    long whyNeverAccepts(int fd) {
        int listens = socketOption(fd, Sockets.SO_ACCEPTCONN);
        return listens == 0 ? -Errno.EINVAL : Math.min(0, listens);
    }

    /** Whether a socket is a stream, without bounds between what was sent at once. */
    boolean isStream(int fd) {
        return socketOption(fd, SO_TYPE) == Sockets.SOCK_STREAM;
    }

    private int socketOption(int fd, int option) {
        long value = scratch.address();
        long length = value + Long.BYTES;
        Memory.putInt(length, Integer.BYTES);
        int result = linux.getsockopt(fd, Sockets.SOL_SOCKET, option, value, length);
        return result < 0 ? result : Memory.getInt(value);
    }

    /** The descriptor is about to be closed: its number may soon mean another. */
    void forget(int fd) {
        if (fd >= 0) {
            unwilling.clear(fd);
            positioned.clear(fd);
        }
    }

    /** To RWF_NOWAIT a file system may say that it has no such form. */
    private static long willing(long result) {
        return result == -Errno.EOPNOTSUPP ? WOULD_BLOCK : verdict(result);
    }

    /** From a socket, EOPNOTSUPP is the answer: to try that again would spin. */
    private static long verdict(long result) {
        return result == -Errno.EINTR ? WOULD_BLOCK : result;
    }

    @Override
    public void close() {
        scratch.close();
        opener.close();
    }
}
