package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import java.util.Arrays;

/** An open file on a disk. Its content is shared by all who opened it. */
final class DiskFile extends Description {
    /** What the directory knows. */
    static final class Inode {
        final int pattern;
        byte[] content;
        boolean neverNoWait;

        Inode(int pattern, byte[] content) {
            this.pattern = pattern;
            this.content = content;
        }
    }

    final Inode inode;
    private final UserMemory memory;
    private final boolean writable;
    private long position;

    DiskFile(UserMemory memory, Inode inode, boolean writable) {
        this.memory = memory;
        this.inode = inode;
        this.writable = writable;
    }

    @Override
    boolean isFile() {
        return true;
    }

    @Override
    boolean neverNoWait() {
        return inode.neverNoWait;
    }

    @Override
    int readiness() {
        return Epoll.EPOLLIN | Epoll.EPOLLOUT;
    }

    @Override
    long read(long address, int length, long offset) {
        long at = offset < 0 ? position : offset;
        int got = (int) Math.max(0, Math.min(length, inode.content.length - at));
        if (got > 0) {
            memory.write(address, Arrays.copyOfRange(inode.content, (int) at, (int) at + got), got);
        }
        position = offset < 0 ? position + got : position;
        return got;
    }

    @Override
    long write(long address, int length, long offset) {
        if (!writable) {
            return -Errno.EBADF;
        }
        long at = offset < 0 ? position : offset;
        int end = (int) at + length;
        if (end > inode.content.length) {
            inode.content = Arrays.copyOf(inode.content, end);
        }
        System.arraycopy(memory.read(address, length), 0, inode.content, (int) at, length);
        position = offset < 0 ? end : position;
        return length;
    }
}
