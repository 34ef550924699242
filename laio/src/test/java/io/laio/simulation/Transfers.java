package io.laio.simulation;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.SystemCall;

/** One try at a system call, for whoever makes it: its value, an error, or {@code -EAGAIN} if it would have to wait. */
final class Transfers {
    private static final int IOV = 16; // struct msghdr: msg_iov, msg_iovlen
    private static final int IOV_LENGTH = 24;

    private final Chance chance;
    private final FileSystem files;

    Transfers(Chance chance, FileSystem files) {
        this.chance = chance;
        this.files = files;
    }

    /** A fault that strikes an operation on an open file, or 0. */
    long fault(Description on, SystemCall call) {
        if (chance.strikes(Trouble.INTERRUPTED)) {
            return on.faults.note(Errno.EINTR);
        }
        if (chance.strikes(Trouble.NO_MEMORY) && chance.oneIn(4)) {
            return on.faults.note(Errno.ENOMEM);
        }
        if (chance.strikes(Trouble.NO_SPACE) && on.isFile() && call == SystemCall.WRITE) {
            return on.faults.note(Errno.ENOSPC);
        }
        if (chance.strikes(Trouble.BROKEN) && chance.oneIn(2)) {
            return broken(on, call);
        }
        return 0;
    }

    private long broken(Description on, SystemCall call) {
        return switch (call) {
            case ACCEPT4 -> on.faults.note(chance.oneIn(2) ? Errno.EMFILE : Errno.ECONNABORTED);
            case CONNECT -> on.faults.note(Errno.ENETUNREACH);
            case READ, WRITE, FSYNC -> on.isFile() ? on.faults.note(Errno.EIO) : 0;
            default -> 0;
        };
    }

    /** Whether a try is to be told to come again, although it need not. */
    boolean again(Description on) {
        if (chance.strikes(Trouble.AGAIN)) {
            on.faults.note(Errno.EAGAIN);
            return true;
        }
        return false;
    }

    private int shortened(int length) {
        return length > 1 && chance.strikes(Trouble.SHORT) ? chance.some(length - 1) : length;
    }

    long read(Description file, long address, int length, long offset) {
        return file.read(address, shortened(length), offset);
    }

    long write(Description file, long address, int length, long offset) {
        if (file.isFile() && length > 0 && chance.strikes(Trouble.SHORT) && chance.oneIn(8)) {
            file.faults.noteNoProgress();
            return 0;
        }
        return file.write(address, shortened(length), offset);
    }

    /** Sends what a message header describes, from a position in it. */
    long sendMessage(Description socket, long message, long from) {
        long vectors = Memory.getLong(message + IOV);
        long count = Memory.getLong(message + IOV_LENGTH);
        long skip = from;
        long sent = 0;
        for (int i = 0; i < count; i++) {
            long base = Memory.getLong(vectors + 16L * i);
            long length = Memory.getLong(vectors + 16L * i + 8);
            long skipped = Math.min(skip, length);
            skip -= skipped;
            if (length > skipped) {
                long result = socket.write(base + skipped, shortened((int) (length - skipped)), -1);
                if (result < 0) {
                    return sent > 0 ? sent : result;
                }
                sent += result;
                if (result < length - skipped) {
                    return sent;
                }
            }
        }
        return sent;
    }

    static long messageBytes(long message) {
        long total = 0;
        for (int i = 0; i < Memory.getLong(message + IOV_LENGTH); i++) {
            total += Memory.getLong(Memory.getLong(message + IOV) + 16L * i + 8);
        }
        return total;
    }

    /** Opens; the error numbers are noted with the file system. */
    long open(long path, long how) {
        Description on = files;
        long fault = fault(on, SystemCall.OPENAT2);
        if (fault == 0 && chance.strikes(Trouble.BROKEN)) {
            fault = on.faults.note(Errno.EMFILE);
        }
        return fault != 0 ? fault : files.open(path, how);
    }
}
