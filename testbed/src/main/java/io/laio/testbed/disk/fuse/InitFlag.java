package io.laio.testbed.disk.fuse;

/** What is agreed upon at the start of a connection ({@code include/uapi/linux/fuse.h}, protocol 7.38). */
final class InitFlag {
    /** Several reads of one file at a time. */
    static final int FUSE_ASYNC_READ = 1;

    /** Writes of more than a page. */
    static final int FUSE_BIG_WRITES = 1 << 5;

    /** Direct reads and writes may go on in the background: what a loop device asks is in flight all at once. */
    static final int FUSE_ASYNC_DIO = 1 << 15;

    /** {@code max_pages} says how large a request may be. */
    static final int FUSE_MAX_PAGES = 1 << 22;

    /** Of an opened file: around the page cache. */
    static final int FOPEN_DIRECT_IO = 1;

    /** Of an opened file: several direct writes at a time. */
    static final int FOPEN_PARALLEL_DIRECT_WRITES = 1 << 6;

    private InitFlag() {}
}
