package io.laio.http.helper;

import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import org.jspecify.annotations.Nullable;

/**
 * What a helper is asked for, and everybody who waits for it: a range of a file, or a path. Kept and used again, so that a miss
 * leaves no garbage. Confined to the loop.
 */
final class HelperRequest {
    private static final int HOW = 0;
    private static final int CACHED_HOW = 32;
    private static final int PATH = 64;

    /** PATH_MAX of {@code include/uapi/linux/limits.h}: the longest path with its zero. */
    private static final int MAX_PATH_BYTES = 4096;

    private final @Nullable NativeBuffer memory;

    /** The file, or the directory that the path starts from. */
    int fd;

    long offset;

    /** Of the range, or of the path. */
    int length;

    /** How often a helper was given it, and how many of those died of it, or did not answer in time. */
    int asks;

    int deaths;
    int hangs;

    // Of the table that holds it.
    int hash;

    @Nullable
    HelperRequest nextInBucket;

    private @Nullable Waiter first;
    private @Nullable Waiter last;

    HelperRequest(HelperKind kind) {
        this.memory = kind == HelperKind.NAME ? new NativeBuffer(PATH + MAX_PATH_BYTES) : null;
    }

    void setRange(int file, long newOffset, int newLength) {
        fd = file;
        offset = newOffset;
        length = newLength;
        hash = mixed(31 * (31 * fd + Long.hashCode(offset)) + length);
        asks = 0;
        deaths = 0;
        hangs = 0;
    }

    /** Copies a path: the caller's is valid during its call only. */
    void setName(int directory, long path, long how) {
        fd = directory;
        offset = 0;
        int sum = 0;
        int at = 0;
        for (byte b = Memory.getByte(path); b != 0; b = Memory.getByte(path + at)) {
            Memory.putByte(path() + at++, b);
            sum = 31 * sum + b;
        }
        Memory.putByte(path() + at, (byte) 0);
        length = at;
        hash = mixed(sum);
        OpenHow.copy(how, how(), -1, 0);
        OpenHow.copy(how, cachedHow(), -1, OpenHow.RESOLVE_CACHED);
        asks = 0;
        deaths = 0;
        hangs = 0;
    }

    private static int mixed(int sum) {
        return sum ^ sum >>> 16;
    }

    boolean isSameAs(HelperRequest other) {
        boolean same = hash == other.hash && fd == other.fd && offset == other.offset && length == other.length;
        return same && (memory == null || hasSameName(other));
    }

    private boolean hasSameName(HelperRequest other) {
        for (int i = 0; i < OpenHow.BYTES; i += Long.BYTES) {
            if (Memory.getLong(how() + i) != Memory.getLong(other.how() + i)) {
                return false;
            }
        }
        for (int i = 0; i < length; i++) {
            if (Memory.getByte(path() + i) != Memory.getByte(other.path() + i)) {
                return false;
            }
        }
        return true;
    }

    void giveTo(Helper helper) {
        asks++;
        if (memory == null) {
            helper.read(fd, offset, length);
        } else {
            helper.convert(fd, path(), length, how());
        }
    }

    void add(Waiter waiter) {
        waiter.next = null;
        if (last == null) {
            first = waiter;
        } else {
            last.next = waiter;
        }
        last = waiter;
    }

    /** Empties the list of those who wait, and answers with its first. */
    @Nullable
    Waiter takeWaiters() {
        Waiter head = first;
        first = null;
        last = null;
        return head;
    }

    boolean hasWaiters() {
        return first != null;
    }

    long how() {
        return address() + HOW;
    }

    long cachedHow() {
        return address() + CACHED_HOW;
    }

    long path() {
        return address() + PATH;
    }

    private long address() {
        if (memory == null) {
            throw new IllegalStateException("a range has no path");
        }
        return memory.address();
    }

    void free() {
        if (memory != null) {
            memory.close();
        }
    }
}
