package io.laio;

import static io.laio.Loopback.check;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.linux.Errno;
import io.laio.linux.IoVector;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.MessageHeader;
import io.laio.linux.NativeBuffer;
import io.laio.linux.OpenHow;
import io.laio.linux.SocketAddresses;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

/** Calls on sockets by number: connections, addresses, messages, control data. */
class SocketCallsTest extends RawCallFixture {
    private static final int SOCK_DGRAM = 2;
    private static final int MSG_OOB = 1;
    private static final int MSG_ERRQUEUE = 0x2000;
    private static final int MSG_WAITFORONE = 0x10000;
    private static final int F_SETFL = 4;
    private static final int ADDRESS = 3 << 20; // places in the buffer
    private static final int LENGTH = ADDRESS + 128;

    private int listener(boolean blocking) {
        int listener = Loopback.listener(linux);
        if (blocking) {
            check(linux.syscall(SystemCall.FCNTL, listener, F_SETFL, OpenHow.O_RDWR, 0));
        }
        return listener;
    }

    /** Puts an address of loopback; its length. */
    private int address(int port) {
        return SocketAddresses.put(loop.at(ADDRESS), new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private int[] datagrams() {
        int[] pair = new int[2];
        for (int i = 0; i < 2; i++) {
            pair[i] = check(linux.socket(Sockets.AF_INET, SOCK_DGRAM, 0));
            check(linux.bind(pair[i], loop.at(ADDRESS), address(0)));
        }
        return pair;
    }

    private int[] unixPair(int type) {
        check(plain(SystemCall.SOCKETPAIR, Sockets.AF_UNIX, type, 0, loop.at(ADDRESS)));
        return new int[] {Memory.getInt(loop.at(ADDRESS)), Memory.getInt(loop.at(ADDRESS) + 4)};
    }

    private void close(int... descriptors) {
        for (int fd : descriptors) {
            check(linux.close(fd));
        }
    }

    @Test
    void connects() {
        int listener = listener(false);
        int port = Loopback.portOf(linux, listener);
        for (int flag : new int[] {0, Sockets.SOCK_NONBLOCK}) {
            int client = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM | flag, 0));
            assertEquals(0, make(SystemCall.CONNECT, client, loop.at(ADDRESS), address(port)));
            int server = check(make(SystemCall.ACCEPT4, listener, 0, 0, Sockets.SOCK_CLOEXEC));
            assertEquals(3, linux.send(client, text(0, "abc"), 3, 0));
            assertEquals(3, make(SystemCall.READ, server, loop.at(512), 100));
            close(client, server);
        }
        close(listener);
    }

    @Test
    void refusedConnectSaysSo() {
        int taken = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0)); // bound, but it does not listen
        check(linux.bind(taken, loop.at(ADDRESS), address(0)));
        int port = Loopback.portOf(linux, taken);
        for (int flag : new int[] {0, Sockets.SOCK_NONBLOCK}) {
            int client = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM | flag, 0));
            assertEquals(-Errno.ECONNREFUSED, make(SystemCall.CONNECT, client, loop.at(ADDRESS), address(port)));
            assertSame(SystemCall.CONNECT, client, 0, 16);
            close(client);
        }
        assertSame(SystemCall.CONNECT, -1, loop.at(ADDRESS), 16);
        close(taken);
    }

    /** An address of the file system, as {@code struct sockaddr_un}; its length. */
    private int unixAddress(String name) {
        Memory.zero(loop.at(ADDRESS), 128);
        Memory.putShort(loop.at(ADDRESS), (short) Sockets.AF_UNIX);
        Memory.putString(loop.at(ADDRESS) + 2, 100, name(name));
        return 2 + name(name).length() + 1;
    }

    @Test
    void connectsToAUnixSocket() {
        int listener = check(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0));
        int length = unixAddress("s");
        check(linux.bind(listener, loop.at(ADDRESS), length));
        check(linux.listen(listener, 0));
        int first = check(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0));
        assertEquals(0, make(SystemCall.CONNECT, first, loop.at(ADDRESS), length));
        int second = check(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0));
        long waiting = start(SystemCall.CONNECT, second, loop.at(ADDRESS), length); // the backlog is full
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        close(check(linux.accept4(listener, 0, 0, 0)));
        assertEquals(0, loop.await(waiting));
        int third = check(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0));
        long cancelled = start(SystemCall.CONNECT, third, loop.at(ADDRESS), length);
        laio.poll(loop.completions, 0);
        laio.cancel(cancelled);
        assertEquals(-Errno.ECANCELED, loop.await(cancelled));
        assertSame(SystemCall.CONNECT, third, loop.at(ADDRESS), unixAddress("missing"));
        close(first, second, third, listener);
    }

    @Test
    void acceptsWithThePeersAddress() {
        for (boolean blocking : new boolean[] {true, false}) {
            for (SystemCall call : new SystemCall[] {SystemCall.ACCEPT, SystemCall.ACCEPT4}) {
                int listener = listener(blocking);
                int client = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
                Memory.putInt(loop.at(LENGTH), 28);
                long handle = start(call, listener, loop.at(ADDRESS), loop.at(LENGTH), 0);
                assertEquals(0, laio.poll(loop.completions, 0));
                try (NativeBuffer own = new NativeBuffer(SocketAddresses.MAX_BYTES)) {
                    InetSocketAddress target =
                            new InetSocketAddress(InetAddress.getLoopbackAddress(), Loopback.portOf(linux, listener));
                    check(linux.connect(client, own.address(), SocketAddresses.put(own.address(), target)));
                }
                int server = check(loop.await(handle));
                assertEquals(Loopback.portOf(linux, client), SocketAddresses.port(loop.at(ADDRESS)));
                assertEquals(16, Memory.getInt(loop.at(LENGTH)));
                close(listener, client, server);
            }
        }
    }

    @Test
    void acceptWithAddressEndsWhenTheListenerIsClosedAndAnAbandonedOneLeaksNothing() {
        for (boolean blocking : new boolean[] {true, false}) {
            int listener = listener(blocking);
            Memory.putInt(loop.at(LENGTH), 28);
            long handle = start(SystemCall.ACCEPT, listener, loop.at(ADDRESS), loop.at(LENGTH));
            laio.poll(loop.completions, 0);
            laio.close(listener);
            assertEquals(-Errno.ECANCELED, loop.await(2).get(handle));
        }
        int listener = listener(true);
        int client = check(linux.socket(Sockets.AF_INET, Sockets.SOCK_STREAM, 0));
        int before = Loopback.openDescriptors();
        check(linux.connect(client, loop.at(ADDRESS), address(Loopback.portOf(linux, listener))));
        start(SystemCall.ACCEPT, listener, loop.at(ADDRESS), loop.at(LENGTH));
        laio.abandon(laio.handle());
        loop.awaitSilently();
        loop.laio.close(client);
        Loopback.awaitDescriptors(before - 1);
        close(listener);
    }

    @Test
    void mistakesAreToldAndNeverWaitedFor() {
        int[] datagrams = datagrams();
        int[] unix = unixPair(SOCK_DGRAM);
        linux.send(unix[1], loop.at(0), 1, 0);
        assertSame(SystemCall.ACCEPT4, datagrams[0], 0, 0, 0);
        assertSame(SystemCall.ACCEPT4, unix[0], 0, 0, 0);
        assertSame(SystemCall.ACCEPT4, unix[0], loop.at(ADDRESS), loop.at(LENGTH), 0);
        assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.SENDTO, unix[0], loop.at(0), 1, MSG_OOB, 0, 0));
        assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.RECVFROM, unix[0], loop.at(0), 1, MSG_OOB, 0, 0));
        header(0, 1, 1);
        assertEquals(-Errno.EOPNOTSUPP, make(SystemCall.SENDMSG, unix[0], loop.at(0), MSG_OOB));
        int[] pipe = Loopback.pipe(linux);
        for (int fd : new int[] {pipe[0], 9999, -1}) {
            assertSame(SystemCall.RECVFROM, fd, loop.at(0), 1, 0, 0, 0);
            assertSame(SystemCall.SENDTO, fd, loop.at(0), 1, 0, 0, 0);
            assertSame(SystemCall.RECVMSG, fd, loop.at(0), 0);
            assertSame(SystemCall.SENDMSG, fd, loop.at(0), 0);
            assertSame(SystemCall.RECVMMSG, fd, loop.at(0), 1, 0, 0);
            assertSame(SystemCall.SENDMMSG, fd, loop.at(0), 1, 0);
            assertSame(SystemCall.ACCEPT, fd, 0, 0);
        }
        close(datagrams[0], datagrams[1], unix[0], unix[1], pipe[0], pipe[1]);
    }

    @Test
    void whoDoesNotWantToWaitDoesNot() {
        int[] pair = datagrams();
        header(0, 100, 1);
        Memory.putLong(loop.at(0) + MessageHeader.BYTES, 0);
        int flag = Sockets.MSG_DONTWAIT;
        assertSame(SystemCall.RECVFROM, pair[0], loop.at(1024), 10, flag, 0, 0);
        assertSame(SystemCall.RECVFROM, pair[0], loop.at(1024), 10, flag, loop.at(ADDRESS), loop.at(LENGTH));
        assertSame(SystemCall.RECVMSG, pair[0], loop.at(0), flag);
        assertSame(SystemCall.RECVMSG, pair[0], loop.at(0), MSG_ERRQUEUE);
        assertSame(SystemCall.RECVMMSG, pair[0], loop.at(0), 1, flag, 0);
        assertEquals(0, laio.inFlight());
        close(pair);
    }

    @Test
    void datagramsCarryAddresses() {
        int[] pair = datagrams();
        int from = Loopback.portOf(linux, pair[0]);
        int to = Loopback.portOf(linux, pair[1]);
        Memory.putInt(loop.at(LENGTH), 28);
        long handle = start(SystemCall.RECVFROM, pair[1], loop.at(0), 100, 0, loop.at(ADDRESS + 256), loop.at(LENGTH));
        assertEquals(0, laio.poll(loop.completions, 0));
        assertEquals(5, plain(SystemCall.SENDTO, pair[0], text(512, "hello"), 5, 0, loop.at(ADDRESS), address(to)));
        assertEquals(5, loop.await(handle));
        assertEquals(from, SocketAddresses.port(loop.at(ADDRESS + 256)));
        assertEquals(4, make(SystemCall.SENDTO, pair[0], text(512, "once"), 4, 0, loop.at(ADDRESS), address(to)));
        assertEquals(
                4, make(SystemCall.RECVFROM, pair[1], loop.at(0), 100, 0, loop.at(ADDRESS + 256), loop.at(LENGTH)));
        assertEquals("once", textAt(0, 4));
        assertSame(SystemCall.SENDTO, pair[0], loop.at(0), 70_000, 0, loop.at(ADDRESS), address(to));
        close(pair);
    }

    /** A message header with so many vectors of so many bytes each; the bytes lie one after another from 1 MiB on. */
    private void header(int at, int bytes, int count) {
        long vectors = loop.at(at + 128);
        for (int i = 0; i < count; i++) {
            IoVector.put(vectors + 16L * i, loop.at((1 << 20) + i * bytes), bytes);
        }
        MessageHeader.put(loop.at(at), vectors, count);
    }

    private void descriptorAsControlData(int at, int control, int fd) {
        Memory.putLong(loop.at(at) + 32, loop.at(control));
        Memory.putLong(loop.at(at) + 40, 24); // CMSG_SPACE(4)
        Memory.putLong(loop.at(control), 20); // struct cmsghdr: length, SOL_SOCKET, SCM_RIGHTS
        Memory.putInt(loop.at(control) + 8, Sockets.SOL_SOCKET);
        Memory.putInt(loop.at(control) + 12, 1);
        Memory.putInt(loop.at(control) + 16, fd);
    }

    @Test
    void largeMessageIsSentWholeAndItsControlDataOnce() throws InterruptedException {
        int[] pair = unixPair(Sockets.SOCK_STREAM);
        int[] pipe = Loopback.pipe(linux);
        int vectors = 1000;
        int bytes = 1500;
        int length = vectors * bytes;
        header(0, bytes, vectors);
        descriptorAsControlData(0, 32_768, pipe[0]);
        for (int i = 0; i < length; i++) {
            Memory.putByte(loop.at((1 << 20) + i), (byte) ((i * 31) >> 4));
        }
        int before = Loopback.openDescriptors();
        long handle = start(SystemCall.SENDMSG, pair[0], loop.at(0), 0);
        Memory.zero(loop.at(128), 16L * vectors); // header and vectors are the library's own by now
        long[] got = new long[2];
        Thread reader = Thread.ofPlatform().start(() -> receiveAll(pair[1], length, got));
        assertEquals(length, loop.await(handle));
        reader.join();
        assertEquals(1, got[0], "descriptors");
        assertEquals(0, got[1], "wrong bytes");
        Loopback.awaitDescriptors(before);
        close(pair[0], pair[1], pipe[0], pipe[1]);
    }

    private static void receiveAll(int fd, long length, long[] got) {
        Linux own = Linux.open();
        try (NativeBuffer memory = new NativeBuffer(8192)) {
            long message = memory.address();
            for (long at = 0; at < length; ) {
                IoVector.put(message + 64, message + 1024, 4096);
                MessageHeader.put(message, message + 64, 1);
                Memory.putLong(message + 32, message + 128);
                Memory.putLong(message + 40, 64);
                int part = check(own.syscall(SystemCall.RECVMSG, fd, message, 0, 0));
                if (Memory.getLong(message + 40) >= 20) {
                    got[0]++;
                    own.close(Memory.getInt(message + 128 + 16));
                }
                for (int i = 0; i < part; i++, at++) {
                    got[1] += Memory.getByte(message + 1024 + i) == (byte) (((int) at * 31) >> 4) ? 0 : 1;
                }
            }
        }
    }

    @Test
    void addressedSendOnAStreamIsWhole() throws InterruptedException {
        int[] pair = Loopback.socketPair(linux);
        int length = TestLoop.BUFFER_BYTES;
        int addressLength = address(1); // TCP ignores it
        long handle = start(SystemCall.SENDTO, pair[0], loop.at(0), length, 0, loop.at(ADDRESS), addressLength);
        Thread reader = Thread.ofPlatform().start(() -> {
            Linux own = Linux.open();
            try (NativeBuffer memory = new NativeBuffer(65_536)) {
                for (long left = length; left > 0; ) {
                    left -= check(own.recv(pair[1], memory.address(), 65_536, 0));
                }
            }
        });
        assertEquals(length, loop.await(handle));
        reader.join();
        close(pair);
    }

    @Test
    void receivesMessages() {
        int[] pair = unixPair(SOCK_DGRAM);
        header(0, 4, 2);
        long handle = start(SystemCall.RECVMSG, pair[0], loop.at(0), 0);
        assertEquals(0, laio.poll(loop.completions, 0));
        linux.send(pair[1], text(512, "12345678"), 8, 0);
        assertEquals(8, loop.await(handle));
        assertEquals("12345678", textAt(1 << 20, 8));
        linux.send(pair[1], text(512, "abc"), 3, 0);
        assertEquals(3, make(SystemCall.RECVMSG, pair[0], loop.at(0), 0));
        close(pair);
    }

    /** Headers one after another, each for a message of 4 bytes. */
    private void several(int count) {
        for (int i = 0; i < count; i++) {
            long vector = loop.at(100_000 + 16 * i);
            IoVector.put(vector, loop.at(200_000 + 4 * i), 4);
            MessageHeader.put(loop.at(i * MessageHeader.WITH_LENGTH_BYTES), vector, 1);
            Memory.putInt(loop.at(i * MessageHeader.WITH_LENGTH_BYTES) + MessageHeader.BYTES, -1);
        }
    }

    @Test
    void severalMessagesAreAwaitedAllOrOne() {
        int[] pair = unixPair(SOCK_DGRAM);
        several(3);
        linux.send(pair[1], text(512 << 2, "0000"), 4, 0);
        long handle = start(SystemCall.RECVMMSG, pair[0], loop.at(0), 3, 0, 0);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.send(pair[1], text(512 << 2, "1111"), 4, 0);
        assertEquals(0, laio.poll(loop.completions, 1_000_000));
        linux.send(pair[1], text(512 << 2, "22"), 2, 0);
        assertEquals(3, loop.await(handle), "as recvmmsg does that waits");
        assertEquals("0000111122", textAt(200_000, 10));
        assertEquals(2, Memory.getInt(loop.at(2 * MessageHeader.WITH_LENGTH_BYTES) + MessageHeader.BYTES));
        linux.send(pair[1], loop.at(0), 1, 0);
        linux.send(pair[1], loop.at(0), 1, 0);
        several(3);
        assertEquals(2, make(SystemCall.RECVMMSG, pair[0], loop.at(0), 3, MSG_WAITFORONE, 0));
        linux.send(pair[1], loop.at(0), 1, 0);
        Memory.putLong(loop.at(4096), 3600); // a struct timespec
        Memory.putLong(loop.at(4104), 0);
        assertEquals(1, make(SystemCall.RECVMMSG, pair[0], loop.at(0), 1, 0, loop.at(4096)));
        close(pair);
    }

    @Test
    void severalMessagesAreSentAll() {
        int[] pair = unixPair(SOCK_DGRAM);
        int messages = 1000; // more than the socket takes
        several(messages);
        long handle = start(SystemCall.SENDMMSG, pair[0], loop.at(0), messages, 0);
        int got = 0;
        while (laio.inFlight() > 0 && got < messages) {
            got += linux.recv(pair[1], loop.at(90_000), 10, Sockets.MSG_DONTWAIT) == 4 ? 1 : 0;
            if (laio.poll(loop.completions, 100_000) == 1) {
                assertEquals(handle, loop.completions.handle(0));
                assertEquals(messages, loop.completions.value(0));
            }
        }
        for (; got < messages; got++) {
            assertEquals(4, linux.recv(pair[1], loop.at(90_000), 10, Sockets.MSG_DONTWAIT));
        }
        if (laio.inFlight() > 0) {
            assertEquals(messages, loop.await(handle));
        }
        several(2);
        int[] stream = unixPair(Sockets.SOCK_STREAM);
        assertEquals(2, make(SystemCall.SENDMMSG, stream[0], loop.at(0), 2, 0));
        assertTrue(8 == linux.recv(stream[1], loop.at(90_000), 100, 0));
        close(pair);
        close(stream);
    }
}
