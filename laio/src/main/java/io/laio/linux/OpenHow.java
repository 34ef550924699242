package io.laio.linux;

/**
 * {@code struct open_how} and its flags.
 *
 * <p>Sources: {@code include/uapi/linux/openat2.h}, {@code include/uapi/asm-generic/fcntl.h} and, for the two flags that
 * aarch64 numbers differently, {@code arch/arm64/include/uapi/asm/fcntl.h}, of Linux 6.18.
 */
public final class OpenHow {
    /** Size of the structure in bytes. */
    public static final int BYTES = 24;

    /** Relative paths start from the current directory. */
    public static final int AT_FDCWD = -100;

    /** For reading only. */
    public static final int O_RDONLY = 0;

    /** For writing only. */
    public static final int O_WRONLY = 1;

    /** For both. */
    public static final int O_RDWR = 2;

    /** Make the file if it is not there. */
    public static final int O_CREAT = 0x40;

    /** Cut the file to nothing. */
    public static final int O_TRUNC = 0x200;

    /** Never wait for the other end of a FIFO, or for a device. */
    public static final int O_NONBLOCK = 0x800;

    /** Around the page cache. */
    public static final int O_DIRECT = Architecture.CURRENT == Architecture.X86_64 ? 0x4000 : 0x10000;

    /** Only a directory. */
    public static final int O_DIRECTORY = Architecture.CURRENT == Architecture.X86_64 ? 0x10000 : 0x4000;

    /** Do not follow a symbolic link at the end of the path. */
    public static final int O_NOFOLLOW = Architecture.CURRENT == Architecture.X86_64 ? 0x20000 : 0x8000;

    /** Do not record the access; only for the owner, or EPERM. */
    public static final int O_NOATIME = 0x40000;

    /** Do not let a new program inherit it. */
    public static final int O_CLOEXEC = 0x80000;

    /** A file without a name. */
    public static final int O_TMPFILE = 0x400000 | O_DIRECTORY;

    /** Only a place in the tree: neither reading nor writing. */
    public static final int O_PATH = 0x200000;

    /** The path must stay below the directory that it starts from; an escape is EXDEV. */
    public static final int RESOLVE_BENEATH = 0x08;

    /** Links such as those of /proc are not followed. */
    public static final int RESOLVE_NO_MAGICLINKS = 0x02;

    /** Only if no disk access is needed, else EAGAIN (Linux 5.12). */
    public static final int RESOLVE_CACHED = 0x20;

    private static final int MODE = 8;
    private static final int RESOLVE = 16;

    private OpenHow() {}

    /**
     * Fills the structure in.
     *
     * @param how its address
     * @param flags {@code O_*}
     * @param mode permissions of a file that is made, else 0
     * @param resolve {@code RESOLVE_*}
     */
    public static void put(long how, int flags, int mode, int resolve) {
        Memory.putLong(how, Integer.toUnsignedLong(flags));
        Memory.putLong(how + MODE, mode);
        Memory.putLong(how + RESOLVE, resolve);
    }

    /**
     * Allocates the structure. One serves any number of calls, and may be closed as soon as a call has returned.
     *
     * @param flags {@code O_*}
     * @param mode permissions of a file that is made, else 0
     * @param resolve {@code RESOLVE_*}
     * @return the structure, owned by the caller
     */
    public static NativeBuffer allocate(int flags, int mode, int resolve) {
        NativeBuffer how = new NativeBuffer(BYTES);
        put(how.address(), flags, mode, resolve);
        return how;
    }

    /**
     * What a structure asks for.
     *
     * @param how its address
     * @return {@code O_*}
     */
    public static long flags(long how) {
        return Memory.getLong(how);
    }

    /**
     * Makes a structure ask for something else.
     *
     * @param how its address
     * @param flags {@code O_*}
     */
    public static void replaceFlags(long how, long flags) {
        Memory.putLong(how, flags);
    }

    /**
     * Copies the structure, with other ways to resolve the path.
     *
     * @param how its address
     * @param target address of the copy
     * @param kept mask of the {@code RESOLVE_*} that are copied
     * @param added {@code RESOLVE_*} that the copy has in any case
     */
    public static void copy(long how, long target, int kept, int added) {
        Memory.putLong(target, Memory.getLong(how));
        Memory.putLong(target + MODE, Memory.getLong(how + MODE));
        Memory.putLong(target + RESOLVE, (Memory.getLong(how + RESOLVE) & kept) | added);
    }
}
