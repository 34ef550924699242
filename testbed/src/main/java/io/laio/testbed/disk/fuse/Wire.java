package io.laio.testbed.disk.fuse;

/**
 * Sizes and offsets of the messages' structures, in bytes: {@code include/uapi/linux/fuse.h}, protocol 7.38. Numbers are in the
 * machine's own byte order.
 */
final class Wire {
    static final int KERNEL_VERSION = 7;
    static final int KERNEL_MINOR_VERSION = 38;
    static final long ROOT_ID = 1;

    /** A read of the device must have room for this much, or the kernel answers EINVAL. */
    static final int MIN_READ_BUFFER = 8192;

    static final int IN_HEADER_BYTES = 40;
    static final int IN_LENGTH = 0;
    static final int IN_OPCODE = 4;
    static final int IN_UNIQUE = 8;
    static final int IN_NODE = 16;

    static final int OUT_HEADER_BYTES = 16;
    static final int OUT_LENGTH = 0;
    static final int OUT_ERROR = 4;
    static final int OUT_UNIQUE = 8;

    /** What of {@code fuse_init_in} is looked at; protocol 7.36 and newer send more. */
    static final int INIT_IN_BYTES = 16;

    static final int INIT_MAJOR = 0;
    static final int INIT_MINOR = 4;
    static final int INIT_READAHEAD = 8;
    static final int INIT_FLAGS = 12;

    static final int INIT_OUT_BYTES = 64;
    static final int INIT_OUT_MAX_BACKGROUND = 16;
    static final int INIT_OUT_CONGESTION = 18;
    static final int INIT_OUT_MAX_WRITE = 20;
    static final int INIT_OUT_TIME_GRANULARITY = 24;
    static final int INIT_OUT_MAX_PAGES = 28;

    static final int READ_IN_BYTES = 40;
    static final int WRITE_IN_BYTES = 40;
    static final int IO_OFFSET = 8;
    static final int IO_SIZE = 16;
    static final int WRITE_OUT_BYTES = 8;

    static final int ATTR_INODE = 0;
    static final int ATTR_SIZE = 8;
    static final int ATTR_BLOCKS = 16;
    static final int ATTR_MODE = 60;
    static final int ATTR_LINKS = 64;
    static final int ATTR_BLOCK_SIZE = 80;

    static final int ATTR_OUT_BYTES = 104;
    static final int ATTR_OUT_VALID = 0;
    static final int ATTR_OUT_ATTR = 16;

    static final int ENTRY_OUT_BYTES = 128;
    static final int ENTRY_OUT_NODE = 0;
    static final int ENTRY_OUT_VALID = 16;
    static final int ENTRY_OUT_ATTR_VALID = 24;
    static final int ENTRY_OUT_ATTR = 40;

    static final int OPEN_OUT_BYTES = 16;
    static final int OPEN_OUT_FLAGS = 8;

    static final int STATFS_OUT_BYTES = 80;
    static final int STATFS_BLOCKS = 0;
    static final int STATFS_BLOCK_SIZE = 40;
    static final int STATFS_NAME_LENGTH = 44;
    static final int STATFS_FRAGMENT_SIZE = 48;

    private Wire() {}
}
