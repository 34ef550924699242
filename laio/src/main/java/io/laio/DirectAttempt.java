package io.laio;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.BitSet;

/**
 * Tries a call in the calling thread in the form that never blocks. The answer is the call's own, or
 * {@link #WOULD_BLOCK}, also where the file system has no such form.
 */
final class DirectAttempt implements AutoCloseable {
    /** The call must go on in the background. */
    static final long WOULD_BLOCK = -Errno.EAGAIN;

    private static final int MESSAGE = 32;
    private static final int F_GETFL = 3; // include/uapi/asm-generic/fcntl.h

    private final Linux linux;
    private final NativeBuffer scratch = new NativeBuffer(MESSAGE + Operation.OWNED_BYTES);
    private final BitSet nonBlocking = new BitSet();

    DirectAttempt(Linux linux) {
        this.linux = linux;
    }

    long read(int fd, long address, long length, long offset) {
        IoVector.put(scratch.address(), address, length);
        return verdict(linux.preadv2(fd, scratch.address(), 1, offset, IoVector.RWF_NOWAIT));
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
        return verdict(linux.sendmsg(fd, header, flags | Sockets.MSG_DONTWAIT | Sockets.MSG_NOSIGNAL));
    }

    long open(int directory, long path, long how) {
        // RESOLVE_CACHED says EAGAIN for what would need the disk. It is refused with O_CREAT and O_TRUNC (openat2(2)).
        long copy = scratch.address();
        OpenHow.copy(how, copy, -1, OpenHow.RESOLVE_CACHED);
        long result = linux.openat2(directory, path, copy);
        return result == -Errno.EINVAL ? WOULD_BLOCK : verdict(result);
    }

    long accept(int fd, int flags) {
        return neverBlocks(fd) ? verdict(linux.accept4(fd, 0, 0, flags)) : WOULD_BLOCK;
    }

    /** There is no flag that keeps accept from blocking but the socket's own, which is asked for once. */
    private boolean neverBlocks(int fd) {
        if (fd < 0) {
            return false;
        }
        if (!nonBlocking.get(fd)) {
            long flags = linux.syscall(SystemCall.FCNTL, fd, F_GETFL, 0, 0);
            if (flags < 0 || (flags & OpenHow.O_NONBLOCK) == 0) {
                return false;
            }
            nonBlocking.set(fd);
        }
        return true;
    }

    /** The descriptor is about to be closed: its number may soon mean another. */
    void forget(int fd) {
        if (fd >= 0) {
            nonBlocking.clear(fd);
        }
    }

    private static long verdict(long result) {
        return result == -Errno.EOPNOTSUPP || result == -Errno.EINTR ? WOULD_BLOCK : result;
    }

    @Override
    public void close() {
        scratch.close();
    }
}
