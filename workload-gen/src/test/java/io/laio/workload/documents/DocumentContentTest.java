package io.laio.workload.documents;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;

final class DocumentContentTest {
    private static final String GOLDEN = "c880ee2233c0cf9bbba6d0bc6ed8c78c79473fcd";
    private static final long SEED = DocumentContent.seed("/a/b.html");

    @Test
    void contentNeverChanges() {
        // Recomputed outside this project from the Javadoc's recipe; a change would make every document root wrong.
        assertEquals(GOLDEN, HexFormat.of().formatHex(content(SEED, 0, 20)));
    }

    @Test
    void anyPartIsAPartOfTheWhole() {
        byte[] whole = content(SEED, 0, 100);
        for (int offset = 0; offset < whole.length; offset++) {
            for (int length = 0; length <= whole.length - offset; length++) {
                assertArrayEquals(Arrays.copyOfRange(whole, offset, offset + length), content(SEED, offset, length));
            }
        }
    }

    @Test
    void everyWrongByteIsFoundWhereItIs() {
        for (int offset : new int[] {0, 3}) {
            for (int wrong = 0; wrong < 29; wrong++) {
                byte[] bytes = content(SEED, offset, 29);
                bytes[wrong] ^= 1;
                assertEquals(wrong, DocumentContent.mismatch(SEED, offset, MemorySegment.ofArray(bytes), 29));
            }
        }
    }

    @Test
    void rightBytesMatch() {
        for (int offset = 0; offset < 16; offset++) {
            MemorySegment bytes = MemorySegment.ofArray(content(SEED, offset, 37));
            assertEquals(-1, DocumentContent.mismatch(SEED, offset, bytes, 37));
        }
    }

    @Test
    void similarPathsHaveUnrelatedContent() {
        byte[] a = content(DocumentContent.seed("/a1"), 0, 4_096);
        byte[] b = content(DocumentContent.seed("/a2"), 0, 4_096);
        int equalBits = 0;
        for (int i = 0; i < a.length; i++) {
            equalBits += Byte.SIZE - Integer.bitCount((a[i] ^ b[i]) & 0xff);
        }
        assertTrue(Math.abs(equalBits - 16_384) < 500, () -> "half of 32,768 bits should agree"); // 5 sigma = 453
        assertNotEquals(a[0], b[0]);
    }

    @Test
    void contentCannotBeCompressed() {
        byte[] input = content(SEED, 0, 100_000);
        try (Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION)) {
            deflater.setInput(input);
            deflater.finish();
            assertTrue(deflater.deflate(new byte[200_000]) > 99_900);
        }
    }

    private static byte[] content(long seed, long offset, int length) {
        byte[] bytes = new byte[length];
        DocumentContent.fill(seed, offset, MemorySegment.ofArray(bytes), length);
        return bytes;
    }
}
