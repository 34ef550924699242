package io.laio.linux;

/**
 * {@code struct loop_config} and the requests of loop devices, see loop(4).
 *
 * <p>Source: {@code include/uapi/linux/loop.h} of Linux 6.18; the structure is of Linux 5.8.
 */
public final class LoopDevice {
    /** Size of the structure in bytes. */
    public static final int BYTES = 304;

    /** Of {@code /dev/loop-control}: which device is free. The answer is its number; another may take it first. */
    public static final int LOOP_CTL_GET_FREE = 0x4C82;

    /** Of a device: takes a file as its content. EBUSY if it has one. */
    public static final int LOOP_CONFIGURE = 0x4C0A;

    /** Of a device: lets go of its file, at once or when nobody has the device open any more. */
    public static final int LOOP_CLR_FD = 0x4C01;

    /** The file is read and written around the page cache, many requests at a time. */
    public static final int LO_FLAGS_DIRECT_IO = 16;

    private static final int BLOCK_SIZE = 4;
    private static final int FLAGS = 60;

    private LoopDevice() {}

    /**
     * Fills the structure in.
     *
     * @param config its address
     * @param fd the file, open for reading and writing
     * @param blockBytes size of a sector, a power of two from 512 to the page size
     * @param flags {@code LO_FLAGS_*}
     */
    public static void put(long config, int fd, int blockBytes, int flags) {
        Memory.zero(config, BYTES);
        Memory.putInt(config, fd);
        Memory.putInt(config + BLOCK_SIZE, blockBytes);
        Memory.putInt(config + FLAGS, flags);
    }
}
