package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.laio.linux.Errno;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Arguments at and beyond their limits: always an error number, the kernel's own, never a crash and never a cut. */
class ArgumentTest extends EngineFixture {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    /** The result of the call just made: at once or later. */
    private long result(long atOnce) {
        if (atOnce >= 0) {
            return atOnce;
        }
        return laio.errno() == Errno.EINPROGRESS ? loop.await(laio.handle()) : -laio.errno();
    }

    @ParameterizedTest
    @EnumSource
    void pathThatIsTooLongIsRefusedNotCut(Laziness laziness) throws IOException {
        Files.writeString(directory.resolve("f"), "x");
        StringBuilder path = new StringBuilder(directory.toString());
        while (path.length() < 4095 - 2) {
            path.append('/');
        }
        path.append("/f");
        OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, 0);
        io.laio.linux.Memory.putString(loop.at(64), 10_000, path.toString());
        long fd = result(laio.open(OpenHow.AT_FDCWD, loop.at(64), loop.at(0), laziness));
        assertEquals(0, linux.close((int) fd), "4,095 bytes are the longest path");
        io.laio.linux.Memory.putString(loop.at(64), 10_000, path + "fg");
        assertEquals(-Errno.ENAMETOOLONG, result(laio.open(OpenHow.AT_FDCWD, loop.at(64), loop.at(0), laziness)));
    }

    @ParameterizedTest
    @EnumSource
    void noPathIsABadAddress(Laziness laziness) {
        OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, 0);
        assertEquals(-Errno.EFAULT, result(laio.open(OpenHow.AT_FDCWD, 0, loop.at(0), laziness)));
        assertEquals(-Errno.EFAULT, result(laio.open(OpenHow.AT_FDCWD, loop.at(64), 0, laziness)));
        int[] pair = Loopback.socketPair(linux);
        assertEquals(-Errno.EFAULT, result(laio.connect(pair[0], 0, 16)));
    }

    @ParameterizedTest
    @EnumSource
    void callersOwnResolveCachedDoesNotLoop(Laziness laziness) {
        OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, OpenHow.RESOLVE_CACHED);
        io.laio.linux.Memory.putString(loop.at(64), 1000, directory + "/never-asked-for-" + laziness);
        assertEquals(-Errno.ENOENT, result(laio.open(OpenHow.AT_FDCWD, loop.at(64), loop.at(0), laziness)));
    }

    @ParameterizedTest
    @EnumSource
    void descriptorThatIsNoneFails(Laziness laziness) {
        for (int fd : new int[] {-1, -100, 19_999, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
            assertEquals(-Errno.EBADF, result(laio.read(fd, loop.at(0), 1, 0, laziness)), "read " + fd);
            assertEquals(-Errno.EBADF, result(laio.recv(fd, loop.at(0), 1, 0, laziness)), "recv " + fd);
            assertEquals(-Errno.EBADF, result(laio.send(fd, loop.at(0), 1, 0, 0, 0, laziness)), "send " + fd);
            assertEquals(-Errno.EBADF, result(laio.accept(fd, 0, laziness)), "accept " + fd);
            assertEquals(-Errno.EBADF, result(laio.close(fd)), "close " + fd);
        }
    }

    @ParameterizedTest
    @EnumSource
    void negativeLengthIsInvalid(Laziness laziness) throws IOException {
        int fd = Loopback.open(linux, Files.write(directory.resolve("f"), new byte[100]), OpenHow.O_RDONLY);
        int[] pair = Loopback.socketPair(linux);
        linux.send(pair[1], loop.at(0), 1, 0);
        assertEquals(-Errno.EINVAL, result(laio.read(fd, loop.at(0), -1, 0, laziness)));
        assertEquals(-Errno.EINVAL, result(laio.recv(pair[0], loop.at(0), -1, 0, laziness)));
        assertEquals(-Errno.EINVAL, result(laio.send(pair[0], loop.at(0), -1, 0, 0, 0, laziness)));
        assertEquals(-Errno.EINVAL, result(laio.send(pair[0], loop.at(0), 1, loop.at(0), -1, 0, laziness)));
        assertEquals(-Errno.EINVAL, result(laio.write(fd, loop.at(0), -1, 0)));
    }

    @ParameterizedTest
    @EnumSource
    void moreThanOneCallCanMoveIsAskedForInParts(Laziness laziness) throws IOException {
        int fd = Loopback.open(linux, Files.write(directory.resolve("f"), new byte[1000]), OpenHow.O_RDONLY);
        int[] pair = Loopback.socketPair(linux);
        linux.send(pair[1], loop.at(0), 7, 0);
        // Only what is there is written: the rest of this length is not memory of ours.
        assertEquals(1000, result(laio.read(fd, loop.at(0), 4L << 30, 0, laziness)));
        assertEquals(7, result(laio.recv(pair[0], loop.at(0), 4L << 30, 0, laziness)));
    }

    @ParameterizedTest
    @EnumSource
    void emptyOperationsMoveNothing(Laziness laziness) throws IOException {
        int fd = Loopback.open(linux, Files.write(directory.resolve("f"), new byte[10]), OpenHow.O_RDWR);
        int[] pair = Loopback.socketPair(linux);
        assertEquals(0, result(laio.read(fd, loop.at(0), 0, 0, laziness)));
        assertEquals(0, result(laio.write(fd, loop.at(0), 0, 0)));
        assertEquals(0, result(laio.send(pair[0], loop.at(0), 0, 0, 0, 0, laziness)));
        assertEquals(5, result(laio.send(pair[0], loop.at(0), 0, loop.at(0), 5, 0, laziness)));
    }

    @Test
    void positionedReadBeforeTheFileIsInvalid() throws IOException {
        int fd = Loopback.open(linux, Files.write(directory.resolve("f"), new byte[10]), OpenHow.O_RDWR);
        assertEquals(-Errno.EINVAL, result(laio.syscall(SystemCall.PREAD64.number(), fd, loop.at(0), 1, -1)));
        assertEquals(-Errno.EINVAL, result(laio.syscall(SystemCall.PWRITE64.number(), fd, loop.at(0), 1, -1)));
    }

    @Test
    void nothingIsPossibleAfterClose() throws EngineUnavailableException {
        int[] pair = Loopback.socketPair(linux);
        linux.send(pair[1], loop.at(0), 10, 0);
        Laio closed = Laio.open(options());
        closed.close();
        assertThrows(IllegalStateException.class, () -> closed.recv(pair[0], loop.at(0), 1, 0));
        assertThrows(IllegalStateException.class, () -> closed.read(pair[0], loop.at(0), 1, -1));
        assertThrows(IllegalStateException.class, () -> closed.send(pair[0], loop.at(0), 1, 0));
        assertThrows(IllegalStateException.class, () -> closed.accept(pair[0], 0));
        assertThrows(IllegalStateException.class, () -> closed.stat(pair[0], loop.at(0)));
        assertThrows(IllegalStateException.class, () -> closed.open(pair[0], loop.at(0), loop.at(64)));
        assertThrows(IllegalStateException.class, () -> closed.close(pair[0]));
        assertThrows(IllegalStateException.class, () -> closed.abandon(1));
    }
}
