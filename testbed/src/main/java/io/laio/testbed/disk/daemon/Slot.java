package io.laio.testbed.disk.daemon;

import io.laio.linux.NativeBuffer;
import io.laio.testbed.disk.fuse.FuseParser;
import io.laio.testbed.disk.fuse.ImageNodes;
import io.laio.testbed.disk.model.DeviceRequest.Kind;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * The memory and the state of one request, from its message to its answer.
 *
 * <p>What a write brings, and what a read takes along, begins at the same page boundary: the message is put so far in front
 * of it that its structures end there, and the answer's header ends there too. So the image can be read and written around
 * the page cache without a copy.
 */
final class Slot implements AutoCloseable {
    private static final int PAYLOAD = ImageNodes.PAGE_BYTES;
    private static final int REPLY_HEADER_BYTES = 16; // struct fuse_out_header
    private static final int LEAST_BYTES = 8192; // FUSE_MIN_READ_BUFFER

    private final int index;
    private final int maxRequestBytes;
    private final NativeBuffer memory;
    private final ByteBuffer message;
    private final ByteBuffer reply;

    // The request that is being served.
    long unique;
    int lengthBytes;
    Kind kind = Kind.READ;
    boolean paced;
    boolean imageDone;
    boolean modelDone;
    int error;
    long dueNanos;

    Slot(int index, int maxRequestBytes) {
        this.index = index;
        this.maxRequestBytes = Math.max(maxRequestBytes, LEAST_BYTES);
        this.memory = new NativeBuffer(PAYLOAD + this.maxRequestBytes);
        ByteBuffer all = memory.asByteBuffer();
        int before = PAYLOAD - FuseParser.WRITE_PAYLOAD;
        this.message = all.slice(before, memory.capacity() - before).order(ByteOrder.nativeOrder());
        int header = PAYLOAD - REPLY_HEADER_BYTES;
        this.reply = all.slice(header, memory.capacity() - header).order(ByteOrder.nativeOrder());
    }

    int index() {
        return index;
    }

    long messageAddress() {
        return memory.address(PAYLOAD - FuseParser.WRITE_PAYLOAD, messageBytes());
    }

    /** Room for a message: enough for the largest write. */
    int messageBytes() {
        return FuseParser.WRITE_PAYLOAD + maxRequestBytes;
    }

    ByteBuffer message(int bytes) {
        return message.limit(bytes);
    }

    long payloadAddress(int bytes) {
        return memory.address(PAYLOAD, bytes);
    }

    ByteBuffer reply() {
        return reply;
    }

    long replyAddress(int bytes) {
        return memory.address(PAYLOAD - REPLY_HEADER_BYTES, bytes);
    }

    void begin(Kind what, long request, int bytes, boolean pacedByModel) {
        kind = what;
        unique = request;
        lengthBytes = bytes;
        paced = pacedByModel;
        imageDone = false;
        modelDone = false;
        error = 0;
        dueNanos = 0;
    }

    @Override
    public void close() {
        memory.close();
    }
}
