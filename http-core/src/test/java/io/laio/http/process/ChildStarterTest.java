package io.laio.http.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real children: what is passed to them, what becomes of them, and what becomes of starts that fail. */
class ChildStarterTest {
    private static final long ENOUGH_MILLIS = 60_000;
    private static final AotCache NO_CACHE = new AotCache.None("");

    private final Linux linux = Linux.open();

    private static String failure(ChildJvm jvm, String argument) {
        try (ChildStarter starter = new ChildStarter(jvm, NO_CACHE)) {
            return String.valueOf(assertThrows(ChildFailedException.class, () -> starter.start(Linux.open(), argument))
                    .getMessage());
        }
    }

    private ChildProcess start(AotCache cache) throws ChildFailedException {
        try (ChildStarter starter = new ChildStarter(TestChild.jvm(), cache)) {
            return starter.start(linux, "serve");
        }
    }

    /** Waits until there is something to receive. */
    private long receive(MessageSocket socket) {
        int epoll = linux.epollCreate(Epoll.EPOLL_CLOEXEC);
        try (NativeBuffer event = new NativeBuffer(Epoll.BYTES)) {
            Epoll.put(event.address(), Epoll.EPOLLIN, 0);
            linux.epollControl(epoll, Epoll.EPOLL_CTL_ADD, socket.fd(), event.address());
            assertEquals(1, linux.epollWait(epoll, event.address(), 1, (int) ENOUGH_MILLIS));
            return socket.receive();
        } finally {
            linux.close(epoll);
        }
    }

    private int open(Path file) {
        try (NativeBuffer path = NativeBuffer.ofString(file.toString());
                NativeBuffer how = new NativeBuffer(OpenHow.BYTES)) {
            OpenHow.put(how.address(), OpenHow.O_RDONLY | OpenHow.O_CLOEXEC, 0, 0);
            return linux.openat2(OpenHow.AT_FDCWD, path.address(), how.address());
        }
    }

    @Test
    void aChildReadsTheFileThatWasPassedAndNotTheOneThatHasItsNameNow(@TempDir Path directory)
            throws IOException, ChildFailedException {
        Path file = Files.writeString(directory.resolve("file"), "12345678");
        int fd = open(file);
        Files.delete(file);
        Files.writeString(file, "another!");
        ChildProcess child = start(NO_CACHE);
        try (MessageSocket socket = new MessageSocket(linux, child.socket(), TestChild.MESSAGE_BYTES)) {
            assertEquals(1, socket.sendWith(1, fd));
            linux.close(fd);
            assertEquals(16, receive(socket));
            byte[] read = new byte[8];
            Memory.copy(socket.message() + Long.BYTES, read, 0, read.length);
            assertEquals("12345678", new String(read, StandardCharsets.US_ASCII));
        }
        child.awaitEnd(ENOUGH_MILLIS);
        assertEquals(0, child.process().exitValue(), "it ended by itself when the socket did");
    }

    @Test
    void aChildThatIsKilledIsSeenInItsSocket() throws ChildFailedException {
        ChildProcess child = start(NO_CACHE);
        try (MessageSocket socket = new MessageSocket(linux, child.socket(), TestChild.MESSAGE_BYTES)) {
            assertEquals(-Errno.EAGAIN, socket.receive());
            child.kill();
            assertEquals(0, receive(socket));
            assertEquals(-Errno.EPIPE, socket.send(1));
        }
        child.awaitEnd(ENOUGH_MILLIS);
        assertFalse(child.process().isAlive());
    }

    @Test
    void aChildThatDoesNotEndIsKilled() throws ChildFailedException {
        ChildProcess child = start(NO_CACHE); // its socket stays open, so it has no reason to end
        child.awaitEnd(1);
        assertEquals(128 + 9, child.process().exitValue());
        linux.close(child.socket());
    }

    @Test
    void aChildThatEndsBeforeItConnectsIsAFailure() throws ChildFailedException {
        String message = failure(TestChild.jvm(), "fail");
        assertTrue(message.contains("status 7"), message);
    }

    @Test
    void aProgramThatCannotRunIsAFailure() throws ChildFailedException {
        ChildJvm none = new ChildJvm("nowhere", "none.Such", TestChild.jvm().options());
        assertTrue(failure(none, "").contains("status 1"), failure(none, ""));
    }

    @Test
    void aCacheThatTheJvmRefusesIsDoneWithout(@TempDir Path directory) throws IOException, ChildFailedException {
        Path cache = Files.writeString(directory.resolve("cache"), "not a cache");
        ChildProcess child = start(new AotCache.At(cache));
        assertTrue(child.process().info().arguments().isEmpty()
                || !String.join(" ", child.process().info().arguments().orElseThrow())
                        .contains("AOTCache"));
        linux.close(child.socket());
        child.awaitEnd(ENOUGH_MILLIS);
    }

    @Test
    void closingEndsAStartThatIsUnderWay() throws Exception {
        ChildStarter starter = new ChildStarter(TestChild.jvm(), NO_CACHE);
        FutureTask<String> outcome = new FutureTask<>(() -> outcome(starter));
        Thread.ofPlatform().start(outcome);
        while (ProcessHandle.current().children().findAny().isEmpty()) {
            Thread.onSpinWait();
        }
        starter.close();
        assertTrue(outcome.get().contains("before it connected"), outcome.get());
        assertTrue(outcome(starter).contains("no more"), outcome(starter));
    }

    private static String outcome(ChildStarter starter) {
        try {
            return "child " + starter.start(Linux.open(), "hang").pid() + " runs all the same";
        } catch (ChildFailedException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
