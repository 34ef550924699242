package io.laio.simulation;

import io.laio.linux.Memory;
import org.jspecify.annotations.Nullable;

/** An entry of a submission queue that the kernel has taken. Offsets: {@code struct io_uring_sqe}. */
final class Request {
    /** Where it is. */
    enum State {
        /** About to be tried, by whom ever. */
        QUEUED,
        /** Waits until its file is ready. */
        WAITING,
        /** Complete. */
        OVER
    }

    final int opcode;
    final boolean async;
    final int fd;
    final long offset;
    final long address;
    final int length;
    final int flags;
    final long userData;
    final @Nullable Description file;

    State state = State.QUEUED;
    boolean multishot;
    boolean stopping; // a cancellation came too late
    long done;

    @Nullable
    Runnable watcher;

    Request(long entry, Descriptors descriptors) {
        opcode = Memory.getByte(entry) & 0xff;
        async = (Memory.getByte(entry + 1) & Uapi.IOSQE_ASYNC) != 0;
        fd = Memory.getInt(entry + 4);
        offset = Memory.getLong(entry + 8);
        address = Memory.getLong(entry + 16);
        length = Memory.getInt(entry + 24);
        flags = Memory.getInt(entry + 28);
        userData = Memory.getLong(entry + 32);
        file = fd < 0 ? null : descriptors.find(fd);
    }
}
