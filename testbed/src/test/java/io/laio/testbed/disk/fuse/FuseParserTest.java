package io.laio.testbed.disk.fuse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class FuseParserTest {
    private static final long UNIQUE = 0x1234_5678_9abcL;

    private static FuseRequest parse(Message message) {
        return FuseParser.parse(message.whole());
    }

    @Test
    void requestsHaveTheirArguments() {
        assertEquals(
                new FuseRequest.Read(UNIQUE, 2, 1L << 40, 131072), parse(Message.read(UNIQUE, 2, 1L << 40, 131072)));
        assertEquals(
                new FuseRequest.Write(UNIQUE, 2, 8192, 4096), parse(Message.write(UNIQUE, 2, 8192, new byte[4096])));
        assertEquals(
                new FuseRequest.Init(UNIQUE, 7, 45, 131072, -1),
                parse(Message.of(Opcode.FUSE_INIT, UNIQUE, 0).ints(7, 45, 131072, -1)));
        assertEquals(
                new FuseRequest.Lookup(UNIQUE, 1, "disk"),
                parse(Message.of(Opcode.FUSE_LOOKUP, UNIQUE, 1).text("disk")));
        assertEquals(new FuseRequest.Synchronize(UNIQUE), parse(Message.synchronize(UNIQUE, 2)));
        assertEquals(
                new FuseRequest.Open(UNIQUE, 2),
                parse(Message.of(Opcode.FUSE_OPEN, UNIQUE, 2).ints(0, 0)));
    }

    @Test
    void whatIsGrantedAndWhatHasNoAnswerIsKnown() {
        for (int opcode : List.of(Opcode.FUSE_FLUSH, Opcode.FUSE_RELEASE, Opcode.FUSE_ACCESS)) {
            assertEquals(new FuseRequest.Granted(UNIQUE), parse(Message.of(opcode, UNIQUE, 2)));
        }
        for (int opcode : List.of(Opcode.FUSE_FORGET, Opcode.FUSE_BATCH_FORGET, Opcode.FUSE_INTERRUPT)) {
            assertEquals(new FuseRequest.Unanswered(UNIQUE), parse(Message.of(opcode, UNIQUE, 2)));
        }
        assertEquals(new FuseRequest.Unsupported(UNIQUE, 43), parse(Message.of(43, UNIQUE, 2)));
    }

    /** Whatever is cut off, and wherever: never an exception, and the request is refused by its name once that is there. */
    @Test
    void messagesCutShortAreMalformed() {
        List<Supplier<Message>> all = List.of(
                () -> Message.read(UNIQUE, 2, 0, 4096),
                () -> Message.write(UNIQUE, 2, 0, new byte[64]),
                () -> Message.of(Opcode.FUSE_INIT, UNIQUE, 0).ints(7, 45, 0, 0),
                () -> Message.of(Opcode.FUSE_LOOKUP, UNIQUE, 1).text("disk"));
        for (Supplier<Message> message : all) {
            int length = message.get().whole().limit();
            for (int cut = 0; cut < length; cut++) {
                FuseRequest told = FuseParser.parse(message.get().whole().limit(cut));
                assertInstanceOf(FuseRequest.Malformed.class, told);
                assertEquals(cut < Wire.IN_HEADER_BYTES ? 0 : UNIQUE, told.unique());
                ByteBuffer honest = message.get().whole().limit(cut);
                if (cut >= Wire.IN_HEADER_BYTES) {
                    honest.putInt(Wire.IN_LENGTH, cut); // shorter than its structures, and says so
                    assertInstanceOf(FuseRequest.Malformed.class, FuseParser.parse(honest));
                }
            }
        }
    }

    @Test
    void contradictionsAreMalformed() {
        Message tooMuch = Message.write(UNIQUE, 2, 0, new byte[64]);
        tooMuch.raw().putInt(Wire.IN_HEADER_BYTES + Wire.IO_SIZE, 65);
        assertInstanceOf(FuseRequest.Malformed.class, parse(tooMuch));
        assertInstanceOf(FuseRequest.Malformed.class, parse(Message.read(UNIQUE, 2, -1, 4096)));
        assertInstanceOf(FuseRequest.Malformed.class, parse(Message.read(UNIQUE, 2, 0, -1)));
        assertInstanceOf(FuseRequest.Malformed.class, parse(Message.write(UNIQUE, 2, -4096, new byte[8])));
        assertInstanceOf(
                FuseRequest.Malformed.class,
                parse(Message.of(Opcode.FUSE_LOOKUP, UNIQUE, 1).text("")));
        assertInstanceOf(
                FuseRequest.Malformed.class,
                parse(Message.of(Opcode.FUSE_LOOKUP, UNIQUE, 1).text("x".repeat(256))));
    }

    /** Any bytes give a request, and what is read or written lies where a file can have bytes. */
    @Test
    void noBytesAreTooStrange() {
        Random random = new Random(1);
        for (int i = 0; i < 200_000; i++) {
            byte[] bytes = new byte[random.nextInt(160)];
            random.nextBytes(bytes);
            ByteBuffer message = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
            if (bytes.length >= Wire.IN_HEADER_BYTES && random.nextBoolean()) {
                message.putInt(Wire.IN_LENGTH, bytes.length);
                message.putInt(Wire.IN_OPCODE, random.nextInt(60));
            }
            if (FuseParser.parse(message) instanceof FuseRequest.Read read) {
                assertTrue(read.offsetBytes() >= 0 && read.lengthBytes() >= 0, read::toString);
            }
        }
    }
}
