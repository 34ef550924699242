package io.laio.simulation;

import io.laio.SimulatedLaio;
import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;

/** System calls on files, pipes and sockets, as one thread makes them. Where it would have to wait, BLOCKED is the answer. */
final class FileCalls {
    private static final long BLOCKED = SimulatedLaio.BLOCKED;

    private final Machine machine;
    private final Transfers transfers;
    private final boolean mayUseDisk;

    /** @param mayUseDisk whether the thread may wait for the disk; else that is BLOCKED too */
    FileCalls(Machine machine, boolean mayUseDisk) {
        this.machine = machine;
        this.transfers = machine.transfers();
        this.mayUseDisk = mayUseDisk;
    }

    long make(SystemCall call, int fd, long b, long c, long d, long f) {
        if (call == SystemCall.OPENAT2) {
            return open(b, c);
        }
        Description file = machine.descriptors().find(fd);
        if (file == null) {
            return -Errno.EBADF;
        }
        if (file instanceof EventCounter) {
            return call == SystemCall.READ ? file.read(b, (int) c, -1) : file.write(b, (int) c, -1);
        }
        boolean noWait = isNoWait(call, file, c, d, f);
        if (noWait && transfers.again(file)) {
            return -Errno.EAGAIN;
        }
        if (file.isFile() && !noWait && !mayUseDisk) {
            return BLOCKED;
        }
        long fault = transfers.fault(file, kindOf(call));
        long result = fault != 0 ? fault : attempt(call, file, b, (int) c, d);
        return result == -Errno.EAGAIN ? blocked(call, file, noWait) : result;
    }

    private static boolean isNoWait(SystemCall call, Description file, long c, long d, long f) {
        return switch (call) {
            case RECVFROM, SENDTO -> file.nonBlocking || (d & Sockets.MSG_DONTWAIT) != 0;
            case SENDMSG -> file.nonBlocking || (c & Sockets.MSG_DONTWAIT) != 0;
            case PREADV2, PWRITEV2 -> (f & IoVector.RWF_NOWAIT) != 0;
            default -> file.nonBlocking;
        };
    }

    private static long blocked(SystemCall call, Description file, boolean noWait) {
        if (call == SystemCall.CONNECT && noWait) {
            return file.isFirstConnect() ? -Errno.EINPROGRESS : -Errno.EALREADY;
        }
        return noWait ? -Errno.EAGAIN : BLOCKED;
    }

    private static SystemCall kindOf(SystemCall call) {
        return switch (call) {
            case READ, PREAD64, PREADV2 -> SystemCall.READ;
            case WRITE, PWRITE64, PWRITEV2 -> SystemCall.WRITE;
            default -> call;
        };
    }

    private long attempt(SystemCall call, Description file, long b, int c, long d) {
        boolean forSockets = call == SystemCall.RECVFROM || call == SystemCall.SENDTO || call == SystemCall.SENDMSG;
        if (forSockets && !file.isSocket()) {
            return -Description.ENOTSOCK;
        }
        return switch (call) {
            case PREADV2, PWRITEV2 -> vectored(call, file, b, d);
            case READ, RECVFROM -> transfers.read(file, b, c, -1);
            case PREAD64 -> transfers.read(file, b, c, d);
            case WRITE, SENDTO -> transfers.write(file, b, c, -1);
            case PWRITE64 -> transfers.write(file, b, c, d);
            case SENDMSG -> transfers.sendMessage(file, b, 0);
            case ACCEPT4 -> file.accept((int) d);
            case CONNECT -> file.connect(0);
            case FSYNC -> file.isFile() ? 0 : -Errno.EINVAL;
            default -> throw new AssertionError(call + " is not simulated");
        };
    }

    private long vectored(SystemCall call, Description file, long vector, long offset) {
        if (file.neverNoWait()) {
            return -Errno.EOPNOTSUPP;
        }
        if (file.isFile() && machine.chance().strikes(Trouble.UNCACHED)) {
            return -Errno.EAGAIN;
        }
        int length = (int) Math.min(Memory.getLong(vector + 8), Integer.MAX_VALUE);
        long base = Memory.getLong(vector);
        return call == SystemCall.PREADV2
                ? transfers.read(file, base, length, offset)
                : transfers.write(file, base, length, offset);
    }

    private long open(long path, long how) {
        boolean cached = (Memory.getLong(how + 16) & OpenHow.RESOLVE_CACHED) != 0; // struct open_how: resolve
        if (cached && machine.chance().strikes(Trouble.UNCACHED)) {
            return -Errno.EAGAIN;
        }
        return cached || mayUseDisk ? transfers.open(path, how) : BLOCKED;
    }
}
