package io.laio.http.helper;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A kernel with files only, in which a test decides what is in memory: of a file so many bytes from its beginning, of names
 * those that were looked up. A call that has to wait takes {@link #DISK_NANOS} and is written down.
 */
final class FakeFiles implements Linux {
    static final long DISK_NANOS = 5_000_000;
    static final int FIRST_OPENED = 1_000;

    private static final int RESOLVE = 16;

    private final FakeClock clock;
    private final Map<Integer, Integer> bytes = new HashMap<>();
    private final Map<Integer, Integer> resident = new HashMap<>();
    private final Set<String> existing = new HashSet<>();
    private final Set<String> lookedUp = new HashSet<>();
    final List<String> waits = new ArrayList<>();
    boolean knowsResidency = true;
    int readErrno;
    int interruptions;
    private int opened;

    FakeFiles(FakeClock clock) {
        this.clock = clock;
    }

    FakeFiles file(int fd, int length) {
        bytes.put(fd, length);
        resident.put(fd, 0);
        return this;
    }

    FakeFiles name(String path) {
        existing.add(path);
        return this;
    }

    /** Brings a file into memory from its beginning, or evicts what lies behind. */
    void keep(int fd, int residentBytes) {
        resident.put(fd, residentBytes);
    }

    void evictNames() {
        lookedUp.clear();
    }

    int opened() {
        return opened;
    }

    static byte content(int fd, long offset) {
        return (byte) (31L * fd + offset * 7 + offset / 256);
    }

    @Override
    public long syscall(int number, long a, long b, long c, long d, long e, long f) {
        return switch (SystemCall.ofNumber(number)) {
            case PREAD64 -> wait("pread " + a, read((int) a, b, (int) c, d, true));
            case PREADV2 -> interruptions > 0 && interruptions-- > 0 ? -Errno.EINTR : readNow((int) a, b, d, f);
            case OPENAT2 -> open(text(b), (Memory.getLong(c + RESOLVE) & OpenHow.RESOLVE_CACHED) != 0);
            case null, default -> throw new AssertionError("unexpected system call " + number);
        };
    }

    private long readNow(int fd, long vector, long offset, long flags) {
        if (flags != IoVector.RWF_NOWAIT) {
            throw new AssertionError("a read that may wait: " + flags);
        }
        if (!knowsResidency) {
            return -Errno.EOPNOTSUPP;
        }
        return read(fd, Memory.getLong(vector), (int) Memory.getLong(vector + Long.BYTES), offset, false);
    }

    private long read(int fd, long address, int length, long offset, boolean mayWait) {
        int end = bytes.getOrDefault(fd, -1);
        if (end < 0) {
            return -Errno.EBADF;
        }
        if (mayWait && readErrno != 0) {
            return -readErrno;
        }
        if (mayWait) {
            resident.merge(fd, (int) Math.min(end, offset + length), Math::max);
        }
        if (offset >= end) {
            return 0;
        }
        int got = (int) Math.min(length, Math.min(end, resident.getOrDefault(fd, 0)) - offset);
        for (int i = 0; i < got; i++) {
            Memory.putByte(address + i, content(fd, offset + i));
        }
        return got <= 0 ? -Errno.EAGAIN : got;
    }

    private long open(String path, boolean cachedOnly) {
        if (cachedOnly && !lookedUp.contains(path)) {
            return knowsResidency ? -Errno.EAGAIN : -Errno.EINVAL;
        }
        lookedUp.add(path);
        long result = existing.contains(path) ? FIRST_OPENED + opened++ : -Errno.ENOENT;
        return cachedOnly ? result : wait("open " + path, result);
    }

    private long wait(String call, long result) {
        if (result != 0) { // at the end of a file nothing is waited for
            waits.add(call);
            clock.pass(DISK_NANOS);
        }
        return result;
    }

    /** What a helper does, which takes the loop no time. */
    int readByHelper(int fd, long offset, int length) {
        if (readErrno != 0) {
            return -readErrno;
        }
        int end = bytes.getOrDefault(fd, 0);
        resident.merge(fd, (int) Math.min(end, offset + length), Math::max);
        return Math.clamp(end - offset, 0, length);
    }

    int convertByHelper(String path) {
        lookedUp.add(path);
        return existing.contains(path) ? 0 : -Errno.ENOENT;
    }

    static String text(long address) {
        StringBuilder text = new StringBuilder();
        for (byte b = Memory.getByte(address); b != 0; b = Memory.getByte(address + text.length())) {
            text.append((char) b);
        }
        return text.toString();
    }
}
