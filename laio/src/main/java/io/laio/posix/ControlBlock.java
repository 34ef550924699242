package io.laio.posix;

import io.laio.linux.Memory;

/**
 * {@code struct aiocb}: one read or write, from its submission until its result was taken.
 *
 * <p>Source: {@code aio.h} of glibc 2.36, the same on x86-64 and aarch64. The block and the memory it names belong to the C library
 * from {@link PosixAio#read} or {@link PosixAio#write} until {@link PosixAio#error} no longer says {@code EINPROGRESS}.
 */
public final class ControlBlock {
    /** Size of the structure in bytes. */
    public static final int BYTES = 168;

    /** Nobody is told when the operation is complete: whoever wants to know asks, or waits in {@link PosixAio#suspend}. */
    public static final int SIGEV_NONE = 1;

    static final int FILDES = 0;
    static final int BUF = 16;
    static final int NBYTES = 24;
    static final int SIGEV_NOTIFY = 44; // aio_sigevent at 32, sigev_notify at 12 in it
    static final int OFFSET = 128;

    private ControlBlock() {}

    /**
     * Fills the structure in; a block may be used again once its result was taken.
     *
     * @param block its address, aligned to 8 bytes
     * @param fd a descriptor
     * @param address the memory to read into or to write from
     * @param length how many bytes, 0 or more
     * @param offset position in the file in bytes; ignored for what has none, such as a pipe
     */
    public static void put(long block, int fd, long address, long length, long offset) {
        Memory.zero(block, BYTES);
        Memory.putInt(block + FILDES, fd);
        Memory.putLong(block + BUF, address);
        Memory.putLong(block + NBYTES, length);
        Memory.putInt(block + SIGEV_NOTIFY, SIGEV_NONE);
        Memory.putLong(block + OFFSET, offset);
    }
}
