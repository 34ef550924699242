package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MemoryMap;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** sendfile(2): in memory or not, to slow peers, from a position or from the file's own, and its end. */
class SendfileTest extends RawCallFixture {
    private static final int F_SETFL = 4;
    private static final int LENGTH = 5_000_000;

    private byte[] content(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }

    private int file(byte[] content) throws IOException {
        Path file = Files.write(directory.resolve("file"), content);
        return Loopback.open(linux, file, OpenHow.O_RDONLY);
    }

    private int[] pair(boolean nonBlocking) {
        int[] pair = Loopback.socketPair(linux);
        if (nonBlocking) {
            check(linux.syscall(SystemCall.FCNTL, pair[0], F_SETFL, OpenHow.O_RDWR | OpenHow.O_NONBLOCK, 0));
        }
        return pair;
    }

    private void close(int... descriptors) {
        for (int fd : descriptors) {
            linux.close(fd);
        }
    }

    private static final class Reader implements Runnable {
        private final int fd;
        private final byte[] got;

        Reader(int fd, int length) {
            this.fd = fd;
            this.got = new byte[length];
        }

        @Override
        public void run() {
            Linux own = Linux.open();
            try (NativeBuffer piece = new NativeBuffer(65_536)) {
                for (int at = 0; at < got.length; ) {
                    int part = check(own.recv(fd, piece.address(), 1 + at % 65_536, 0));
                    Memory.copy(piece.address(), got, at, part);
                    at += part;
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void everythingIsSentThoughTheFileIsNotInMemoryAndIsClosedMeanwhile(boolean nonBlocking)
            throws IOException, InterruptedException {
        byte[] content = content(LENGTH);
        int fd = file(content);
        linux.syscall(SystemCall.FSYNC, fd, 0, 0, 0);
        linux.fadvise(fd, 0, 0, MemoryMap.POSIX_FADV_DONTNEED);
        int[] pair = pair(nonBlocking);
        int before = Loopback.openDescriptors();
        Memory.putLong(loop.at(0), 100);
        long handle = start(SystemCall.SENDFILE, pair[0], fd, loop.at(0), LENGTH);
        close(fd);
        Reader reader = new Reader(pair[1], LENGTH - 100);
        Thread thread = Thread.ofPlatform().start(reader);
        assertEquals(LENGTH - 100, loop.await(handle), "until the file ends");
        thread.join();
        assertEquals(LENGTH, Memory.getLong(loop.at(0)));
        assertTrue(Arrays.equals(Arrays.copyOfRange(content, 100, LENGTH), reader.got), "other bytes");
        Loopback.awaitDescriptors(before - 1);
        close(pair);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesOwnPositionMoves(boolean nonBlocking) throws IOException {
        int fd = file(content(1000));
        int[] pair = pair(nonBlocking);
        assertEquals(0, check(linux.syscall(SystemCall.LSEEK, fd, 0, 0, 0)));
        assertEquals(600, make(SystemCall.SENDFILE, pair[0], fd, 0, 600));
        assertEquals(600, linux.syscall(SystemCall.LSEEK, fd, 0, 1, 0));
        assertEquals(400, make(SystemCall.SENDFILE, pair[0], fd, 0, 600), "the file ends");
        assertEquals(0, make(SystemCall.SENDFILE, pair[0], fd, 0, 600));
        Memory.putLong(loop.at(0), 5000);
        assertEquals(0, make(SystemCall.SENDFILE, pair[0], fd, loop.at(0), 10), "past the end");
        assertEquals(5000, Memory.getLong(loop.at(0)));
        Memory.putLong(loop.at(0), -1);
        assertSame(SystemCall.SENDFILE, pair[0], fd, loop.at(0), 10);
        assertSame(SystemCall.SENDFILE, pair[0], fd, 0, 0);
        close(fd, pair[0], pair[1]);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void filesWithoutASizeHaveContent(boolean nonBlocking) {
        int[] pair = pair(nonBlocking);
        int fd = Loopback.open(linux, Path.of("/proc/meminfo"), OpenHow.O_RDONLY);
        assertSame(SystemCall.SENDFILE, pair[0], fd, 0, 5);
        assertEquals(10, linux.syscall(SystemCall.LSEEK, fd, 0, 1, 0), "twice five bytes");
        close(fd, pair[0], pair[1]);
    }

    @Test
    void mistakesAreTold() throws IOException {
        int fd = file(content(10));
        int[] pair = pair(true);
        int[] pipe = Loopback.pipe(linux);
        assertSame(SystemCall.SENDFILE, pair[0], 9999, 0, 10);
        assertSame(SystemCall.SENDFILE, pair[0], pipe[0], 0, 10);
        assertSame(SystemCall.SENDFILE, 9999, fd, 0, 10);
        int directoryFd = Loopback.open(linux, directory, OpenHow.O_RDONLY);
        assertSame(SystemCall.SENDFILE, pair[0], directoryFd, 0, 10);
        close(pair[1]);
        linux.send(pair[0], loop.at(0), 1, 0); // the peer resets
        long result;
        do {
            result = make(SystemCall.SENDFILE, pair[0], fd, 0, 10);
            linux.syscall(SystemCall.LSEEK, fd, 0, 0, 0);
        } while (result == 10);
        assertTrue(result == -Errno.EPIPE || result == -Errno.ECONNRESET, "gone: " + result);
        close(fd, pair[0], pipe[0], pipe[1], directoryFd);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void cancelledAndClosedSendsEndAndLeakNothing(boolean nonBlocking) throws IOException {
        int fd = file(content(LENGTH));
        int[] pair = pair(nonBlocking);
        int before = Loopback.openDescriptors();
        long handle = start(SystemCall.SENDFILE, pair[0], fd, 0, LENGTH); // nobody reads
        for (int turns = 0; turns < 5; turns++) {
            assertEquals(0, laio.poll(loop.completions, 1_000_000));
        }
        laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
        long second = start(SystemCall.SENDFILE, pair[0], fd, 0, LENGTH);
        laio.poll(loop.completions, 1_000_000);
        laio.close(pair[0]);
        assertEquals(-Errno.ECANCELED, loop.await(2).get(second));
        Loopback.awaitDescriptors(before - 1);
        close(fd, pair[1]);
    }

    @Test
    void sendsToAFile() throws IOException {
        int fd = file(content(300_000));
        int out = Loopback.open(linux, Files.createFile(directory.resolve("out")), OpenHow.O_RDWR);
        assertEquals(300_000, make(SystemCall.SENDFILE, out, fd, 0, 1_000_000));
        assertEquals(-1, Files.mismatch(directory.resolve("file"), directory.resolve("out")));
        close(fd, out);
    }
}
