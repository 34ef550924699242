package io.laio.linux;

/**
 * Flags of mount(2) and umount2(2).
 *
 * <p>Sources: {@code include/uapi/linux/mount.h} and {@code include/linux/fs.h} of Linux 6.18.
 */
public final class Mounting {
    /** Programs of the file system do not get other rights by their mode. */
    public static final int MS_NOSUID = 2;

    /** Device files of the file system are no devices. */
    public static final int MS_NODEV = 4;

    /** Reading a file writes nothing. */
    public static final int MS_NOATIME = 1024;

    /** Ends what the file system still waits for: a FUSE connection is aborted. */
    public static final int MNT_FORCE = 1;

    /** Out of the tree at once; the file system ends when nobody uses it any more. */
    public static final int MNT_DETACH = 2;

    private Mounting() {}
}
