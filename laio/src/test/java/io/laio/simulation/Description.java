package io.laio.simulation;

import io.laio.linux.Errno;
import java.util.ArrayList;
import java.util.List;

/**
 * What the kernel calls an open file description. Descriptors and requests in flight hold it; it ends with the last of them.
 * Every transfer answers at once: with its value, or with {@code -EAGAIN} where it would have to wait.
 */
abstract class Description {
    static final int ENOTSOCK = 88; // include/uapi/asm-generic/errno.h

    final FaultLog faults = new FaultLog();
    boolean nonBlocking;
    boolean inVain; // it may be said to be ready when it is not
    int inFlight; // requests of a ring

    private final List<Runnable> watchers = new ArrayList<>();
    private int holders;
    private boolean ended;

    /** Whether a transfer waits for a disk, not for readiness. */
    boolean isFile() {
        return false;
    }

    /** {@code EPOLL*} bits. */
    abstract int readiness();

    long read(long address, int length, long offset) {
        return -Errno.EINVAL;
    }

    long write(long address, int length, long offset) {
        return -Errno.EINVAL;
    }

    long accept(int flags) {
        return -ENOTSOCK;
    }

    long connect(int port) {
        return -ENOTSOCK;
    }

    /** Whether the last connect was the one that began it. */
    boolean isFirstConnect() {
        return false;
    }

    /** Whether there is no form of reading and writing that never waits: overlayfs, tmpfs, terminals. */
    boolean neverNoWait() {
        return false;
    }

    boolean isSocket() {
        return false;
    }

    /** The last holder is gone. */
    void ended() {}

    final boolean isEnded() {
        return ended;
    }

    final void hold() {
        holders++;
    }

    final void release() {
        if (--holders == 0) {
            ended = true;
            ended();
        }
    }

    final void watch(Runnable watcher) {
        watchers.add(watcher);
    }

    final void unwatch(Runnable watcher) {
        watchers.remove(watcher);
    }

    /** Something happened that watchers may have waited for. */
    final void changed() {
        for (Runnable watcher : List.copyOf(watchers)) {
            watcher.run();
        }
    }
}
