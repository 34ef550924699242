package io.laio.testbed.disk.fuse;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Makes a request of a message. Without state; any thread may parse. */
public final class FuseParser {
    /** Where the bytes of a write begin, counted from the beginning of its message. */
    public static final int WRITE_PAYLOAD = Wire.IN_HEADER_BYTES + Wire.WRITE_IN_BYTES;

    static final int MAX_NAME_BYTES = 255; // NAME_MAX, include/uapi/linux/limits.h

    private FuseParser() {}

    /**
     * Parses one message.
     *
     * @param message the message, from index 0 to the limit, in the machine's byte order; position and limit stay
     * @return the request; {@link FuseRequest.Malformed} where lengths and content contradict each other
     */
    public static FuseRequest parse(ByteBuffer message) {
        int length = message.limit();
        if (length < Wire.IN_HEADER_BYTES) {
            return new FuseRequest.Malformed(0, length + " bytes are no header");
        }
        long unique = message.getLong(Wire.IN_UNIQUE);
        int announced = message.getInt(Wire.IN_LENGTH);
        if (announced != length) {
            return new FuseRequest.Malformed(unique, announced + " bytes announced, " + length + " there");
        }
        return body(message, unique, message.getInt(Wire.IN_OPCODE), message.getLong(Wire.IN_NODE));
    }

    private static FuseRequest body(ByteBuffer message, long unique, int opcode, long node) {
        return switch (opcode) {
            case Opcode.FUSE_READ -> read(message, unique, node);
            case Opcode.FUSE_WRITE -> write(message, unique, node);
            case Opcode.FUSE_FSYNC -> new FuseRequest.Synchronize(unique);
            case Opcode.FUSE_INIT -> init(message, unique);
            case Opcode.FUSE_LOOKUP -> lookup(message, unique, node);
            case Opcode.FUSE_GETATTR -> new FuseRequest.GetAttributes(unique, node);
            case Opcode.FUSE_OPEN -> new FuseRequest.Open(unique, node);
            case Opcode.FUSE_STATFS -> new FuseRequest.FileSystemStatus(unique);
            case Opcode.FUSE_FLUSH, Opcode.FUSE_RELEASE, Opcode.FUSE_ACCESS -> new FuseRequest.Granted(unique);
            case Opcode.FUSE_FORGET, Opcode.FUSE_BATCH_FORGET, Opcode.FUSE_INTERRUPT ->
                new FuseRequest.Unanswered(unique);
            case Opcode.FUSE_DESTROY -> new FuseRequest.Destroy(unique);
            default -> new FuseRequest.Unsupported(unique, opcode);
        };
    }

    private static FuseRequest init(ByteBuffer message, long unique) {
        int body = Wire.IN_HEADER_BYTES;
        if (message.limit() < body + Wire.INIT_IN_BYTES) {
            return tooShort(message, unique, "INIT");
        }
        return new FuseRequest.Init(
                unique,
                message.getInt(body + Wire.INIT_MAJOR),
                message.getInt(body + Wire.INIT_MINOR),
                message.getInt(body + Wire.INIT_READAHEAD),
                message.getInt(body + Wire.INIT_FLAGS));
    }

    private static FuseRequest lookup(ByteBuffer message, long unique, long parent) {
        int end = Wire.IN_HEADER_BYTES;
        while (end < message.limit() && message.get(end) != 0) {
            end++;
        }
        int length = end - Wire.IN_HEADER_BYTES;
        if (end == message.limit() || length == 0 || length > MAX_NAME_BYTES) {
            return new FuseRequest.Malformed(unique, "LOOKUP without a name that ends");
        }
        byte[] name = new byte[length];
        message.get(Wire.IN_HEADER_BYTES, name);
        return new FuseRequest.Lookup(unique, parent, new String(name, StandardCharsets.UTF_8));
    }

    private static FuseRequest read(ByteBuffer message, long unique, long node) {
        int body = Wire.IN_HEADER_BYTES;
        if (message.limit() < body + Wire.READ_IN_BYTES) {
            return tooShort(message, unique, "READ");
        }
        long offset = message.getLong(body + Wire.IO_OFFSET);
        int size = message.getInt(body + Wire.IO_SIZE);
        return offset < 0 || size < 0
                ? new FuseRequest.Malformed(unique, "READ of " + size + " bytes at " + offset)
                : new FuseRequest.Read(unique, node, offset, size);
    }

    private static FuseRequest write(ByteBuffer message, long unique, long node) {
        int body = Wire.IN_HEADER_BYTES;
        if (message.limit() < WRITE_PAYLOAD) {
            return tooShort(message, unique, "WRITE");
        }
        long offset = message.getLong(body + Wire.IO_OFFSET);
        int size = message.getInt(body + Wire.IO_SIZE);
        return offset < 0 || size != message.limit() - WRITE_PAYLOAD
                ? new FuseRequest.Malformed(
                        unique,
                        "WRITE of " + size + " bytes at " + offset + " brings " + (message.limit() - WRITE_PAYLOAD))
                : new FuseRequest.Write(unique, node, offset, size);
    }

    private static FuseRequest tooShort(ByteBuffer message, long unique, String what) {
        return new FuseRequest.Malformed(unique, message.limit() + " bytes are no " + what);
    }
}
