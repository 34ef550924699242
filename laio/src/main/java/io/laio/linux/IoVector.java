package io.laio.linux;

/** {@code struct iovec} ({@code include/uapi/linux/uio.h}) and the flags of the calls that take one. */
public final class IoVector {
    /** Size of the structure in bytes. */
    public static final int BYTES = 16;

    /** Fail with EAGAIN rather than block ({@code include/uapi/linux/fs.h}; reads since Linux 4.14). */
    public static final int RWF_NOWAIT = 0x8;

    private static final int LENGTH = 8;

    private IoVector() {}

    /**
     * Fills the structure in.
     *
     * @param vector its address
     * @param base the address of the memory that it describes
     * @param length that memory's length in bytes
     */
    public static void put(long vector, long base, long length) {
        Memory.putLong(vector, base);
        Memory.putLong(vector + LENGTH, length);
    }

    /**
     * Where the memory begins.
     *
     * @param vector address of the structure
     * @return the address of the memory that it describes
     */
    public static long base(long vector) {
        return Memory.getLong(vector);
    }

    /**
     * How long the memory is.
     *
     * @param vector address of the structure
     * @return that memory's length in bytes
     */
    public static long length(long vector) {
        return Memory.getLong(vector + 8);
    }
}
