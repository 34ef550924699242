package io.laio.lab.pipe;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;

/** A pipe, bytes to write into it, and a buffer to read them into. Confined to one thread. */
final class Pipe implements AutoCloseable {
    /** What a pipe holds unless it was changed (pipe(7)), and the largest read. */
    static final int CAPACITY_BYTES = 65_536;

    private static final int F_GETPIPE_SZ = 1032; // include/uapi/linux/fcntl.h

    private final Linux linux = Linux.open();
    private final NativeBuffer memory = new NativeBuffer(2 * CAPACITY_BYTES);
    private final int readEnd;
    private final int writeEnd;

    private Pipe(int readEnd, int writeEnd) {
        this.readEnd = readEnd;
        this.writeEnd = writeEnd;
    }

    /**
     * Makes a pipe whose reads wait, or answer EAGAIN.
     *
     * @param flags of pipe2(2)
     */
    static Pipe open(int flags) {
        try (NativeBuffer pair = new NativeBuffer(2 * Integer.BYTES)) {
            Linux linux = Linux.open();
            check("pipe2", linux.pipe(pair.address(), OpenHow.O_CLOEXEC | flags));
            Pipe pipe = new Pipe(Memory.getInt(pair.address()), Memory.getInt(pair.address() + Integer.BYTES));
            pipe.requireCapacity();
            return pipe;
        }
    }

    /** The kernel gives less to a user who has many pipes (pipe(7), pipe-user-pages-soft). */
    private void requireCapacity() {
        long capacity = check("fcntl", linux.syscall(SystemCall.FCNTL, writeEnd, F_GETPIPE_SZ, 0, 0));
        if (capacity < CAPACITY_BYTES) {
            close();
            throw new IllegalStateException("the kernel gave a pipe of " + capacity + " bytes, " + CAPACITY_BYTES
                    + " are needed: this user has too many pipes (fs.pipe-user-pages-soft)");
        }
    }

    static long check(String call, long result) {
        if (result < 0) {
            throw new IllegalStateException(call + ": " + Errno.describe((int) -result));
        }
        return result;
    }

    int readEnd() {
        return readEnd;
    }

    /** Where the bytes to write are. */
    long source() {
        return memory.address();
    }

    /** Where reads should put them. */
    long target() {
        return memory.address() + CAPACITY_BYTES;
    }

    /**
     * Writes the first bytes of the source; the pipe must be empty.
     *
     * @param bytes at most the capacity
     */
    void write(int bytes) {
        long written = linux.write(writeEnd, source(), bytes);
        if (written != bytes) {
            throw new IllegalStateException("write to a pipe answered " + written + " for " + bytes);
        }
    }

    @Override
    public void close() {
        linux.close(readEnd);
        linux.close(writeEnd);
        memory.close();
    }
}
