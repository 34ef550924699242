package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SystemCall;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The open of a FIFO waits for a peer: in the background, never in the loop. */
class FifoTest extends EngineFixture {
    private static final int S_IFIFO = 0x1000; // include/uapi/linux/stat.h

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @SuppressWarnings("NullAway.Init")
    private NativeBuffer path;

    private final NativeBuffer reading = OpenHow.allocate(OpenHow.O_RDONLY, 0, 0);
    private final NativeBuffer writing = OpenHow.allocate(OpenHow.O_WRONLY, 0, 0);

    @BeforeEach
    void makeFifo() {
        path = NativeBuffer.ofString(directory.resolve("fifo").toString());
        assertEquals(0, loop.linux.syscall(SystemCall.MKNODAT, OpenHow.AT_FDCWD, path.address(), S_IFIFO | 0x180, 0));
    }

    @AfterEach
    void forgetPaths() {
        path.close();
        reading.close();
        writing.close();
    }

    @Test
    void openWaitsForThePeerInTheBackground() {
        Laio laio = loop.laio;
        assertEquals(-1, laio.open(OpenHow.AT_FDCWD, path.address(), reading.address(), Laziness.DIRECT));
        long handle = loop.handle();
        assertEquals(0, laio.poll(loop.completions, 0), "nobody writes");
        Linux peer = Linux.open();
        int writer = peer.openat2(OpenHow.AT_FDCWD, path.address(), writing.address()); // waits for the reader
        assertTrue(writer >= 0, () -> Errno.describe(-writer));
        long reader = loop.await(handle);
        assertTrue(reader >= 0, () -> Errno.describe((int) -reader));
        peer.close(writer);
        peer.close((int) reader);
    }

    @Test
    void openThatNobodyAnswersCanBeCancelled() {
        loop.laio.open(OpenHow.AT_FDCWD, path.address(), reading.address(), Laziness.DIRECT);
        long handle = loop.handle();
        loop.laio.poll(loop.completions, 0);
        loop.laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @Test
    void openOfAFileIsWithoutTheFlagThatTheTryNeeds() throws Exception {
        Path file = Files.writeString(directory.resolve("file"), "content");
        try (NativeBuffer name = NativeBuffer.ofString(file.toString())) {
            long fd = loop.laio.open(OpenHow.AT_FDCWD, name.address(), reading.address(), Laziness.DIRECT);
            assertTrue(fd >= 0, () -> Errno.describe(loop.laio.errno()));
            long flags = loop.linux.syscall(SystemCall.FCNTL, fd, 3, 0, 0); // F_GETFL
            assertEquals(0, flags & OpenHow.O_NONBLOCK);
            assertEquals(0, loop.laio.close((int) fd));
        }
    }
}
