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

/** What belongs to a descriptor: who closes it, what ends with it, and what is known of it. */
class DescriptorTest extends EngineFixture {
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    private int file() throws IOException {
        return Loopback.open(linux, Files.writeString(directory.resolve("file"), "content"), OpenHow.O_RDWR);
    }

    private void connectTo(int listener) {
        int client = Loopback.check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
        InetSocketAddress target =
                new InetSocketAddress(InetAddress.getLoopbackAddress(), Loopback.portOf(linux, listener));
        Loopback.check(linux.connect(client, loop.at(0), SocketAddresses.put(loop.at(0), target)));
        Loopback.awaitReadable(linux, listener);
    }

    @Test
    void sendfileThatCannotBeginKeepsNoDescriptor() throws IOException {
        int file = file();
        int before = Loopback.openDescriptors();
        for (int out : new int[] {-1, 1_000_000}) {
            assertEquals(-1, laio.sendfile(out, file, 0, 7));
            assertEquals(Errno.EBADF, laio.errno());
        }
        Loopback.awaitDescriptors(before);
    }

    @Test
    void sendfileSendsAFileThatTellsNoSize() {
        int[] pair = Loopback.socketPair(linux);
        Loopback.check(linux.syscall(SystemCall.FCNTL, pair[0], F_SETFL, OpenHow.O_NONBLOCK, 0));
        int file = Loopback.open(linux, Path.of("/proc/version"), OpenHow.O_RDONLY);
        long sent = laio.sendfile(pair[0], file, 0, 10);
        assertEquals(10, sent < 0 ? loop.await(loop.handle()) : sent);
        assertEquals(10, linux.recv(pair[1], loop.at(0), 100, 0));
    }

    @Test
    void listenerThatWaitsFromNowOnIsTriedNoMore() {
        int listener = Loopback.listener(linux);
        connectTo(listener);
        assertTrue(laio.accept(listener, Sockets.SOCK_CLOEXEC) >= 0, "it does not wait");
        assertEquals(0, laio.syscall(SystemCall.FCNTL.number(), listener, F_SETFL, 0, 0));
        connectTo(listener);
        assertEquals(-1, laio.accept(listener, Sockets.SOCK_CLOEXEC), "it might wait");
        assertTrue(loop.await(loop.handle()) >= 0);
    }

    @Test
    void numberThatMeansAnotherListenerNowIsAskedAgain() {
        int listener = Loopback.listener(linux);
        int waiting = Loopback.listener(linux);
        Loopback.check(linux.syscall(SystemCall.FCNTL, waiting, F_SETFL, 0, 0));
        connectTo(listener);
        assertTrue(laio.accept(listener, Sockets.SOCK_CLOEXEC) >= 0, "it does not wait");
        assertEquals(listener, laio.syscall(SystemCall.DUP3.number(), waiting, listener, 0, 0));
        connectTo(waiting);
        assertEquals(-1, laio.accept(listener, Sockets.SOCK_CLOEXEC), "it might wait");
        assertTrue(loop.await(loop.handle()) >= 0);
    }

    /** A structure of another size is the kernel's to judge, so a worker opens. */
    @Test
    void descriptorOfAnAbandonedRawOpenIsClosed() throws IOException {
        Files.writeString(directory.resolve("file"), "content");
        Memory.zero(loop.at(0), 64);
        OpenHow.put(loop.at(0), OpenHow.O_RDONLY, 0, 0);
        Memory.putString(loop.at(64), 4000, directory.resolve("file").toString());
        laio.syscall(SystemCall.OPENAT2.number(), OpenHow.AT_FDCWD, loop.at(64), loop.at(0), OpenHow.BYTES + 8);
        linux.close((int) loop.await(loop.handle())); // the first time, the JVM may open files of its own
        int before = Loopback.openDescriptors();
        for (int round = 0; round < 20; round++) {
            laio.syscall(SystemCall.OPENAT2.number(), OpenHow.AT_FDCWD, loop.at(64), loop.at(0), OpenHow.BYTES + 8);
            laio.abandon(loop.handle());
            loop.awaitSilently();
        }
        Loopback.awaitDescriptors(before);
    }

    @Test
    void closeEndsARawAcceptThatAsksForTheAddress() {
        int listener = Loopback.listener(linux);
        Loopback.check(linux.syscall(SystemCall.FCNTL, listener, F_SETFL, 0, 0));
        Memory.putInt(loop.at(0), SocketAddresses.MAX_BYTES);
        laio.syscall(SystemCall.ACCEPT4.number(), listener, loop.at(8), loop.at(0), 0);
        long accept = loop.handle();
        assertEquals(-1, laio.close(listener), "it is in use");
        long close = loop.handle();
        var results = loop.await(2);
        assertEquals(-Errno.ECANCELED, results.get(accept));
        assertEquals(0, results.get(close));
    }

    @Test
    void closeAwaitsARawFsync() throws IOException {
        for (SystemCall call : new SystemCall[] {SystemCall.FSYNC, SystemCall.FDATASYNC}) {
            int file = file();
            laio.syscall(call.number(), file, 0);
            loop.handle();
            assertEquals(-1, laio.close(file), "it is in use");
            loop.handle();
            assertEquals(2, loop.await(2).size());
        }
    }
}
