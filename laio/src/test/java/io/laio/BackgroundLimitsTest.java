package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What a call in the background does not take over from the plain one. */
class BackgroundLimitsTest extends RawCallFixture {
    private static final int SO_RCVTIMEO = 20; // include/uapi/asm-generic/socket.h
    private static final int F_SETLK = 6; // include/uapi/asm-generic/fcntl.h
    private static final int F_OFD_SETLK = 37;

    @Test
    void timeLimitOfASocketDoesNotEndAReceive() {
        int[] pair = Loopback.socketPair(linux);
        Memory.putLong(loop.at(0), 0);
        Memory.putLong(loop.at(8), 1_000); // struct timeval: a millisecond
        assertEquals(0, linux.setsockopt(pair[0], Sockets.SOL_SOCKET, SO_RCVTIMEO, loop.at(0), 16));
        long result = plain(SystemCall.RECVFROM, pair[0], loop.at(64), 8, 0, 0, 0);
        while (result == -Errno.EINTR) { // a limited wait is not begun again after io_uring has notified the thread
            result = plain(SystemCall.RECVFROM, pair[0], loop.at(64), 8, 0, 0, 0);
        }
        assertEquals(-Errno.EAGAIN, result, "plainly it does");
        long handle = start(SystemCall.RECVFROM, pair[0], loop.at(64), 8, 0, 0, 0);
        assertEquals(0, laio.poll(loop.completions, 20_000_000));
        laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
        linux.close(pair[0]);
        linux.close(pair[1]);
    }

    /** {@code struct flock}: a lock on the whole file for writing. */
    private long wholeFile() {
        Memory.zero(loop.at(0), 64);
        Memory.putShort(loop.at(0), (short) 1);
        return loop.at(0);
    }

    @Test
    void sendfileInTheBackgroundDropsRecordLocksOfTheProcess() throws IOException {
        Path file = Files.write(directory.resolve("file"), new byte[1_000]);
        int locked = Loopback.open(linux, file, OpenHow.O_RDWR);
        int other = Loopback.open(linux, file, OpenHow.O_RDWR);
        int[] pair = Loopback.socketPair(linux); // it blocks, so that nothing is tried
        assertEquals(0, plain(SystemCall.FCNTL, locked, F_SETLK, wholeFile()));
        assertEquals(-Errno.EAGAIN, plain(SystemCall.FCNTL, other, F_OFD_SETLK, wholeFile()), "it is locked");
        assertEquals(1_000, loop.await(start(SystemCall.SENDFILE, pair[0], locked, 0, 1_000)));
        assertEquals(0, plain(SystemCall.FCNTL, other, F_OFD_SETLK, wholeFile()), "closing the duplicate unlocked it");
        for (int fd : new int[] {locked, other, pair[0], pair[1]}) {
            linux.close(fd);
        }
    }
}
