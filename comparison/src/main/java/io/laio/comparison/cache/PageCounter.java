package io.laio.comparison.cache;

import java.io.IOException;

/** Counts the pages of one open file that are in the page cache. */
interface PageCounter extends AutoCloseable {
    /** The page size that residency is counted in: 4 KB on x86-64, and the usual one on aarch64. */
    int PAGE_BYTES = 4096;

    /**
     * Counts.
     *
     * @param fd the open file
     * @param bytes the file's length
     * @return pages in memory
     * @throws IOException if this kernel does not tell, or not truthfully, for this file
     */
    long residentPages(int fd, long bytes) throws IOException;

    @Override
    void close();
}
