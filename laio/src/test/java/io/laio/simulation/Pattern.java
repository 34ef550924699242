package io.laio.simulation;

/** Bytes that tell where they belong: to which stream or file, and to which place in it. */
final class Pattern {
    private Pattern() {}

    static byte at(int source, long position) {
        long mixed = (source * 0x9e3779b97f4a7c15L) ^ (position * 0xc2b2ae3d27d4eb4fL);
        return (byte) (mixed >>> 40);
    }

    static byte[] bytes(int source, long position, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = at(source, position + i);
        }
        return bytes;
    }

    static void require(int source, long position, byte[] bytes) {
        for (int i = 0; i < bytes.length; i++) {
            if (bytes[i] != at(source, position + i)) {
                throw new AssertionError("byte " + (position + i) + " of " + source + " is another");
            }
        }
    }
}
