package io.laio.testbed.disk.daemon;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import io.laio.testbed.disk.fuse.Message;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The daemon's loop against a kernel that is played by the test: a socket that keeps messages apart stands for the device of
 * FUSE, so nothing needs root.
 */
class DiskLoopTest {
    private static final long IMAGE_BYTES = 1 << 20;
    private static final int AF_UNIX = 1; // include/linux/socket.h
    private static final int SOCK_SEQPACKET = 5; // include/linux/net.h
    private static final int FILE = 2;
    private static final int HEADER = 16;

    private final Linux linux = Linux.open();

    @SuppressWarnings("NullAway.Init")
    private Path image;

    @SuppressWarnings("NullAway.Init")
    private LoopThread loop;

    private int kernel = -1;

    @BeforeEach
    void makeImage() throws Exception {
        // Below target: a temporary directory may be in memory, where there is nothing to read around the page cache.
        image = Files.createTempFile(Files.createDirectories(Path.of("target", "on-disk")), "image", ".img")
                .toAbsolutePath();
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(IMAGE_BYTES);
        }
    }

    @AfterEach
    void end() throws Exception {
        if (kernel >= 0) {
            linux.close(kernel);
            loop.thread().join();
        }
        Files.deleteIfExists(image);
    }

    private void start(String model) throws Exception {
        try (NativeBuffer pair = new NativeBuffer(Long.BYTES)) {
            int type = SOCK_SEQPACKET | OpenHow.O_CLOEXEC;
            assertEquals(0, linux.syscall(SystemCall.SOCKETPAIR, AF_UNIX, type, 0, pair.address()));
            kernel = pair.asByteBuffer().getInt(0);
            loop = LoopThread.start(pair.asByteBuffer().getInt(Integer.BYTES), image, IMAGE_BYTES, model);
        }
    }

    private void send(Message message) {
        ByteBuffer whole = message.whole();
        byte[] bytes = new byte[whole.limit()];
        whole.get(bytes);
        try (NativeBuffer out = new NativeBuffer(bytes.length)) {
            out.asByteBuffer().put(bytes);
            assertEquals(bytes.length, linux.write(kernel, out.address(), bytes.length));
        }
    }

    /** An answer: whose, which error, and what else. */
    private record Answer(long unique, int error, ByteBuffer body) {}

    private Answer receive() {
        try (NativeBuffer in = new NativeBuffer(1 << 17)) {
            int length = (int) linux.read(kernel, in.address(), in.capacity());
            assertTrue(length >= HEADER, "the loop has ended: " + length);
            ByteBuffer bytes = in.asByteBuffer();
            assertEquals(length, bytes.getInt(0));
            byte[] body = new byte[length - HEADER];
            bytes.get(HEADER, body);
            return new Answer(
                    bytes.getLong(8), -bytes.getInt(4), ByteBuffer.wrap(body).order(ByteOrder.nativeOrder()));
        }
    }

    private static byte[] content(int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    @Test
    void whatIsWrittenIsRead() throws Exception {
        start("constant-100");
        byte[] content = content(65536, 1);
        send(Message.write(1, FILE, 8192, content));
        Answer written = receive();
        assertEquals(1, written.unique());
        assertEquals(0, written.error());
        assertEquals(65536, written.body().getInt());
        send(Message.read(2, FILE, 8192, 65536));
        Answer read = receive();
        assertEquals(2, read.unique());
        assertEquals(ByteBuffer.wrap(content), read.body());
        send(Message.synchronize(3, FILE));
        assertEquals(0, receive().error());
        byte[] inTheFile = Files.readAllBytes(image);
        assertArrayEquals(content, Arrays.copyOfRange(inTheFile, 8192, 8192 + 65536));
        DiskStatistics done = loop.statistics();
        assertEquals(List.of(1L, 1L, 1L), List.of(done.reads(), done.writes(), done.flushes()));
    }

    /** The gate opens for all at once: none was answered before the last had come. */
    @Test
    void requestsAreInTheModelTogether() throws Exception {
        start("gate-100");
        for (int i = 0; i < 100; i++) {
            send(Message.read(i + 1, FILE, i * 4096L, 4096));
        }
        List<Long> answered = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            answered.add(receive().unique());
        }
        assertEquals(100, answered.stream().distinct().count());
        assertEquals(100, loop.statistics().maxDepth());
    }

    /** What no slot is free for waits in the kernel, and gets its turn. */
    @Test
    void moreRequestsThanSlotsAreServedToo() throws Exception {
        start("gate-" + LoopThread.SLOTS);
        Thread asking = Thread.ofPlatform().start(() -> {
            for (int i = 0; i < 2 * LoopThread.SLOTS; i++) {
                send(Message.read(i + 1, FILE, 0, 4096));
            }
        });
        for (int i = 0; i < 2 * LoopThread.SLOTS; i++) {
            receive();
        }
        asking.join();
        assertEquals(LoopThread.SLOTS, loop.statistics().maxDepth());
    }

    @Test
    void whatIsNoPartOfTheDiskIsRefused() throws Exception {
        start("constant-0");
        send(Message.read(1, FILE, IMAGE_BYTES, 4096));
        assertEquals(Errno.EINVAL, receive().error());
        send(Message.read(2, FILE, 512, 4096));
        assertEquals(Errno.EINVAL, receive().error());
        send(Message.write(3, FILE, 0, new byte[100]));
        assertEquals(Errno.EINVAL, receive().error());
        assertEquals(3, loop.statistics().failures());
    }

    /** As a defective sector would. */
    @Test
    void anImageThatIsTooShortIsAnError() throws Exception {
        start("constant-0");
        try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(4096);
        }
        send(Message.read(1, FILE, 8192, 4096));
        assertEquals(Errno.EIO, receive().error());
        send(Message.read(2, FILE, 0, 4096));
        assertEquals(0, receive().error());
    }

    @Test
    void withoutPaceNobodyWaitsForTheModel() throws Exception {
        start("held");
        loop.pace(false);
        send(Message.read(1, FILE, 0, 4096));
        assertEquals(0, receive().error());
        loop.pace(true);
        send(Message.read(2, FILE, 0, 4096)); // held from now on
        send(Message.synchronize(3, FILE)); // which does not wait for reads
        assertEquals(3, receive().unique());
        assertEquals(1, loop.statistics().reads());
    }

    /** Of a model that would never have been done with them. */
    @Test
    void whenPacingEndsWhatTheModelHoldsIsAnswered() throws Exception {
        start("held");
        for (int i = 1; i <= 8; i++) {
            send(Message.read(i, FILE, i * 4096L, 4096));
        }
        send(Message.synchronize(9, FILE)); // which does not wait for reads: all have arrived
        assertEquals(9, receive().unique());
        loop.pace(false);
        List<Long> answered = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            Answer answer = receive();
            assertEquals(0, answer.error());
            answered.add(answer.unique());
        }
        assertEquals(8, answered.stream().distinct().count());
        assertEquals(0, loop.statistics().lateRequests());
        assertEquals(8, loop.statistics().reads());
    }

    @Test
    void garbageIsAnsweredAndForgotten() throws Exception {
        start("constant-0");
        Message strange = Message.of(4711, 9, FILE);
        send(strange);
        assertEquals(Errno.ENOSYS, receive().error());
        send(Message.read(10, FILE, 0, 4096));
        assertEquals(10, receive().unique());
    }

    @Test
    void theLoopEndsWhenNobodyIsThereAnyMore() throws Exception {
        start("held");
        send(Message.read(1, FILE, 0, 4096));
        linux.close(kernel);
        kernel = -1;
        assertTrue(loop.thread().join(Duration.ofSeconds(60)), "the loop goes on");
        assertTrue(loop.failure().isEmpty(), () -> loop.failure().toString());
    }
}
