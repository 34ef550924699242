package io.laio.simulation;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Memory;

/** An eventfd. */
final class EventCounter extends Description {
    private long count;

    @Override
    int readiness() {
        return count > 0 ? Epoll.EPOLLIN | Epoll.EPOLLOUT : Epoll.EPOLLOUT;
    }

    @Override
    long read(long address, int length, long offset) {
        if (count == 0) {
            return -Errno.EAGAIN;
        }
        Memory.putLong(address, count);
        count = 0;
        return Long.BYTES;
    }

    @Override
    long write(long address, int length, long offset) {
        add(Memory.getLong(address));
        return Long.BYTES;
    }

    void add(long increment) {
        count += increment;
        changed();
    }
}
