package io.laio.testbed.disk.fuse;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/** Messages as the kernel would send them. */
public final class Message {
    private final ByteBuffer bytes = ByteBuffer.allocate(1 << 17).order(ByteOrder.nativeOrder());

    private Message(int opcode, long unique, long node) {
        bytes.position(Wire.IN_HEADER_BYTES);
        bytes.putInt(Wire.IN_OPCODE, opcode);
        bytes.putLong(Wire.IN_UNIQUE, unique);
        bytes.putLong(Wire.IN_NODE, node);
    }

    /** A message without a body. */
    public static Message of(int opcode, long unique, long node) {
        return new Message(opcode, unique, node);
    }

    /** READ. */
    public static Message read(long unique, long node, long offset, int size) {
        return new Message(Opcode.FUSE_READ, unique, node).io(offset, size);
    }

    /** WRITE, with what is written. */
    public static Message write(long unique, long node, long offset, byte[] content) {
        Message message = new Message(Opcode.FUSE_WRITE, unique, node).io(offset, content.length);
        message.bytes.put(content);
        return message;
    }

    /** FSYNC. */
    public static Message synchronize(long unique, long node) {
        return new Message(Opcode.FUSE_FSYNC, unique, node).ints(0, 0, 0, 0);
    }

    private Message io(long offset, int size) {
        bytes.putLong(0)
                .putLong(offset)
                .putInt(size)
                .putInt(0)
                .putLong(0)
                .putInt(0)
                .putInt(0);
        return this;
    }

    Message ints(int... values) {
        for (int value : values) {
            bytes.putInt(value);
        }
        return this;
    }

    Message text(String text) {
        bytes.put(text.getBytes(StandardCharsets.UTF_8)).put((byte) 0);
        return this;
    }

    /** The whole message, its length written into it. */
    public ByteBuffer whole() {
        bytes.putInt(Wire.IN_LENGTH, bytes.position());
        return bytes.flip();
    }

    /** What a test does to a message. */
    ByteBuffer raw() {
        return bytes;
    }
}
