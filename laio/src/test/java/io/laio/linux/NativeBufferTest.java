package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Memory as Java and as the kernel sees it. */
class NativeBufferTest {
    private final Linux linux = Linux.open();

    @Test
    void javaAndAddressesSeeTheSameBytes() {
        try (NativeBuffer block = new NativeBuffer(16)) {
            block.asByteBuffer().putLong(8, 0x1122334455667788L);
            assertEquals(0x1122334455667788L, Memory.getLong(block.address(8, 8)));
            Memory.putInt(block.address(0, 4), 7);
            assertEquals(7, block.asByteBuffer().getInt());
            assertEquals(ByteOrder.nativeOrder(), block.asByteBuffer().order());
            assertEquals(16, block.asByteBuffer().remaining());
        }
    }

    @Test
    void rangesOutsideTheBlockHaveNoAddress() {
        try (NativeBuffer block = new NativeBuffer(16)) {
            assertEquals(block.address() + 16, block.address(16, 0));
            assertThrows(IndexOutOfBoundsException.class, () -> block.address(9, 8));
            assertThrows(IndexOutOfBoundsException.class, () -> block.address(-1, 1));
            assertThrows(IndexOutOfBoundsException.class, () -> block.address(1, -1));
            assertThrows(IndexOutOfBoundsException.class, () -> block.address(8, Integer.MAX_VALUE));
        }
    }

    @Test
    void viewOfAClosedBlockThrowsInsteadOfReadingFreedMemory() {
        NativeBuffer block = new NativeBuffer(16);
        ByteBuffer view = block.asByteBuffer();
        block.close();
        assertThrows(IllegalStateException.class, () -> view.get(0));
    }

    @Test
    void stringEndsInZeroAndMayHoldAnyLetter() {
        try (NativeBuffer text = NativeBuffer.ofString("gr\u00fc\u00df")) {
            assertEquals("gr\u00fc\u00df".getBytes(StandardCharsets.UTF_8).length + 1, text.capacity());
            assertEquals(0, text.asByteBuffer().get(text.capacity() - 1));
        }
        assertThrows(IllegalArgumentException.class, () -> NativeBuffer.ofString("one\0two"));
    }

    @Test
    void kernelOpensWhatTheTwoHelpersDescribe(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("made");
        int made = OpenHow.O_CREAT | OpenHow.O_WRONLY | OpenHow.O_CLOEXEC;
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = OpenHow.allocate(made, 0600, 0)) {
            int fd = linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
            assertEquals(0, linux.close(fd), () -> Errno.describe(-fd));
        }
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
