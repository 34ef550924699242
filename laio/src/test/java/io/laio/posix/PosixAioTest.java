package io.laio.posix;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** POSIX AIO with real files, pipes and an eventfd. */
@Timeout(60)
class PosixAioTest {
    private static final long SHORT_NANOS = 1_000_000;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private final Linux linux = Linux.open();
    private final PosixAio aio = PosixAio.open();
    private final NativeBuffer memory = new NativeBuffer(8192);
    private final long list = memory.address();
    private final long first = memory.address() + 64;
    private final long second = memory.address() + 256;
    private final long buffer = memory.address() + 1024;

    @AfterEach
    void free() {
        memory.close();
    }

    private int open(Path file, int flags) {
        Memory.putString(buffer, 1000, file.toString());
        OpenHow.put(buffer + 1024, flags, 0, 0);
        int fd = linux.openat2(OpenHow.AT_FDCWD, buffer, buffer + 1024);
        assertTrue(fd >= 0, () -> Errno.describe(-fd));
        return fd;
    }

    private int[] pipe() {
        assertEquals(0, linux.pipe(buffer, OpenHow.O_CLOEXEC));
        return new int[] {Memory.getInt(buffer), Memory.getInt(buffer + 4)};
    }

    private void close(int[] pipe) {
        assertEquals(0, linux.close(pipe[0]));
        assertEquals(0, linux.close(pipe[1]));
    }

    private long await(long block) {
        Memory.putLong(list, block);
        while (aio.error(block) == Errno.EINPROGRESS) {
            int ended = aio.suspend(list, 1, -1);
            assertTrue(ended == 0 || ended == -Errno.EINTR, "suspend failed");
        }
        return aio.result(block);
    }

    private byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        Memory.copy(buffer, bytes, 0, length);
        return bytes;
    }

    @Test
    void aFileIsReadFromItsOffsetToItsEnd() throws IOException {
        int fd = open(Files.writeString(directory.resolve("file"), "0123456789"), OpenHow.O_RDONLY);
        ControlBlock.put(first, fd, buffer, 100, 4);
        assertEquals(0, aio.read(first));
        assertEquals(6, await(first));
        assertArrayEquals("456789".getBytes(StandardCharsets.UTF_8), bytes(6));
        ControlBlock.put(first, fd, buffer, 100, 10);
        assertEquals(0, aio.read(first));
        assertEquals(0, await(first), "the end of the file");
        assertEquals(0, linux.close(fd));
    }

    @Test
    void aFileIsWrittenAtItsOffset() throws IOException {
        Path file = Files.writeString(directory.resolve("file"), "0123456789");
        int fd = open(file, OpenHow.O_RDWR);
        Memory.putString(buffer, 10, "abc");
        ControlBlock.put(first, fd, buffer, 3, 5);
        assertEquals(0, aio.write(first));
        assertEquals(3, await(first));
        assertEquals("01234abc89", Files.readString(file));
        assertEquals(0, linux.close(fd));
    }

    @Test
    void aReadOfAnEmptyPipeGoesOnUntilSomethingIsWritten() {
        int[] pipe = pipe();
        ControlBlock.put(first, pipe[0], buffer, 10, 0);
        assertEquals(0, aio.read(first));
        assertEquals(Errno.EINPROGRESS, aio.error(first));
        assertEquals(-Errno.EINPROGRESS, aio.result(first));
        Memory.putString(memory.address() + 4096, 10, "xyz");
        assertEquals(3, linux.write(pipe[1], memory.address() + 4096, 3));
        assertEquals(3, await(first));
        assertArrayEquals("xyz".getBytes(StandardCharsets.UTF_8), bytes(3));
        close(pipe);
    }

    @Test
    void suspendGivesUpWhenItsTimeIsUp() {
        int[] pipe = pipe();
        ControlBlock.put(first, pipe[0], buffer, 1, 0);
        assertEquals(0, aio.read(first));
        Memory.putLong(list, first);
        assertEquals(-Errno.EAGAIN, aio.suspend(list, 1, SHORT_NANOS));
        assertEquals(-Errno.EAGAIN, aio.suspend(list, 1, 0));
        assertEquals(1, linux.write(pipe[1], memory.address() + 4096, 1));
        assertEquals(1, await(first));
        close(pipe);
    }

    @Test
    void errorsAreThoseOfTheOperation() throws IOException {
        ControlBlock.put(first, -1, buffer, 1, 0);
        assertEquals(0, aio.read(first));
        assertEquals(-Errno.EBADF, await(first));
        int fd = open(Files.writeString(directory.resolve("file"), "content"), OpenHow.O_RDONLY);
        ControlBlock.put(first, fd, buffer, 1, 0);
        assertEquals(0, aio.write(first));
        assertEquals(-Errno.EBADF, await(first), "it is open for reading only");
        ControlBlock.put(first, fd, 8, 1, 0);
        assertEquals(0, aio.read(first));
        assertEquals(-Errno.EFAULT, await(first));
        assertEquals(0, linux.close(fd));
        assertEquals(-Errno.EBADF, aio.cancel(fd, 0));
    }

    @Test
    void cancelTakesBackWhatWaitsBehindAnotherOnItsDescriptor() {
        int[] pipe = pipe();
        ControlBlock.put(first, pipe[0], buffer, 1, 0);
        ControlBlock.put(second, pipe[0], buffer + 8, 1, 0);
        assertEquals(0, aio.read(first));
        assertEquals(0, aio.read(second));
        assertEquals(PosixAio.AIO_CANCELED, aio.cancel(pipe[0], second));
        assertEquals(Errno.ECANCELED, aio.error(second));
        assertEquals(-Errno.ECANCELED, aio.result(second));
        assertEquals(1, linux.write(pipe[1], memory.address() + 4096, 1));
        assertEquals(1, await(first));
        assertEquals(PosixAio.AIO_ALLDONE, aio.cancel(pipe[0], first));
        close(pipe);
    }

    /** How a thread that collects completions is told that there are new ones to wait for. */
    @Test
    void aReadOfAnEventfdEndsAnotherThreadsSuspend() throws InterruptedException {
        int[] pipe = pipe();
        int event = linux.eventfd(0, Epoll.EFD_CLOEXEC);
        ControlBlock.put(first, pipe[0], buffer, 1, 0);
        ControlBlock.put(second, event, buffer + 8, 8, 0);
        assertEquals(0, aio.read(first));
        assertEquals(0, aio.read(second));
        Memory.putLong(list, first);
        Memory.putLong(list + 8, second);
        int[] ended = {Integer.MIN_VALUE};
        Thread collector =
                Thread.ofPlatform().start(() -> ended[0] = PosixAio.open().suspend(list, 2, -1));
        Memory.putLong(memory.address() + 4096, 1);
        assertEquals(8, linux.write(event, memory.address() + 4096, 8));
        collector.join();
        assertEquals(0, ended[0]);
        assertEquals(8, await(second));
        assertEquals(Errno.EINPROGRESS, aio.error(first));
        assertEquals(1, linux.write(pipe[1], memory.address() + 4096, 1));
        assertEquals(1, await(first));
        close(pipe);
        assertEquals(0, linux.close(event));
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
    void aReadAllocatesNothingOnceItIsCompiled() throws IOException, ReflectiveOperationException {
        int fd = open(Files.writeString(directory.resolve("file"), "0123456789"), OpenHow.O_RDONLY);
        int turns = 2_000;
        long least = Long.MAX_VALUE;
        for (int tries = 0; tries < 100 && least > 4L * turns; tries++) {
            long before = allocatedBytes();
            for (int i = 0; i < turns; i++) {
                ControlBlock.put(first, fd, buffer, 10, 0);
                aio.read(first);
                await(first);
            }
            least = Math.min(least, allocatedBytes() - before);
        }
        assertTrue(least <= 4L * turns, least + " bytes in " + turns + " reads"); // an object a read is 16 at least
        assertEquals(0, linux.close(fd));
    }

    @Test
    void limitsAreChecked() {
        AioThreads.limit(20, 64); // glibc's own defaults
        assertThrows(IllegalArgumentException.class, () -> AioThreads.limit(0, 64));
        assertThrows(IllegalArgumentException.class, () -> AioThreads.limit(20, 0));
    }
}
