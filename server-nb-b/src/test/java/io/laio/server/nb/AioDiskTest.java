package io.laio.server.nb;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.http.disk.BlockingDisk;
import io.laio.http.disk.Disk;
import io.laio.http.disk.DiskCompletion;
import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadlines;
import io.laio.http.loop.KernelThreadTimes;
import io.laio.http.loop.Operation;
import io.laio.http.loop.OperationCounters;
import io.laio.http.loop.Pauses;
import io.laio.http.loop.StallTracker;
import io.laio.http.network.EpollPoller;
import io.laio.http.server.LoopContext;
import io.laio.http.server.ServerOptions;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Reads by POSIX AIO, and what the C library may answer on a bad day. */
@Timeout(120)
class AioDiskTest {
    private static final int FILE_BYTES = 10_000;
    private static final int PATHS = 900_000;
    private static final int THREADS = 3;
    private static final int NBYTES = 24; // struct aiocb, aio.h of glibc 2.36

    private final Linux linux = Linux.open();
    private final NativeBuffer memory = new NativeBuffer(1 << 20);
    private final OperationCounters counters = new OperationCounters();
    private final KernelThreadTimes times = new KernelThreadTimes(linux);
    private final FaultyAio aio = new FaultyAio();
    private final EpollPoller epoll = new EpollPoller(linux);
    private final byte[] content = new byte[FILE_BYTES];

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path directory;

    @SuppressWarnings("NullAway.Init")
    private AioDisk disk;

    @SuppressWarnings("NullAway.Init")
    private AioPoller poller;

    private boolean closed;

    /** Takes an answer. */
    private static final class Answer implements DiskCompletion {
        private long value = Disk.PENDING;

        @Override
        public void completed(long result) {
            assertEquals(Disk.PENDING, value, "answered twice");
            value = result;
        }
    }

    @BeforeEach
    void open() {
        new Random(1).nextBytes(content);
        ServerOptions options = ServerOptions.of(directory, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        StallTracker tracker = new StallTracker(Clock.SYSTEM, times, Pauses.NONE);
        LoopContext context =
                new LoopContext(linux, Linux::open, Clock.SYSTEM, counters, tracker, new Deadlines(), options);
        disk = new AioDisk(context, new BlockingDisk(context), aio, THREADS, epoll::wakeup);
        poller = new AioPoller(epoll, disk);
    }

    @AfterEach
    void close() {
        if (!closed) {
            disk.close();
        }
        poller.close();
        times.close();
        memory.close();
    }

    private int file(String name) throws IOException {
        Path file = Files.write(directory.resolve(name), content);
        Memory.putString(memory.address() + PATHS, 4096, file.toString());
        OpenHow.put(memory.address() + PATHS + 4096, OpenHow.O_RDONLY, 0, 0);
        long fd = disk.open(OpenHow.AT_FDCWD, memory.address() + PATHS, memory.address() + PATHS + 4096, r -> {});
        assertTrue(fd >= 0, "open");
        return (int) fd;
    }

    private int[] pipe() {
        assertEquals(0, linux.pipe(memory.address() + PATHS, OpenHow.O_CLOEXEC));
        return new int[] {Memory.getInt(memory.address() + PATHS), Memory.getInt(memory.address() + PATHS + 4)};
    }

    private void write(int[] pipe) {
        assertEquals(1, linux.write(pipe[1], memory.address() + PATHS, 1));
    }

    private void close(int[] pipe) {
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    private Answer begin(int fd, int at, int length, long offset) {
        Answer answer = new Answer();
        assertEquals(Disk.PENDING, disk.read(fd, memory.address() + at, length, offset, answer));
        assertEquals(Disk.PENDING, answer.value, "a completion never runs inside the call");
        return answer;
    }

    private long await(Answer answer) {
        while (answer.value == Disk.PENDING) {
            assertEquals(false, poller.submit());
            poller.await(Long.MAX_VALUE);
            poller.dispatch();
        }
        return answer.value;
    }

    private void assertContent(int at, int offset, int length) {
        byte[] got = new byte[length];
        Memory.copy(memory.address() + at, got, 0, length);
        assertArrayEquals(Arrays.copyOfRange(content, offset, offset + length), got);
    }

    @Test
    void readsTheWholeRangeOrToTheEndOfTheFile() throws IOException {
        int fd = file("file");
        assertEquals(5000, await(begin(fd, 0, 5000, 1000)));
        assertContent(0, 1000, 5000);
        assertEquals(1000, await(begin(fd, 0, 5000, FILE_BYTES - 1000)));
        assertContent(0, FILE_BYTES - 1000, 1000);
        assertEquals(0, await(begin(fd, 0, 10, FILE_BYTES)));
        linux.close(fd);
    }

    @Test
    void whatIsOpenedAndWhatIsReadCountsAsBlocked() throws IOException {
        int fd = file("file");
        await(begin(fd, 0, 10, 0));
        assertEquals(1, counters.blockedCount(Operation.OPEN));
        assertEquals(1, counters.blockedCount(Operation.READ));
        linux.close(fd);
    }

    @Test
    void partsAddUp() throws IOException {
        int fd = file("file");
        for (int i = 0; i < 3; i++) {
            aio.reads.add(block -> {
                Memory.putLong(block + NBYTES, 700);
                return 0;
            });
        }
        assertEquals(5000, await(begin(fd, 0, 5000, 100)));
        assertEquals(4, aio.readsQueued);
        assertContent(0, 100, 5000);
        assertEquals(1, counters.blockedCount(Operation.READ), "one read, however many parts");
        linux.close(fd);
    }

    @Test
    void interruptedPartIsMadeAgain() throws IOException {
        int fd = file("file");
        aio.results.add(result -> -Errno.EINTR);
        assertEquals(5000, await(begin(fd, 0, 5000, 0)));
        assertContent(0, 0, 5000);
        linux.close(fd);
    }

    @Test
    void errorIsTheAnswerUnlessSomethingWasReadBefore() throws IOException {
        int fd = file("file");
        aio.results.add(result -> -Errno.EIO);
        assertEquals(-Errno.EIO, await(begin(fd, 0, 5000, 0)));
        aio.reads.add(block -> {
            Memory.putLong(block + NBYTES, 700);
            return 0;
        });
        aio.results.add(result -> result);
        aio.results.add(result -> -Errno.EIO);
        assertEquals(700, await(begin(fd, 0, 5000, 0)));
        assertEquals(5000, await(begin(fd, 0, 5000, 0)));
        linux.close(fd);
    }

    @Test
    void errorAtSubmissionIsTheAnswerAtOnce() throws IOException {
        int fd = file("file");
        aio.reads.add(block -> -Errno.EINVAL);
        assertEquals(-Errno.EINVAL, disk.read(fd, memory.address(), 10, 0, new Answer()));
        assertEquals(10, await(begin(fd, 0, 10, 0)));
        linux.close(fd);
    }

    @Test
    void whatTheLibraryHasNoRoomForIsAskedAgainAlthoughNothingElseIsUnderWay() throws IOException {
        int fd = file("file");
        for (int i = 0; i < 3; i++) {
            aio.reads.add(block -> -Errno.EAGAIN);
        }
        Answer first = begin(fd, 0, 5000, 0);
        Answer second = begin(fd, 5000, 5000, 5000);
        assertEquals(5000, await(second));
        assertEquals(5000, await(first));
        assertContent(0, 0, FILE_BYTES);
        assertEquals(5, aio.readsQueued, "refused three times");
        linux.close(fd);
    }

    /** Without the collector's own read there may be nothing to wait for, and still somebody to remind. */
    @Test
    void whatTheLibraryHasNoRoomForIsAskedAgainAlthoughItHasNoRoomForTheCollectorEither() throws IOException {
        int fd = file("file");
        aio.refusesCollector = true;
        assertEquals(100, await(begin(fd, 0, 100, 0)));
        aio.reads.add(block -> -Errno.EAGAIN);
        assertEquals(5000, await(begin(fd, 0, 5000, 0)));
        assertContent(0, 0, 5000);
        linux.close(fd);
    }

    @Test
    void whatTheLibraryHasNoRoomForBeginsWhenAnotherEnds() throws IOException {
        int fd = file("file");
        int[] pipe = pipe();
        Answer slow = begin(pipe[0], 8000, 1, 0);
        aio.reads.add(block -> -Errno.EAGAIN);
        Answer refused = begin(fd, 0, 5000, 0);
        assertEquals(2, aio.readsQueued);
        write(pipe);
        assertEquals(1, await(slow));
        assertEquals(5000, await(refused));
        assertContent(0, 0, 5000);
        close(pipe);
        linux.close(fd);
    }

    @Test
    void restOfAReadThatFindsNoRoomIsNotForgotten() throws IOException {
        int fd = file("file");
        aio.reads.add(block -> {
            Memory.putLong(block + NBYTES, 700);
            return 0;
        });
        aio.reads.add(block -> -Errno.EAGAIN);
        assertEquals(5000, await(begin(fd, 0, 5000, 0)));
        assertContent(0, 0, 5000);
        linux.close(fd);
    }

    /** The collector waits for reads that it knew before: each new one has to reach it while it does. */
    @Test
    void readThatBeginsWhileTheCollectorWaitsForAnotherIsNoticed() throws IOException {
        int fd = file("file");
        int[] pipe = pipe();
        Answer slow = begin(pipe[0], 8000, 1, 0);
        for (int i = 0; i < 2_000; i++) {
            assertEquals(100, await(begin(fd, 0, 100, i)));
        }
        assertEquals(Disk.PENDING, slow.value);
        write(pipe);
        assertEquals(1, await(slow));
        close(pipe);
        linux.close(fd);
    }

    @Test
    void moreThanTheLibraryIsGivenAreAllAnswered() throws IOException {
        int[] files = new int[10];
        for (int i = 0; i < files.length; i++) {
            files[i] = file("file" + i);
        }
        for (int round = 0; round < 20; round++) {
            List<Answer> answers = new ArrayList<>();
            for (int i = 0; i < AioDisk.MAX_UNDER_WAY + 100; i++) {
                answers.add(begin(files[i % files.length], i * 100, 100, i));
            }
            for (int i = 0; i < answers.size(); i++) {
                assertEquals(100, await(answers.get(i)));
                assertContent(i * 100, i, 100);
            }
        }
        Arrays.stream(files).forEach(linux::close);
    }

    @Test
    void readsWaitWhenEveryThreadOfTheLibraryHasOne() {
        int[] pipe = pipe();
        begin(pipe[0], 0, 1, 0);
        begin(pipe[0], 1, 1, 0);
        assertEquals(false, disk.readsWait());
        Answer third = begin(pipe[0], 2, 1, 0);
        assertTrue(disk.readsWait());
        for (int i = 0; i < THREADS; i++) {
            write(pipe);
        }
        await(third);
        assertEquals(false, disk.readsWait());
        close(pipe);
    }

    @Test
    void closingTakesBackWhatHasNotBegunAndWaitsForTheRest() {
        int[] pipe = pipe();
        Memory.putByte(memory.address() + PATHS, (byte) 'x');
        boolean[] late = {false};
        aio.whenNotCancelled = () -> {
            late[0] = true;
            write(pipe);
        };
        Answer first = begin(pipe[0], 0, 1, 0);
        Answer behindIt = begin(pipe[0], 100, 1, 0);
        disk.close();
        closed = true;
        assertEquals(late[0] ? 'x' : 0, Memory.getByte(memory.address()), "it was over when close returned");
        assertEquals(0, Memory.getByte(memory.address() + 100));
        assertEquals(List.of(Disk.PENDING, Disk.PENDING), List.of(first.value, behindIt.value));
        close(pipe);
    }

    // Reflection, because the module has no reason to require jdk.management.
    private static long allocatedBytes() throws ReflectiveOperationException {
        Object threads = Class.forName("java.lang.management.ManagementFactory")
                .getMethod("getThreadMXBean")
                .invoke(null);
        return (Long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes")
                .invoke(threads);
    }

    @Test
    void readAllocatesNothingOnTheLoopOnceItIsCompiled() throws IOException, ReflectiveOperationException {
        int fd = file("file");
        int turns = 2_000;
        Answer answer = new Answer();
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 100 && least > 4L * turns; tries++) {
            long before = allocatedBytes();
            for (int i = 0; i < turns; i++) {
                answer.value = Disk.PENDING;
                disk.read(fd, memory.address(), 100, i, answer);
                await(answer);
            }
            least = Math.min(least, allocatedBytes() - before);
        }
        assertTrue(least <= 4L * turns, least + " bytes in " + turns + " reads"); // an object a read is 16 at least
        linux.close(fd);
    }
}
