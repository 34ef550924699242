package io.laio;

import io.laio.linux.FileStatus;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.SystemCall;

/**
 * sendfile(2), lazily. io_uring has no such operation, and no flag keeps the call from waiting for the disk: so the calling
 * thread sends only pages that mincore(2) has just seen in memory, on a socket that does not block, and a worker sends the
 * rest, piece by piece, so that it never waits long for a slow peer.
 *
 * <p>mincore(2) tells the truth only to the file's owner (Linux 5.2), so nobody else's files are tried.
 */
final class FileSender implements AutoCloseable {
    private static final int F_DUPFD_CLOEXEC = 1030; // include/uapi/linux/fcntl.h
    private static final int SEEK_CUR = 1; // include/uapi/linux/fs.h
    private static final int PAGE_BYTES = 4096;
    private static final int PIECE_BYTES = 256 << 10;
    private static final int PAGES = PIECE_BYTES / PAGE_BYTES + 1;

    private final Linux linux;
    private final DirectAttempt direct;
    private boolean complete;
    private final NativeBuffer scratch = new NativeBuffer(FileStatus.BYTES + PAGES + Long.BYTES);

    FileSender(Linux linux, DirectAttempt direct) {
        this.linux = linux;
        this.direct = direct;
    }

    /**
     * Sends what can be sent now, from a position or, if it is negative, from the file's own; bytes sent, or the error if the
     * first piece met one. {@link #isComplete} says whether anything is left.
     */
    long sendResident(int out, int in, long offset, long length) {
        complete = false;
        long from = offset < 0 ? linux.syscall(SystemCall.LSEEK, in, 0, SEEK_CUR, 0) : offset;
        if (from < 0 || !direct.neverBlocks(out) || !isOurs(in)) {
            return DirectAttempt.WOULD_BLOCK;
        }
        long possible = Math.max(0, Math.min(length, FileStatus.size(scratch.address()) - from));
        long sent = 0;
        while (sent < possible) {
            long piece = Math.min(possible - sent, PIECE_BYTES);
            if (!isResident(in, from + sent, piece)) {
                break;
            }
            long result = send(linux, out, in, offset < 0 ? -1 : offset + sent, piece, scratch.address());
            if (result <= 0) {
                return sent > 0 ? sent : result;
            }
            sent += result;
        }
        // Files of /proc have no size, but content.
        complete = sent == possible && (length == 0 || FileStatus.size(scratch.address()) > 0);
        return sent > 0 || complete ? sent : DirectAttempt.WOULD_BLOCK;
    }

    /** Whether the last try sent everything that was asked for and is there. */
    boolean isComplete() {
        return complete;
    }

    private boolean isOurs(int in) {
        if (linux.fstatx(in, scratch.address()) < 0) {
            return false;
        }
        int user = linux.geteuid();
        return user == 0 || FileStatus.owner(scratch.address()) == user;
    }

    private boolean isResident(int in, long offset, long length) {
        long start = offset & -PAGE_BYTES;
        long bytes = offset + length - start;
        long mapping = linux.mmap(bytes, MemoryMap.PROT_READ, MemoryMap.MAP_SHARED, in, start);
        if (mapping < 0 && mapping >= -Linux.MAX_ERRNO) {
            return false;
        }
        long pages = scratch.address() + FileStatus.BYTES;
        int result = linux.mincore(mapping, bytes, pages);
        linux.munmap(mapping, bytes);
        for (int i = 0; result == 0 && i < (bytes + PAGE_BYTES - 1) / PAGE_BYTES; i++) {
            result = (Memory.getByte(pages + i) & 1) - 1;
        }
        return result == 0;
    }

    private static long send(Linux linux, int out, int in, long offset, long length, long position) {
        Memory.putLong(position, offset);
        return linux.syscall(SystemCall.SENDFILE, out, in, offset < 0 ? 0 : position, length);
    }

    /** The operation gets a descriptor of its own for the file: the caller's may be closed while it goes on. */
    static int ownFile(Linux linux, Operation op, int in) {
        long duplicate = linux.syscall(SystemCall.FCNTL, in, F_DUPFD_CLOEXEC, 0, 0);
        op.secondFd = (int) duplicate;
        return (int) Math.min(0, duplicate);
    }

    /** A worker's step: one piece. */
    static long send(Linux linux, Operation op) {
        long offset = op.offset < 0 ? -1 : op.offset + op.transferred;
        return send(linux, op.fd, op.secondFd, offset, Math.min(op.remaining(), PIECE_BYTES), op.owned);
    }

    /** The operation is over: gives its descriptor back, and tells the caller of the raw call how far the file was sent. */
    static void ended(Linux linux, Operation op) {
        linux.close(op.secondFd);
        tellPosition(op.address, op.offset, op.transferred);
    }

    static void tellPosition(long position, long offset, long sent) {
        if (position != 0 && sent > 0) {
            Memory.putLong(position, offset + sent);
        }
    }

    @Override
    public void close() {
        scratch.close();
    }
}
