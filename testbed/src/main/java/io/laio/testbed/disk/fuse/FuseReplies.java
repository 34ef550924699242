package io.laio.testbed.disk.fuse;

import java.nio.ByteBuffer;

/**
 * Writes answers. Each is a header and a body, one behind the other, in the machine's byte order; buffers are written from
 * index 0. Without state; any thread may write.
 */
final class FuseReplies {
    private static final long FOR_EVER_SECONDS = Integer.MAX_VALUE; // nothing here changes

    private FuseReplies() {}

    /**
     * Writes the header.
     *
     * @param reply where to
     * @param unique the request's name
     * @param error an error number, positive; 0 for success
     * @param bodyBytes how long the body is
     * @return the whole message's length
     */
    static int header(ByteBuffer reply, long unique, int error, int bodyBytes) {
        int length = Wire.OUT_HEADER_BYTES + bodyBytes;
        reply.putInt(Wire.OUT_LENGTH, length);
        reply.putInt(Wire.OUT_ERROR, -error);
        reply.putLong(Wire.OUT_UNIQUE, unique);
        return length;
    }

    /** Everything the kernel needs to send requests of this size, many at a time. */
    static int init(ByteBuffer reply, FuseRequest.Init asked, int maxRequestBytes, int maxInFlight) {
        int wanted =
                InitFlag.FUSE_ASYNC_READ | InitFlag.FUSE_BIG_WRITES | InitFlag.FUSE_ASYNC_DIO | InitFlag.FUSE_MAX_PAGES;
        int body = cleared(reply, Wire.INIT_OUT_BYTES);
        reply.putInt(body + Wire.INIT_MAJOR, Wire.KERNEL_VERSION);
        reply.putInt(body + Wire.INIT_MINOR, Wire.KERNEL_MINOR_VERSION);
        reply.putInt(body + Wire.INIT_READAHEAD, asked.maxReadAhead());
        reply.putInt(body + Wire.INIT_FLAGS, wanted & asked.flags());
        reply.putShort(body + Wire.INIT_OUT_MAX_BACKGROUND, (short) maxInFlight);
        reply.putShort(body + Wire.INIT_OUT_CONGESTION, (short) maxInFlight);
        reply.putInt(body + Wire.INIT_OUT_MAX_WRITE, maxRequestBytes);
        reply.putInt(body + Wire.INIT_OUT_TIME_GRANULARITY, 1);
        reply.putShort(body + Wire.INIT_OUT_MAX_PAGES, (short) (maxRequestBytes / ImageNodes.PAGE_BYTES));
        return header(reply, asked.unique(), 0, Wire.INIT_OUT_BYTES);
    }

    static int entry(ByteBuffer reply, long unique, ImageNodes.Node node) {
        int body = cleared(reply, Wire.ENTRY_OUT_BYTES);
        reply.putLong(body + Wire.ENTRY_OUT_NODE, node.number());
        reply.putLong(body + Wire.ENTRY_OUT_VALID, FOR_EVER_SECONDS);
        reply.putLong(body + Wire.ENTRY_OUT_ATTR_VALID, FOR_EVER_SECONDS);
        attributes(reply, body + Wire.ENTRY_OUT_ATTR, node);
        return header(reply, unique, 0, Wire.ENTRY_OUT_BYTES);
    }

    static int attributes(ByteBuffer reply, long unique, ImageNodes.Node node) {
        int body = cleared(reply, Wire.ATTR_OUT_BYTES);
        reply.putLong(body + Wire.ATTR_OUT_VALID, FOR_EVER_SECONDS);
        attributes(reply, body + Wire.ATTR_OUT_ATTR, node);
        return header(reply, unique, 0, Wire.ATTR_OUT_BYTES);
    }

    private static void attributes(ByteBuffer reply, int at, ImageNodes.Node node) {
        reply.putLong(at + Wire.ATTR_INODE, node.number());
        reply.putLong(at + Wire.ATTR_SIZE, node.sizeBytes());
        reply.putLong(at + Wire.ATTR_BLOCKS, node.sizeBytes() / ImageNodes.SECTOR_BYTES);
        reply.putInt(at + Wire.ATTR_MODE, node.mode());
        reply.putInt(at + Wire.ATTR_LINKS, node.links());
        reply.putInt(at + Wire.ATTR_BLOCK_SIZE, ImageNodes.PAGE_BYTES);
    }

    static int opened(ByteBuffer reply, long unique) {
        int body = cleared(reply, Wire.OPEN_OUT_BYTES);
        reply.putInt(body + Wire.OPEN_OUT_FLAGS, InitFlag.FOPEN_DIRECT_IO | InitFlag.FOPEN_PARALLEL_DIRECT_WRITES);
        return header(reply, unique, 0, Wire.OPEN_OUT_BYTES);
    }

    static int written(ByteBuffer reply, long unique, int bytes) {
        int body = cleared(reply, Wire.WRITE_OUT_BYTES);
        reply.putInt(body, bytes);
        return header(reply, unique, 0, Wire.WRITE_OUT_BYTES);
    }

    static int fileSystemStatus(ByteBuffer reply, long unique, long sizeBytes) {
        int body = cleared(reply, Wire.STATFS_OUT_BYTES);
        reply.putLong(body + Wire.STATFS_BLOCKS, sizeBytes / ImageNodes.PAGE_BYTES);
        reply.putInt(body + Wire.STATFS_BLOCK_SIZE, ImageNodes.PAGE_BYTES);
        reply.putInt(body + Wire.STATFS_NAME_LENGTH, FuseParser.MAX_NAME_BYTES);
        reply.putInt(body + Wire.STATFS_FRAGMENT_SIZE, ImageNodes.PAGE_BYTES);
        return header(reply, unique, 0, Wire.STATFS_OUT_BYTES);
    }

    private static int cleared(ByteBuffer reply, int bodyBytes) {
        for (int i = 0; i < bodyBytes; i += Long.BYTES) {
            reply.putLong(Wire.OUT_HEADER_BYTES + i, 0);
        }
        return Wire.OUT_HEADER_BYTES;
    }
}
