package io.laio.http.document;

import io.laio.linux.Memory;

/** The answer of mincore(2): a byte a page, of which only the lowest bit means something. */
final class PageVector {
    private static final long RESIDENT = 0x0101_0101_0101_0101L;

    private PageVector() {}

    static boolean allResident(long vector, int pages) {
        int at = 0;
        for (; at + Long.BYTES <= pages; at += Long.BYTES) {
            if ((Memory.getLong(vector + at) & RESIDENT) != RESIDENT) {
                return false;
            }
        }
        for (; at < pages; at++) {
            if ((Memory.getByte(vector + at) & 1) == 0) {
                return false;
            }
        }
        return true;
    }
}
