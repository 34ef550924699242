package io.laio.simulation;

import java.util.BitSet;

/** What a file that the program writes must contain, as far as that is known. */
final class WrittenFile {
    static final int BYTES = 30_000;

    private final byte[] content = new byte[BYTES];
    private final BitSet known = new BitSet();
    private int generation;

    /** A write begins: until it has succeeded, nobody knows what is there. */
    byte[] begin(int offset, int length) {
        known.clear(offset, offset + length);
        byte[] bytes = Pattern.bytes(++generation, offset, length);
        System.arraycopy(bytes, 0, content, offset, length);
        return bytes;
    }

    void written(int offset, int length) {
        known.set(offset, offset + length);
    }

    boolean holds(byte[] actual) {
        for (int i = known.nextSetBit(0); i >= 0; i = known.nextSetBit(i + 1)) {
            if (i >= actual.length || actual[i] != content[i]) {
                return false;
            }
        }
        return true;
    }
}
