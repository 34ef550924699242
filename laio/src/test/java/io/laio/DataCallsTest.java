package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Calls that move data by number: from and to files and pipes, in memory or not, in one piece or in many. */
class DataCallsTest extends RawCallFixture {
    private static final int RWF_APPEND = 0x10;
    private static final int TARGET = 1 << 20;

    private int file(String name, String content, int flags) throws IOException {
        return Loopback.open(linux, Files.writeString(directory.resolve(name), content), flags);
    }

    private void evict(int fd) {
        linux.syscall(SystemCall.FSYNC, fd, 0, 0, 0);
        linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED);
    }

    /** Vectors of so many bytes each, one after another from an address on. */
    private long vectors(int at, int target, int... lengths) {
        int to = target;
        for (int i = 0; i < lengths.length; i++) {
            IoVector.put(loop.at(at) + 16L * i, loop.at(to), lengths[i]);
            to += lengths[i];
        }
        return loop.at(at);
    }

    @Test
    void readsAndWrites() throws IOException {
        int fd = file("f", "0123456789", OpenHow.O_RDWR);
        assertEquals(4, make(SystemCall.READ, fd, loop.at(0), 4));
        assertEquals("0123", textAt(0, 4));
        assertEquals(6, make(SystemCall.READ, fd, loop.at(0), 100));
        assertEquals(0, make(SystemCall.READ, fd, loop.at(0), 100));
        evict(fd);
        assertEquals(3, make(SystemCall.PREAD64, fd, loop.at(0), 100, 7));
        assertEquals("789", textAt(0, 3));
        assertSame(SystemCall.PREAD64, fd, loop.at(0), 100, -1);
        assertEquals(2, make(SystemCall.PWRITE64, fd, text(512, "ab"), 2, 1));
        assertEquals(3, make(SystemCall.WRITE, fd, text(512, "END"), 3));
        assertEquals("0ab3456789END", Files.readString(directory.resolve("f")));
        assertSame(SystemCall.PWRITE64, fd, loop.at(0), 1, -2);
        assertSame(SystemCall.READ, 9999, loop.at(0), 1);
        assertSame(SystemCall.WRITE, -1, loop.at(0), 1);
        linux.close(fd);
    }

    @Test
    void vectorsAreWhole() throws IOException {
        int fd = file("f", "0123456789", OpenHow.O_RDWR);
        assertEquals(7, make(SystemCall.READV, fd, vectors(0, TARGET, 3, 0, 4), 3));
        assertEquals("0123456", textAt(TARGET, 7));
        evict(fd);
        assertEquals(9, make(SystemCall.PREADV, fd, vectors(0, TARGET, 3, 100), 2, 1));
        assertEquals(10, make(SystemCall.PREADV2, fd, vectors(0, TARGET, 3, 100), 2, 0, 0, 0));
        text(TARGET, "abcdef");
        assertEquals(3, make(SystemCall.WRITEV, fd, vectors(0, TARGET, 1, 2), 2));
        assertEquals(4, make(SystemCall.PWRITEV, fd, vectors(0, TARGET, 1, 3), 2, 0));
        assertEquals(2, make(SystemCall.PWRITEV2, fd, vectors(0, TARGET, 1, 1), 2, 0, 0, RWF_APPEND));
        assertEquals("abcd456abcab", Files.readString(directory.resolve("f")));
        assertSame(SystemCall.READV, fd, loop.at(0), 2_000);
        assertSame(SystemCall.READV, fd, 0, 1);
        assertSame(SystemCall.READV, fd, loop.at(0), 0);
        assertSame(SystemCall.PREADV, fd, loop.at(0), 1, -1);
        assertSame(SystemCall.PREADV2, fd, vectors(0, TARGET, 1), 1, 0, 0, 0x4000_0000);
        linux.close(fd);
    }

    @Test
    void whoSaysNowaitGetsWhatIsThere() throws IOException {
        int fd = file("f", "x".repeat(300_000), OpenHow.O_RDONLY);
        evict(fd);
        long result = issue(SystemCall.PREADV2, fd, vectors(0, TARGET, 300_000), 1, 0, 0, IoVector.RWF_NOWAIT);
        assertEquals(0, laio.inFlight());
        assertTrue(
                result == -Errno.EAGAIN || result == -Errno.EOPNOTSUPP || result >= 0,
                "the caller's answer: " + result);
        linux.close(fd);
    }

    @Test
    void fileIsReadWholeThoughOnlyItsBeginningIsInMemory() throws IOException {
        int length = 2_000_000;
        int fd = file("f", "y".repeat(length), OpenHow.O_RDONLY);
        linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_RANDOM);
        evict(fd);
        assertEquals(8192, linux.pread(fd, loop.at(0), 8192, 0));
        assertEquals(length, make(SystemCall.READ, fd, loop.at(0), length), "as read(2) of a file");
        evict(fd);
        assertEquals(0, linux.syscall(SystemCall.LSEEK, fd, 0, 0, 0));
        assertEquals(8192, linux.pread(fd, loop.at(0), 8192, 0));
        assertEquals(length, make(SystemCall.READV, fd, vectors(TARGET, TARGET + 64, 1_000_000, 1_000_000), 2));
        linux.close(fd);
    }

    @Test
    void largeWriteToASlowPipeIsWhole() throws InterruptedException {
        for (SystemCall call : new SystemCall[] {SystemCall.WRITE, SystemCall.WRITEV}) {
            int[] pipe = Loopback.pipe(linux);
            int length = 1_000_000;
            for (int i = 0; i < length; i++) {
                Memory.putByte(loop.at(i), (byte) ((i * 7) >> 3));
            }
            boolean vectored = call == SystemCall.WRITEV;
            long vectors = vectors(length + 64, 0, 1, 99_999, 900_000);
            long handle = start(call, pipe[1], vectored ? vectors : loop.at(0), vectored ? 3 : length);
            byte[] got = new byte[length];
            Thread reader = Thread.ofPlatform().start(() -> readAll(pipe[0], got));
            assertEquals(length, loop.await(handle));
            reader.join();
            byte[] sent = new byte[length];
            Memory.copy(loop.at(0), sent, 0, length);
            assertTrue(Arrays.equals(sent, got), "other bytes");
            linux.close(pipe[0]);
            linux.close(pipe[1]);
        }
    }

    private static void readAll(int fd, byte[] got) {
        io.laio.linux.Linux own = io.laio.linux.Linux.open();
        try (io.laio.linux.NativeBuffer memory = new io.laio.linux.NativeBuffer(65_536)) {
            for (int at = 0; at < got.length; ) {
                int part = check(own.read(fd, memory.address(), 1 + at % 65_536));
                Memory.copy(memory.address(), got, at, part);
                at += part;
            }
        }
    }

    @Test
    void synchronisesAndAllocates() throws IOException {
        int fd = file("f", "0123456789", OpenHow.O_RDWR);
        assertEquals(0, make(SystemCall.FSYNC, fd));
        assertEquals(0, make(SystemCall.FDATASYNC, fd));
        assertEquals(0, make(SystemCall.SYNC_FILE_RANGE, fd, 0, 10, 7));
        assertSame(SystemCall.SYNC_FILE_RANGE, fd, 0, 10, 0x80);
        assertEquals(0, make(SystemCall.FALLOCATE, fd, 0, 0, 100_000));
        assertEquals(100_000, Files.size(directory.resolve("f")));
        assertEquals(0, make(SystemCall.FALLOCATE, fd, 3, 0, 8192), "a hole");
        assertSame(SystemCall.FALLOCATE, fd, 0, 0, 0);
        assertEquals(0, make(SystemCall.FADVISE64, fd, 0, 0xffff_ffffL, MemoryMap.POSIX_FADV_WILLNEED));
        assertSame(SystemCall.FADVISE64, fd, 0, 0, 99);
        assertEquals(0, make(SystemCall.SYNCFS, fd));
        assertEquals(0, make(SystemCall.READAHEAD, fd, 0, 4096));
        int[] pipe = Loopback.pipe(linux);
        assertSame(SystemCall.FSYNC, pipe[0]);
        assertSame(SystemCall.FDATASYNC, 9999);
        linux.close(pipe[0]);
        linux.close(pipe[1]);
        linux.close(fd);
    }

    @Test
    void advisesOnMemoryBeyondWhatAnEntryTakesAtOnce() {
        long bytes = 3L << 30; // the entry's length is 32 bits, and cut at 2 GiB
        int protection = MemoryMap.PROT_READ | MemoryMap.PROT_WRITE;
        long address = linux.mmap(bytes, protection, MemoryMap.MAP_PRIVATE | MemoryMap.MAP_ANONYMOUS | 0x4000, -1, 0);
        assertTrue(address > 0);
        long last = address + bytes - 4096;
        Memory.putByte(last, (byte) 1);
        assertEquals(0, make(SystemCall.MADVISE, address, bytes, 4)); // MADV_DONTNEED
        assertEquals(0, Memory.getByte(last), "to its end");
        assertSame(SystemCall.MADVISE, address, 4096, 9999);
        linux.munmap(address, bytes);
    }

    @Test
    void splicesAndTees() throws IOException {
        int fd = file("f", "0123456789", OpenHow.O_RDWR);
        int[] one = Loopback.pipe(linux);
        int[] two = Loopback.pipe(linux);
        Memory.putLong(loop.at(0), 2);
        assertEquals(8, make(SystemCall.SPLICE, fd, loop.at(0), one[1], 0, 100, 0));
        assertEquals(10, Memory.getLong(loop.at(0)), "the offset moves");
        assertEquals(8, make(SystemCall.TEE, one[0], two[1], 100, 0));
        assertEquals(8, make(SystemCall.SPLICE, one[0], 0, two[1], 0, 100, 0));
        assertEquals(16, linux.read(two[0], loop.at(512), 100));
        assertEquals("2345678923456789", textAt(512, 16));
        assertEquals(-Errno.EAGAIN, make(SystemCall.SPLICE, one[0], 0, two[1], 0, 100, 2)); // SPLICE_F_NONBLOCK
        long waiting = start(SystemCall.SPLICE, one[0], 0, two[1], 0, 100, 0);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.write(one[1], loop.at(512), 3);
        assertEquals(3, loop.await(waiting));
        assertSame(SystemCall.SPLICE, fd, 0, fd, 0, 1, 0);
        for (int end : new int[] {fd, one[0], one[1], two[0], two[1]}) {
            linux.close(end);
        }
    }

    @Test
    void copiesRanges() throws IOException {
        int from = file("f", "0123456789", OpenHow.O_RDONLY);
        int to = file("g", "", OpenHow.O_RDWR);
        assertEquals(10, make(SystemCall.COPY_FILE_RANGE, from, 0, to, 0, 100, 0));
        assertEquals("0123456789", Files.readString(directory.resolve("g")));
        assertEquals(0, make(SystemCall.COPY_FILE_RANGE, from, 0, to, 0, 100, 0));
        assertSame(SystemCall.COPY_FILE_RANGE, from, 0, from, 0, 100, 1);
        linux.close(from);
        linux.close(to);
    }

    @Test
    void descriptorsAndProcess() {
        int[] pipe = Loopback.pipe(linux);
        long copy = make(SystemCall.DUP, pipe[0]);
        assertEquals(copy, make(SystemCall.DUP2, pipe[1], copy));
        assertEquals(1, linux.write((int) copy, loop.at(0), 1), "it is the other end now");
        assertEquals(copy, make(SystemCall.DUP3, pipe[0], copy, OpenHow.O_CLOEXEC));
        linux.read(pipe[0], loop.at(0), 1);
        long waiting = start(SystemCall.READ, copy, loop.at(0), 1);
        assertEquals(-Errno.EBUSY, make(SystemCall.DUP2, pipe[1], copy));
        assertEquals(-Errno.EBUSY, make(SystemCall.DUP3, pipe[1], copy, 0));
        assertEquals(copy, make(SystemCall.DUP2, copy, copy), "it changes nothing");
        laio.cancel(waiting);
        assertEquals(-Errno.ECANCELED, loop.await(waiting));
        assertEquals(0, make(SystemCall.CLOSE, copy));
        assertSame(SystemCall.CLOSE, copy);
        assertSame(SystemCall.GETPID);
        assertSame(SystemCall.LSEEK, pipe[0], 0, 0);
        assertEquals(0, make(SystemCall.PIPE2, loop.at(0), OpenHow.O_CLOEXEC));
        linux.close(Memory.getInt(loop.at(0)));
        linux.close(Memory.getInt(loop.at(4)));
        long mask = make(SystemCall.UMASK, 077);
        assertEquals(077, make(SystemCall.UMASK, mask));
        linux.close(pipe[0]);
        linux.close(pipe[1]);
    }

    @Test
    void refusedAndUnknownCallsDoNothing() {
        int refused = 0;
        for (SystemCall call : SystemCall.values()) {
            if (call.exists() && CallWays.way(call) == Way.REFUSED) {
                assertEquals(-Errno.EOPNOTSUPP, make(call), call::toString);
                assertEquals(1, laio.counters().get(LaioCounter.REFUSED, call));
                refused++;
            }
        }
        assertTrue(refused > 50, "exit, fork, setuid...: " + refused);
        for (int number : new int[] {-1, 9999, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertEquals(-1, laio.syscall(number));
            assertEquals(Errno.ENOSYS, laio.errno());
            assertEquals(0, laio.handle());
        }
    }
}
