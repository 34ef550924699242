package io.laio.testbed.disk;

/**
 * What a disk's file system is to hold. From it follows how large the disk has to be, and of how many files ext4 has to make
 * provision when it is made: it cannot later.
 *
 * @param bytes of all files together, 0 or more
 * @param files how many, directories counted too, 0 or more
 * @see <a href="https://docs.kernel.org/filesystems/ext4/globals.html">ext4: Global Structures</a>
 */
public record DiskContents(long bytes, long files) {
    /** Nothing. */
    public static final DiskContents NONE = new DiskContents(0, 0);

    /** A block, and what each file may waste of its last; ext4. */
    public static final int BLOCK_BYTES = 4096;

    /** An inode's place in its table; mke2fs.conf(5). */
    public static final int INODE_BYTES = 256;

    private static final long BYTES_PER_INODE =
            16384; // of who does not say how many files there will be; mke2fs.conf(5)
    private static final int ENTRY_BYTES = 2 * 264; // the longest name, in a block of a directory that is half full
    private static final int JOURNAL_PART = 32;
    private static final long LEAST_JOURNAL_BYTES = 4L << 20; // 1,024 blocks; mke2fs(8)
    private static final long MOST_JOURNAL_BYTES = 64L << 20;
    private static final long KEPT_BYTES = 16L << 20; // 4,096 blocks that nobody gets; ext4_calculate_resv_clusters
    private static final long SPARE_BYTES = 16L << 20;
    private static final int TABLES_PART = 32; // inodes of the usual number: 256 of 16,384 bytes; bitmaps

    /** Checks the ranges. */
    public DiskContents {
        if (bytes < 0 || files < 0) {
            throw new IllegalArgumentException(bytes + " bytes in " + files + " files cannot be held");
        }
    }

    /**
     * Both together.
     *
     * @param other what else there is to hold
     * @return the sums
     */
    public DiskContents plus(DiskContents other) {
        return new DiskContents(bytes + other.bytes, files + other.files);
    }

    /**
     * How large a disk has to be to hold it, whatever the files' sizes and names.
     *
     * @return bytes, a multiple of 4,096
     */
    public long diskBytes() {
        long held = bytes + files * (BLOCK_BYTES + ENTRY_BYTES + INODE_BYTES);
        long all = held + held / TABLES_PART + MOST_JOURNAL_BYTES + KEPT_BYTES + SPARE_BYTES;
        return Math.ceilDiv(all, BLOCK_BYTES) * BLOCK_BYTES;
    }

    /**
     * How many inodes a file system gets.
     *
     * @param diskBytes size of its disk
     * @return as many as there will be files, and one for each 16 KB at least; the first eleven are ext4's own
     */
    public long inodes(long diskBytes) {
        return Math.max(files + 11, diskBytes / BYTES_PER_INODE);
    }

    /**
     * How large a file system's journal is. It is what the disk writes first, so it must not depend on the machine's mke2fs.conf.
     *
     * @param diskBytes size of its disk
     * @return a 32nd of the disk, 4 MiB at least and 64 MiB at most, in whole MiB
     */
    public static long journalMebibytes(long diskBytes) {
        return Math.clamp(diskBytes / JOURNAL_PART, LEAST_JOURNAL_BYTES, MOST_JOURNAL_BYTES) >> 20;
    }
}
