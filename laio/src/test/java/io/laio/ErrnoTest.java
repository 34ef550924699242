package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A call that fails has the very error number of the plain system call, by every engine and however it is tried. */
class ErrnoTest extends EngineFixture {
    /** The same call through the library. */
    private interface LazyCall {
        long make(Laziness laziness);
    }

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private void fails(int expected, long plain, LazyCall call) {
        assertEquals(-expected, plain, "the plain call");
        for (Laziness laziness : Laziness.values()) {
            long result = call.make(laziness);
            assertEquals(-1, result, "by " + laziness);
            long error = laio.errno() == Errno.EINPROGRESS ? -loop.await(laio.handle()) : laio.errno();
            assertEquals(Errno.describe(expected), Errno.describe((int) error), "by " + laziness);
        }
    }

    private int file(int flags) throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[100]);
        return Loopback.open(linux, file, flags);
    }

    @Test
    void readOfADescriptorThatIsOnlyForWriting() throws IOException {
        int fd = file(OpenHow.O_WRONLY);
        fails(Errno.EBADF, linux.pread(fd, loop.at(0), 1, 0), how -> laio.read(fd, loop.at(0), 1, 0, how));
    }

    @Test
    void readOfADirectory() {
        int fd = Loopback.open(linux, directory, OpenHow.O_RDONLY);
        fails(Errno.EISDIR, linux.pread(fd, loop.at(0), 1, 0), how -> laio.read(fd, loop.at(0), 1, 0, how));
    }

    @Test
    void readIntoMemoryThatIsNone() throws IOException {
        int fd = file(OpenHow.O_RDONLY);
        fails(Errno.EFAULT, linux.pread(fd, 8, 1, 0), how -> laio.read(fd, 8, 1, 0, how));
    }

    /** io_uring takes no notice of the position where there is none, and would wait for data. */
    @Test
    void positionedReadOfAPipe() {
        int fd = Loopback.pipe(linux)[0];
        fails(Errno.ESPIPE, linux.pread(fd, loop.at(0), 1, 5), how -> laio.read(fd, loop.at(0), 1, 5, how));
    }

    @Test
    void positionedWriteToASocket() {
        int fd = Loopback.socketPair(linux)[0];
        long plain = linux.syscall(SystemCall.PWRITE64, fd, loop.at(0), 1, 5);
        fails(Errno.ESPIPE, plain, how -> laio.write(fd, loop.at(0), 1, 5, how));
    }

    @Test
    void writeToADescriptorThatIsOnlyForReading() throws IOException {
        int fd = file(OpenHow.O_RDONLY);
        long plain = linux.syscall(SystemCall.PWRITE64, fd, loop.at(0), 1, 0);
        fails(Errno.EBADF, plain, how -> laio.write(fd, loop.at(0), 1, 0, how));
    }

    @Test
    void writeToAPipeThatNobodyReads() {
        int[] pipe = Loopback.pipe(linux);
        linux.close(pipe[0]);
        long plain = linux.write(pipe[1], loop.at(0), 1);
        fails(Errno.EPIPE, plain, how -> laio.write(pipe[1], loop.at(0), 1, -1, how));
    }

    @Test
    void receiveFromWhatIsNoSocket() throws IOException {
        int fd = file(OpenHow.O_RDONLY);
        long plain = linux.recv(fd, loop.at(0), 1, 0);
        assertTrue(plain < 0);
        fails((int) -plain, plain, how -> laio.recv(fd, loop.at(0), 1, 0, how));
    }

    @Test
    void receiveFromASocketThatIsNotConnected() {
        int fd = Loopback.check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
        long plain = linux.recv(fd, loop.at(0), 1, 0);
        assertTrue(plain < 0);
        fails((int) -plain, plain, how -> laio.recv(fd, loop.at(0), 1, 0, how));
    }

    @Test
    void sendAfterShutdown() {
        int fd = Loopback.socketPair(linux)[0];
        linux.shutdown(fd, Sockets.SHUT_WR);
        long plain = linux.send(fd, loop.at(0), 1, Sockets.MSG_NOSIGNAL);
        fails(Errno.EPIPE, plain, how -> laio.send(fd, loop.at(0), 1, 0, 0, 0, how));
    }

    @Test
    void acceptOnASocketThatDoesNotListen() {
        int fd = Loopback.socketPair(linux)[0];
        fails(Errno.EINVAL, linux.accept4(fd, 0, 0, 0), how -> laio.accept(fd, 0, how));
    }

    @Test
    void connectToAPortThatNobodyListensOn() {
        int bound = Loopback.check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0)); // holds the port
        InetAddress loopback = InetAddress.getLoopbackAddress();
        int length = SocketAddresses.put(loop.at(0), new InetSocketAddress(loopback, 0));
        Loopback.check(linux.bind(bound, loop.at(0), length));
        SocketAddresses.put(loop.at(0), new InetSocketAddress(loopback, Loopback.portOf(linux, bound)));
        int plain = Loopback.check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
        fails(Errno.ECONNREFUSED, linux.connect(plain, loop.at(0), length), how -> {
            int fd = Loopback.check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
            return laio.connect(fd, loop.at(0), length);
        });
    }

    @Test
    void fsyncOfAPipe() {
        int fd = Loopback.pipe(linux)[1];
        fails(Errno.EINVAL, linux.syscall(SystemCall.FSYNC, fd, 0, 0, 0), how -> laio.fsync(fd));
    }

    private void openFails(int expected, Path path, int flags) {
        OpenHow.put(loop.at(0), flags, 0, 0);
        Memory.putString(loop.at(64), 4000, path.toString());
        int cwd = OpenHow.AT_FDCWD;
        fails(
                expected,
                linux.openat2(cwd, loop.at(64), loop.at(0)),
                how -> laio.open(cwd, loop.at(64), loop.at(0), how));
    }

    @Test
    void openOfWhatIsNotThere() throws IOException {
        Path file = Files.createFile(directory.resolve("f"));
        Path loops = Files.createSymbolicLink(directory.resolve("loop"), directory.resolve("loop"));
        openFails(Errno.ENOENT, directory.resolve("missing"), OpenHow.O_RDONLY);
        openFails(Errno.ENOTDIR, file.resolve("below"), OpenHow.O_RDONLY);
        openFails(Errno.EISDIR, directory, OpenHow.O_WRONLY);
        openFails(Errno.ELOOP, loops, OpenHow.O_RDONLY);
        openFails(Errno.ENOTDIR, file, OpenHow.O_RDONLY | OpenHow.O_DIRECTORY);
        openFails(Errno.EINVAL, file, 1 << 31 >>> 1); // a flag that is none: openat2(2) refuses it
    }
}
