package io.laio;

import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;

/** Ends a loop's wait from any thread, by writing to its event counter; writes that come together count as one. */
final class Waker implements AutoCloseable {
    private final Linux linux;
    private final NativeBuffer one = new NativeBuffer(Long.BYTES);
    private final int eventFd;
    private boolean closed;

    /** @param linux the kernel, for whoever wakes: one at a time */
    Waker(Linux linux, int eventFd) {
        this.linux = linux;
        this.eventFd = eventFd;
        Memory.putLong(one.address(), 1);
    }

    synchronized void wake() {
        if (!closed) {
            linux.write(eventFd, one.address(), Long.BYTES);
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        one.close();
    }
}
