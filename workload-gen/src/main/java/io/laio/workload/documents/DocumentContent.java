package io.laio.workload.documents;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a document: incompressible, different for every path, and computable from any offset.
 *
 * <p>The content is a sequence of 64-bit little-endian words; word {@code i} is the output {@code i} of SplitMix64
 * (Steele, Lea and Flood, "Fast splittable pseudorandom number generators", OOPSLA 2014) seeded with a hash of the path.
 * That generator's state is a counter, hence the random access. The content does not depend on the size: a shorter
 * document is a prefix.
 *
 * <p>All methods are pure, allocate nothing and may be called from any thread.
 */
public final class DocumentContent {
    private static final ValueLayout.OfLong WORD = ValueLayout.JAVA_LONG_UNALIGNED.withOrder(ByteOrder.LITTLE_ENDIAN);
    private static final long GOLDEN_GAMMA = 0x9e3779b97f4a7c15L;

    // 64-bit FNV-1a (RFC 9923), finished by the mixer below because FNV alone leaves similar paths with similar seeds.
    private static final long FNV_OFFSET = 0xcbf29ce484222325L;
    private static final long FNV_PRIME = 0x100000001b3L;

    private DocumentContent() {}

    /**
     * Where a document's random numbers start.
     *
     * @param path the document's path
     * @return the seed that the other methods take
     */
    public static long seed(String path) {
        long hash = FNV_OFFSET;
        for (byte b : path.getBytes(StandardCharsets.US_ASCII)) {
            hash = (hash ^ b) * FNV_PRIME;
        }
        return mix(hash);
    }

    /**
     * Computes content.
     *
     * @param seed the document's {@link #seed}
     * @param offset first byte of the document that is wanted, 0 or more
     * @param target receives the content
     * @param length how many bytes, at most the target's size
     */
    public static void fill(long seed, long offset, MemorySegment target, long length) {
        long whole = length & ~7L;
        for (long i = 0; i < whole; i += Long.BYTES) {
            target.set(WORD, i, eightBytesAt(seed, offset + i));
        }
        for (long i = whole; i < length; i++) {
            target.set(ValueLayout.JAVA_BYTE, i, byteAt(seed, offset + i));
        }
    }

    /**
     * Compares bytes with content.
     *
     * @param seed the document's {@link #seed}
     * @param offset where in the document the bytes should come from, 0 or more
     * @param actual the bytes
     * @param length how many bytes to compare, at most the size of {@code actual}
     * @return index in {@code actual} of the first wrong byte, -1 if all are right
     */
    public static long mismatch(long seed, long offset, MemorySegment actual, long length) {
        long whole = length & ~7L;
        for (long i = 0; i < whole; i += Long.BYTES) {
            long difference = actual.get(WORD, i) ^ eightBytesAt(seed, offset + i);
            if (difference != 0) {
                return i + Long.numberOfTrailingZeros(difference) / Byte.SIZE;
            }
        }
        for (long i = whole; i < length; i++) {
            if (actual.get(ValueLayout.JAVA_BYTE, i) != byteAt(seed, offset + i)) {
                return i;
            }
        }
        return -1;
    }

    private static byte byteAt(long seed, long offset) {
        return (byte) (word(seed, offset >>> 3) >>> (Byte.SIZE * (offset & 7)));
    }

    private static long eightBytesAt(long seed, long offset) {
        long index = offset >>> 3;
        int shift = Byte.SIZE * (int) (offset & 7);
        if (shift == 0) {
            return word(seed, index);
        }
        return word(seed, index) >>> shift | word(seed, index + 1) << (Long.SIZE - shift);
    }

    private static long word(long seed, long index) {
        return mix(seed + (index + 1) * GOLDEN_GAMMA);
    }

    /** The finaliser of SplitMix64 (Stafford's variant 13). */
    private static long mix(long value) {
        long z = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return z ^ (z >>> 31);
    }
}
