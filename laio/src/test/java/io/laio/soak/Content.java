package io.laio.soak;

import io.laio.linux.Memory;

/** Bytes that are a function of a stream's number and a position, so that any part of any stream can be checked. */
final class Content {
    private Content() {}

    static void fill(long address, long length, long stream, long position) {
        for (long i = 0; i < length; i++) {
            Memory.putByte(address + i, at(stream, position + i));
        }
    }

    /** The first position, counted from the address, that is not as it should be; -1 if all are. */
    static long firstDifference(long address, long length, long stream, long position) {
        for (long i = 0; i < length; i++) {
            if (Memory.getByte(address + i) != at(stream, position + i)) {
                return i;
            }
        }
        return -1;
    }

    private static byte at(long stream, long position) {
        long word = (stream << 40 ^ position >>> 3) * 0x9E3779B97F4A7C15L; // 2^64 divided by the golden ratio
        word ^= word >>> 32;
        return (byte) (word >>> ((position & 7) << 3));
    }
}
