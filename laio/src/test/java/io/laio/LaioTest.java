package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The three calls, over a real io_uring, real pipes, sockets and files. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class LaioTest {
    @Parameter
    @SuppressWarnings("NullAway.Init")
    Engine engine;

    private LaioOptions options() {
        return LaioOptions.DEFAULTS.withEngine(engine);
    }

    private static final long FOR_EVER = -1;

    private final Linux linux = Linux.open();
    private final NativeBuffer buffer = new NativeBuffer(4 << 20);
    private final Completions completions = new Completions(64);

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private Laio laio;

    @BeforeEach
    void open() throws EngineUnavailableException {
        laio = Laio.open(options());
    }

    @AfterEach
    void close() {
        laio.close();
        buffer.close();
    }

    /** Polls until one completion is there; fails if it is not the expected operation's. */
    private long await(long handle) {
        while (laio.poll(completions, FOR_EVER) == 0) {
            assertTrue(laio.inFlight() > 0, "nothing in flight can complete");
        }
        assertEquals(1, completions.count());
        assertEquals(handle, completions.handle(0));
        return completions.value(0);
    }

    @Test
    void fullPipeIsReadAtOnce() {
        int[] pipe = Loopback.pipe(linux);
        Memory.putByte(buffer.address(), (byte) 42);
        linux.write(pipe[1], buffer.address(), 1);
        assertEquals(1, laio.read(pipe[0], buffer.address() + 100, 1, -1));
        assertEquals(0, laio.handle());
        assertEquals(42, Memory.getByte(buffer.address() + 100));
        assertEquals(0, laio.counters().get(LaioCounter.BLOCKED, SystemCall.READ));
        assertEquals(1, laio.counters().get(LaioCounter.ISSUED, SystemCall.READ));
    }

    @ParameterizedTest
    @EnumSource
    void emptyPipeGoesOnInTheBackground(Laziness laziness) {
        int[] pipe = Loopback.pipe(linux);
        assertEquals(-1, laio.read(pipe[0], buffer.address(), 10, -1, laziness));
        assertEquals(Errno.EINPROGRESS, laio.errno());
        long handle = laio.handle();
        assertNotEquals(0, handle);
        laio.attach("mine");
        assertEquals(0, laio.poll(completions, 0));
        Memory.putByte(buffer.address() + 64, (byte) 7);
        linux.write(pipe[1], buffer.address() + 64, 1);
        assertEquals(1, await(handle), "a pipe answers with any data");
        assertEquals("mine", completions.attachment(0));
        assertEquals(7, Memory.getByte(buffer.address()));
        assertEquals(1, laio.counters().get(LaioCounter.BLOCKED, SystemCall.READ));
        assertTrue(laio.counters().get(LaioCounter.BLOCKED_NANOS, SystemCall.READ) > 0);
    }

    @Test
    void attachingToACallThatDidNotBlockDoesNothing() {
        int[] pipe = Loopback.pipe(linux);
        assertEquals(-1, laio.read(pipe[0], buffer.address(), 1, -1));
        long handle = laio.handle();
        linux.write(pipe[1], buffer.address(), 1);
        int[] other = Loopback.pipe(linux);
        linux.write(other[1], buffer.address(), 1);
        assertEquals(1, laio.read(other[0], buffer.address(), 1, -1));
        laio.attach("nobody's");
        await(handle);
        assertNull(completions.attachment(0));
    }

    @Test
    void ringReadOfReadyDataDidNotBlock() {
        int[] pipe = Loopback.pipe(linux);
        linux.write(pipe[1], buffer.address(), 1);
        assertEquals(-1, laio.read(pipe[0], buffer.address(), 1, -1, Laziness.RING));
        assertEquals(1, laio.poll(completions, 0), "known when the submitting call returned");
        assertEquals(0, laio.counters().get(LaioCounter.BLOCKED, SystemCall.READ));
    }

    @ParameterizedTest
    @EnumSource
    void fileIsReadToTheLengthOrToItsEnd(Laziness laziness) throws IOException {
        byte[] content = randomBytes(3_000_001);
        int fd = Loopback.open(linux, Files.write(directory.resolve("file"), content), OpenHow.O_RDONLY);
        evict(fd);
        assertArrayEquals(content, 17, readWhole(fd, 2_000_000, 17, laziness));
        evict(fd);
        assertArrayEquals(content, 1_000_001, readWhole(fd, 4_000_000, 1_000_001, laziness));
        assertEquals(0, readWhole(fd, 100, 3_000_001, laziness).length);
    }

    private byte[] readWhole(int fd, int length, long offset, Laziness laziness) {
        long got = laio.read(fd, buffer.address(), length, offset, laziness);
        got = laio.handle() == 0 ? got : await(laio.handle());
        byte[] bytes = new byte[(int) got];
        Memory.copy(buffer.address(), bytes, 0, bytes.length);
        return bytes;
    }

    private static void assertArrayEquals(byte[] content, int from, byte[] got) {
        assertTrue(Arrays.equals(content, from, from + got.length, got, 0, got.length), "other bytes than in the file");
        assertTrue(got.length == 2_000_000 || from + got.length == content.length, "short: " + got.length);
    }

    private void evict(int fd) {
        linux.syscall(SystemCall.FSYNC, fd, 0, 0, 0);
        linux.fadvise(fd, 0, 0, io.laio.linux.MemoryMap.POSIX_FADV_DONTNEED);
    }

    @ParameterizedTest
    @EnumSource
    void sendIsCompleteOnlyWhenEverythingIsSent(Laziness laziness) throws InterruptedException {
        int[] pair = Loopback.socketPair(linux);
        byte[] content = randomBytes(buffer.capacity());
        Memory.copy(content, 0, buffer.address(), content.length);
        int first = 1000;
        long sent = laio.send(
                pair[0], buffer.address(), first, buffer.address() + first, content.length - first, 0, laziness);
        assertEquals(-1, sent, "4 MiB do not fit in the socket of a peer that does not read");
        assertEquals(Errno.EINPROGRESS, laio.errno());
        long handle = laio.handle();
        SlowReader reader = new SlowReader(pair[1], content.length);
        Thread thread = Thread.ofPlatform().start(reader);
        assertEquals(content.length, await(handle));
        thread.join();
        assertTrue(Arrays.equals(content, reader.received), "the peer got other bytes");
    }

    /** Reads a socket in small pieces of changing size on a thread of its own. */
    private static final class SlowReader implements Runnable {
        private final int fd;
        private final byte[] received;

        SlowReader(int fd, int length) {
            this.fd = fd;
            this.received = new byte[length];
        }

        @Override
        public void run() {
            Linux own = Linux.open();
            try (NativeBuffer piece = new NativeBuffer(65536)) {
                for (int at = 0; at < received.length; ) {
                    int got = check(own.recv(fd, piece.address(), 1 + (at * 31L) % 65536, 0));
                    Memory.copy(piece.address(), received, at, got);
                    at += got;
                }
            }
        }
    }

    @Test
    void resetWhileSendingIsAnErrorNeverAPart() {
        int[] pair = Loopback.socketPair(linux);
        assertEquals(-1, laio.send(pair[0], buffer.address(), buffer.capacity(), 0));
        long handle = laio.handle();
        laio.poll(completions, 0);
        linux.close(pair[1]); // unread data: the peer is told by a reset
        assertEquals(-1, await(handle));
        assertTrue(
                Set.of(Errno.ECONNRESET, Errno.EPIPE).contains(completions.errno(0)),
                Errno.describe(completions.errno(0)));
    }

    @Test
    void closingCancelsWhatIsInFlightThenCloses() {
        int[] pair = Loopback.socketPair(linux);
        assertEquals(-1, laio.recv(pair[0], buffer.address(), 100, 0));
        long receive = laio.handle();
        assertEquals(-1, laio.send(pair[0], buffer.address(), buffer.capacity(), 0));
        long send = laio.handle();
        assertEquals(-1, laio.close(pair[0]));
        assertEquals(Errno.EINPROGRESS, laio.errno());
        long close = laio.handle();
        assertEquals(-1, laio.close(pair[0]), "closing twice");
        assertEquals(Errno.EBADF, laio.errno());
        Set<Long> open = new HashSet<>(Set.of(receive, send, close));
        while (!open.isEmpty()) {
            laio.poll(completions, FOR_EVER);
            for (int i = 0; i < completions.count(); i++) {
                assertTrue(open.remove(completions.handle(i)));
                boolean isClose = completions.handle(i) == close;
                assertEquals(isClose ? 0 : -1, completions.value(i));
                assertEquals(isClose ? 0 : Errno.ECANCELED, completions.errno(i));
                assertTrue(!isClose || open.isEmpty(), "the close completes last");
            }
        }
        assertEquals(-Errno.EBADF, linux.close(pair[0]));
    }

    @Test
    void closingAnIdleDescriptorIsDoneAtOnce() {
        int[] pipe = Loopback.pipe(linux);
        assertEquals(0, laio.close(pipe[0]));
        assertEquals(0, laio.handle());
        assertEquals(-1, laio.close(pipe[0]));
        assertEquals(Errno.EBADF, laio.errno());
    }

    @Test
    void cancelledOperationCompletesAsCancelled() {
        int[] pipe = Loopback.pipe(linux);
        laio.read(pipe[0], buffer.address(), 1, -1);
        long handle = laio.handle();
        laio.cancel(handle);
        assertEquals(-1, await(handle));
        assertEquals(Errno.ECANCELED, completions.errno(0));
        laio.cancel(handle);
        assertEquals(0, laio.poll(completions, 0), "a handle of the past is ignored");
    }

    @Test
    void abandonedAcceptClosesTheLateDescriptor() {
        int listener = Loopback.listener(linux);
        assertEquals(-1, laio.accept(listener, Sockets.SOCK_CLOEXEC));
        laio.abandon(laio.handle());
        while (laio.inFlight() > 0) {
            assertEquals(0, laio.poll(completions, 1_000_000), "nobody waits for it");
        }
        assertEquals(0, laio.counters().staleCompletions());
    }

    @Test
    void acceptTakesAWaitingConnectionAtOnce() throws IOException {
        int listener = Loopback.listener(linux);
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), Loopback.portOf(linux, listener))) {
            assertTrue(client.isConnected());
            Loopback.awaitReadable(linux, listener);
            assertTrue(laio.accept(listener, Sockets.SOCK_CLOEXEC) >= 0, () -> Errno.describe(laio.errno()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void openAnswersWithADescriptorOrTheError(Laziness laziness) throws IOException {
        Path file = Files.writeString(directory.resolve("there"), "content");
        assertEquals(7, readWhole((int) openNamed(file.toString(), laziness), 100, 0, laziness).length);
        assertEquals(-1, openNamed(directory.resolve("missing").toString(), laziness));
    }

    private long openNamed(String path, Laziness laziness) {
        try (NativeBuffer memory = new NativeBuffer(4096)) {
            OpenHow.put(memory.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            Memory.putString(memory.address() + 64, 4000, path);
            long fd = laio.open(OpenHow.AT_FDCWD, memory.address() + 64, memory.address(), laziness);
            // The path is the operation's own now: scribbling over the caller's copy must not matter.
            Memory.zero(memory.address(), memory.capacity());
            return laio.handle() == 0 ? fd : await(laio.handle());
        }
    }

    @Test
    void wholeWriteReachesTheFile() throws IOException {
        Path file = Files.createFile(directory.resolve("out"));
        int fd = Loopback.open(linux, file, OpenHow.O_WRONLY);
        byte[] content = randomBytes(100_000);
        Memory.copy(content, 0, buffer.address(), content.length);
        laio.write(fd, buffer.address(), content.length, 5);
        assertEquals(content.length, await(laio.handle()));
        laio.fsync(fd);
        assertEquals(0, await(laio.handle()));
        byte[] written = Files.readAllBytes(file);
        assertTrue(Arrays.equals(content, 0, content.length, written, 5, written.length));
    }

    @Test
    void rawSystemCallsTakeTheSameWays() {
        assertEquals(ProcessHandle.current().pid(), laio.syscall(SystemCall.GETPID.number(), 0, 0, 0, 0));
        int[] pipe = Loopback.pipe(linux);
        assertEquals(-1, laio.syscall(SystemCall.READ.number(), pipe[0], buffer.address(), 1, 0));
        assertEquals(Errno.EINPROGRESS, laio.errno());
        long handle = laio.handle();
        assertEquals(1, laio.syscall(SystemCall.WRITE.number(), pipe[1], buffer.address(), 1, 0));
        assertEquals(1, await(handle));
        assertEquals(-1, laio.syscall(99_999, 0, 0, 0, 0));
        assertEquals(Errno.ENOSYS, laio.errno());
    }

    @Test
    void moreOperationsThanEntriesAllComplete() throws EngineUnavailableException {
        try (Laio small = Laio.open(options().withEntries(4, 8).withLaziness(Laziness.RING))) {
            int pipes = 300;
            Set<Long> open = new HashSet<>();
            int[] writers = new int[pipes];
            for (int i = 0; i < pipes; i++) {
                int[] pipe = Loopback.pipe(linux);
                writers[i] = pipe[1];
                small.read(pipe[0], buffer.address() + i, 1, -1);
                assertTrue(open.add(small.handle()), "handles differ");
            }
            assertEquals(pipes, small.inFlight());
            for (int writer : writers) {
                linux.write(writer, buffer.address(), 1);
            }
            while (!open.isEmpty()) {
                small.poll(completions, FOR_EVER);
                for (int i = 0; i < completions.count(); i++) {
                    assertTrue(open.remove(completions.handle(i)), "each completes once");
                    assertEquals(1, completions.value(i));
                }
            }
            assertEquals(0, small.counters().staleCompletions());
        }
    }

    @Test
    void wakeupFromAnotherThreadEndsTheWait() throws InterruptedException {
        Thread other = Thread.ofPlatform().start(laio::wakeup);
        assertEquals(0, laio.poll(completions, FOR_EVER));
        other.join();
        laio.wakeup();
        laio.wakeup();
        assertEquals(0, laio.poll(completions, FOR_EVER), "wake-ups that came before the wait end it too");
    }

    @Test
    void waitEndsWhenTheTimeIsUp() {
        assertEquals(0, laio.poll(completions, 1_000_000));
    }

    @Test
    void closingWithOperationsInFlightEnds() throws EngineUnavailableException {
        int[] pair = Loopback.socketPair(linux);
        Laio doomed = Laio.open(options());
        doomed.recv(pair[0], buffer.address(), 10, 0);
        doomed.accept(Loopback.listener(linux), 0);
        doomed.close();
        doomed.close();
        doomed.wakeup();
        assertThrows(IllegalStateException.class, () -> doomed.poll(completions, 0));
        assertThrows(IllegalStateException.class, () -> doomed.read(pair[0], buffer.address(), 1, -1));
    }

    @Test
    void interruptedDirectAttemptGoesToTheRing() throws EngineUnavailableException {
        FaultyLinux faulty = new FaultyLinux();
        try (Laio hardened = Laio.open(faulty, options())) {
            int[] pipe = Loopback.pipe(linux);
            linux.write(pipe[1], buffer.address(), 1);
            faulty.answer(SystemCall.PREADV2, -Errno.EINTR);
            assertEquals(-1, hardened.read(pipe[0], buffer.address(), 1, -1));
            assertEquals(Errno.EINPROGRESS, hardened.errno());
            faulty.answer(SystemCall.IO_URING_ENTER, -Errno.EINTR).answer(SystemCall.IO_URING_ENTER, -Errno.EBUSY);
            int polls = 0;
            while (hardened.poll(completions, FOR_EVER) == 0) {
                assertTrue(polls++ < 10);
            }
            assertEquals(1, completions.value(0));
        }
    }

    @Test
    void errorOfTheDeviceIsTheCallersError() throws EngineUnavailableException {
        FaultyLinux faulty = new FaultyLinux();
        try (Laio hardened = Laio.open(faulty, options())) {
            faulty.answer(SystemCall.PREADV2, -Errno.EIO);
            assertEquals(-1, hardened.read(0, buffer.address(), 1, 0));
            assertEquals(Errno.EIO, hardened.errno());
            assertEquals(0, hardened.handle());
        }
    }

    @Test
    void randomPipesNeverMixUpTheirData() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int[][] pipes = new int[20][];
        long[] handles = new long[pipes.length];
        for (int i = 0; i < pipes.length; i++) {
            pipes[i] = Loopback.pipe(linux);
        }
        Integer[] tags = new Integer[pipes.length];
        Arrays.setAll(tags, i -> i);
        for (int round = 0; round < 2_000; round++) {
            int i = random.nextInt(pipes.length);
            if (handles[i] == 0) {
                laio.read(
                        pipes[i][0],
                        buffer.address() + i * 64L,
                        8,
                        -1,
                        random.nextBoolean() ? Laziness.RING : Laziness.DIRECT);
                handles[i] = laio.handle();
                laio.attach(tags[i]);
            } else {
                Memory.putLong(buffer.address() + 4096, i + 1000L * round);
                linux.write(pipes[i][1], buffer.address() + 4096, 8);
                assertEquals(8, await(handles[i]), "seed " + seed);
                assertSame(tags[i], completions.attachment(0), "seed " + seed);
                assertEquals(i + 1000L * round, Memory.getLong(buffer.address() + i * 64L), "seed " + seed);
                handles[i] = 0;
            }
        }
    }

    private static byte[] randomBytes(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
