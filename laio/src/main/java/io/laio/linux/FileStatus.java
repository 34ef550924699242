package io.laio.linux;

/**
 * {@code struct statx} ({@code include/uapi/linux/stat.h} of Linux 6.18): the same on both architectures, unlike
 * {@code struct stat}.
 */
public final class FileStatus {
    /** Size of the structure in bytes. */
    public static final int BYTES = 256;

    /** With an empty path: the descriptor itself. */
    public static final int AT_EMPTY_PATH = 0x1000;

    /** Do not follow a symbolic link at the end of the path. */
    public static final int AT_SYMLINK_NOFOLLOW = 0x100;

    /** All that {@code stat(2)} has told since Unix. */
    public static final int STATX_BASIC_STATS = 0x7ff;

    /** Mask of the file type in the mode. */
    public static final int S_IFMT = 0xf000;

    /** A regular file. */
    public static final int S_IFREG = 0x8000;

    /** A directory. */
    public static final int S_IFDIR = 0x4000;

    private static final int NLINK = 16;
    private static final int UID = 20;
    private static final int MODE = 28;
    private static final int INO = 32;
    private static final int SIZE = 40;
    private static final int MTIME_SECONDS = 112;
    private static final int MTIME_NANOS = 120;
    private static final int DEV_MAJOR = 136;
    private static final int DEV_MINOR = 140;

    private FileStatus() {}

    /**
     * How many names the file has.
     *
     * @param status address of the structure
     * @return the number of hard links, 0 for a deleted file
     */
    public static int linkCount(long status) {
        return Memory.getInt(status + NLINK);
    }

    /**
     * Who owns the file.
     *
     * @param status address of the structure
     * @return the user's id
     */
    public static int owner(long status) {
        return Memory.getInt(status + UID);
    }

    /**
     * The type and the permissions.
     *
     * @param status address of the structure
     * @return the mode, 16 bits
     */
    public static int mode(long status) {
        return Short.toUnsignedInt(Memory.getShort(status + MODE));
    }

    /**
     * Which file of its device it is.
     *
     * @param status address of the structure
     * @return the inode's number
     */
    public static long inode(long status) {
        return Memory.getLong(status + INO);
    }

    /**
     * How long the file is.
     *
     * @param status address of the structure
     * @return its size in bytes
     */
    public static long size(long status) {
        return Memory.getLong(status + SIZE);
    }

    /**
     * When the content last changed, in whole seconds.
     *
     * @param status address of the structure
     * @return seconds since 1970-01-01 UTC
     */
    public static long modifiedSeconds(long status) {
        return Memory.getLong(status + MTIME_SECONDS);
    }

    /**
     * When the content last changed, the rest.
     *
     * @param status address of the structure
     * @return nanoseconds, 0 to 999,999,999
     */
    public static int modifiedNanos(long status) {
        return Memory.getInt(status + MTIME_NANOS);
    }

    /**
     * The device that holds the file.
     *
     * @param status address of the structure
     * @return major number in the upper, minor number in the lower 32 bits
     */
    public static long device(long status) {
        return (long) Memory.getInt(status + DEV_MAJOR) << 32
                | Integer.toUnsignedLong(Memory.getInt(status + DEV_MINOR));
    }
}
