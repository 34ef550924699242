package io.laio.testbed.disk.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.junit.jupiter.api.Test;

class ImageNodesTest {
    private static final long SIZE = 64L << 20;
    private static final int BODY = Wire.OUT_HEADER_BYTES;
    private static final int ALL_FLAGS = -1;

    private final ImageNodes nodes = new ImageNodes(SIZE, 131072);
    private final ByteBuffer reply = ByteBuffer.allocate(4096).order(ByteOrder.nativeOrder());

    private void answered(FuseRequest request, int error, int bodyBytes) {
        assertEquals(BODY + bodyBytes, nodes.answer(request, reply));
        assertEquals(BODY + bodyBytes, reply.getInt(Wire.OUT_LENGTH));
        assertEquals(-error, reply.getInt(Wire.OUT_ERROR));
        assertEquals(request.unique(), reply.getLong(Wire.OUT_UNIQUE));
    }

    @Test
    void theKernelIsAskedForManyLargeRequestsInTheBackground() {
        answered(new FuseRequest.Init(7, 7, 45, 4711, ALL_FLAGS), 0, Wire.INIT_OUT_BYTES);
        int flags = reply.getInt(BODY + Wire.INIT_FLAGS);
        assertTrue((flags & InitFlag.FUSE_ASYNC_DIO) != 0);
        assertTrue((flags & InitFlag.FUSE_MAX_PAGES) != 0);
        assertEquals(0, flags & 1 << 16, "no write-back cache: writes must reach the disk");
        assertEquals(512, reply.getShort(BODY + Wire.INIT_OUT_MAX_BACKGROUND));
        assertEquals(131072, reply.getInt(BODY + Wire.INIT_OUT_MAX_WRITE));
        assertEquals(32, reply.getShort(BODY + Wire.INIT_OUT_MAX_PAGES));
    }

    @Test
    void aKernelThatCannotIsRefused() {
        answered(new FuseRequest.Init(7, 7, 45, 0, ALL_FLAGS & ~InitFlag.FUSE_ASYNC_DIO), Errno.EOPNOTSUPP, 0);
        answered(new FuseRequest.Init(7, 6, 1, 0, ALL_FLAGS), Errno.EOPNOTSUPP, 0);
    }

    @Test
    void thereIsOneFile() {
        answered(new FuseRequest.Lookup(1, 1, "disk"), 0, Wire.ENTRY_OUT_BYTES);
        long file = reply.getLong(BODY + Wire.ENTRY_OUT_NODE);
        assertEquals(SIZE, reply.getLong(BODY + Wire.ENTRY_OUT_ATTR + Wire.ATTR_SIZE));
        answered(new FuseRequest.GetAttributes(2, file), 0, Wire.ATTR_OUT_BYTES);
        assertEquals(SIZE, reply.getLong(BODY + Wire.ATTR_OUT_ATTR + Wire.ATTR_SIZE));
        assertEquals(0100600, reply.getInt(BODY + Wire.ATTR_OUT_ATTR + Wire.ATTR_MODE));
        answered(new FuseRequest.GetAttributes(3, Wire.ROOT_ID), 0, Wire.ATTR_OUT_BYTES);
        assertEquals(0040755, reply.getInt(BODY + Wire.ATTR_OUT_ATTR + Wire.ATTR_MODE));
        answered(new FuseRequest.Lookup(4, 1, "disk2"), Errno.ENOENT, 0);
        answered(new FuseRequest.Lookup(5, file, "disk"), Errno.ENOENT, 0);
        answered(new FuseRequest.GetAttributes(6, 77), Errno.ENOENT, 0);
    }

    @Test
    void theFileIsOpenedAroundThePageCache() {
        answered(new FuseRequest.Open(1, 2), 0, Wire.OPEN_OUT_BYTES);
        assertTrue((reply.getInt(BODY + Wire.OPEN_OUT_FLAGS) & InitFlag.FOPEN_DIRECT_IO) != 0);
        answered(new FuseRequest.Open(2, 3), Errno.ENOENT, 0);
    }

    @Test
    void everythingElseHasAnAnswerToo() {
        answered(new FuseRequest.FileSystemStatus(1), 0, Wire.STATFS_OUT_BYTES);
        assertEquals(SIZE / 4096, reply.getLong(BODY));
        answered(new FuseRequest.Granted(2), 0, 0);
        answered(new FuseRequest.Destroy(3), 0, 0);
        answered(new FuseRequest.Unsupported(4, 43), Errno.ENOSYS, 0);
        answered(new FuseRequest.Malformed(5, "cut"), Errno.EIO, 0);
        assertEquals(0, nodes.answer(new FuseRequest.Malformed(0, "no header"), reply));
        assertEquals(0, nodes.answer(new FuseRequest.Unanswered(6), reply));
    }

    @Test
    void onlyWholePagesWithinTheFileAreRead() {
        assertTrue(nodes.covers(0, 4096));
        assertTrue(nodes.covers(SIZE - 131072, 131072));
        assertFalse(nodes.covers(SIZE - 4096, 8192));
        assertFalse(nodes.covers(0, 135168));
        assertFalse(nodes.covers(512, 4096));
        assertFalse(nodes.covers(0, 512));
        assertFalse(nodes.covers(0, 0));
        assertFalse(nodes.covers(Long.MAX_VALUE - 4095, 4096));
    }

    @Test
    void sizesArePages() {
        assertThrows(IllegalArgumentException.class, () -> new ImageNodes(4097, 4096));
        assertThrows(IllegalArgumentException.class, () -> new ImageNodes(4096, 0));
    }
}
