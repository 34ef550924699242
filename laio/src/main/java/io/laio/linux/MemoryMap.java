package io.laio.linux;

/**
 * Flags of mmap(2) and posix_fadvise(2).
 *
 * <p>Sources: {@code include/uapi/asm-generic/mman-common.h}, {@code include/uapi/linux/mman.h} and
 * {@code include/uapi/linux/fadvise.h} of Linux 6.18.
 */
public final class MemoryMap {
    /** Pages may be read. */
    public static final int PROT_READ = 1;

    /** Pages may be written. */
    public static final int PROT_WRITE = 2;

    /** Changes are shared with the file and with other mappings. */
    public static final int MAP_SHARED = 1;

    /** Changes are private. */
    public static final int MAP_PRIVATE = 2;

    /** No file behind the mapping. */
    public static final int MAP_ANONYMOUS = 0x20;

    /** Map all pages at once. */
    public static final int MAP_POPULATE = 0x8000;

    /** No read-ahead. */
    public static final int POSIX_FADV_RANDOM = 1;

    /** Start reading. */
    public static final int POSIX_FADV_WILLNEED = 3;

    /** Evict clean pages. */
    public static final int POSIX_FADV_DONTNEED = 4;

    private MemoryMap() {}
}
