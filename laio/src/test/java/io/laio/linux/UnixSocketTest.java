package io.laio.linux;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Unix sockets with abstract names, against the kernel: who is at the other end, whole messages, passed descriptors. */
class UnixSocketTest {
    private static final int ADDRESS = 0;
    private static final int LENGTH = 128;
    private static final int HEADER = 192;
    private static final int CONTROL = 256;
    private static final int VECTOR = 320;
    private static final int BYTES = 384;

    private final Linux linux = Linux.open();
    private final NativeBuffer memory = new NativeBuffer(512);
    private int listener;
    private int client;
    private int server;

    private long at(int offset) {
        return memory.address(offset, 64);
    }

    private int newSocket() {
        return positive(linux.socket(Sockets.AF_UNIX, Sockets.SOCK_SEQPACKET | Sockets.SOCK_CLOEXEC, 0));
    }

    private static int positive(int result) {
        assertTrue(result >= 0, () -> Errno.describe(-result));
        return result;
    }

    private String name(int fd) {
        Memory.putInt(at(LENGTH), SocketAddresses.MAX_UNIX_BYTES);
        positive(linux.getsockname(fd, at(ADDRESS), at(LENGTH)));
        return SocketAddresses.unixAbstract(at(ADDRESS), Memory.getInt(at(LENGTH)));
    }

    @BeforeEach
    void connect() {
        listener = newSocket();
        positive(linux.bind(listener, at(ADDRESS), SocketAddresses.putUnixAutobind(at(ADDRESS))));
        positive(linux.listen(listener, 1));
        client = newSocket();
        positive(linux.connect(client, at(ADDRESS), SocketAddresses.putUnixAbstract(at(ADDRESS), name(listener))));
        server = positive(linux.accept4(listener, 0, 0, Sockets.SOCK_CLOEXEC));
    }

    @AfterEach
    void close() {
        linux.close(listener);
        linux.close(client);
        linux.close(server);
        memory.close();
    }

    @Test
    void theKernelChoosesANameOfItsOwnForEach() {
        int other = newSocket();
        positive(linux.bind(other, at(ADDRESS), SocketAddresses.putUnixAutobind(at(ADDRESS))));
        assertFalse(name(listener).isEmpty());
        assertNotEquals(name(listener), name(other));
        linux.close(other);
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        String name = "x".repeat(SocketAddresses.MAX_UNIX_BYTES);
        assertThrows(IllegalArgumentException.class, () -> SocketAddresses.putUnixAbstract(at(ADDRESS), name));
    }

    @Test
    void theKernelTellsWhoConnected() {
        Memory.putInt(at(LENGTH), PeerCredentials.BYTES);
        positive(linux.getsockopt(server, Sockets.SOL_SOCKET, Sockets.SO_PEERCRED, at(BYTES), at(LENGTH)));
        assertEquals(ProcessHandle.current().pid(), PeerCredentials.process(at(BYTES)));
        assertEquals(linux.geteuid(), PeerCredentials.user(at(BYTES)));
    }

    @Test
    void acceptingGivesUpAfterItsTime() {
        Memory.putLong(at(BYTES), 0);
        Memory.putLong(at(BYTES) + Long.BYTES, 1);
        positive(linux.setsockopt(listener, Sockets.SOL_SOCKET, Sockets.SO_RCVTIMEO, at(BYTES), 2 * Long.BYTES));
        assertEquals(-Errno.EAGAIN, linux.accept4(listener, 0, 0, Sockets.SOCK_CLOEXEC));
    }

    private long send(String text, int descriptor) {
        Memory.putString(at(BYTES), 64, text);
        IoVector.put(at(VECTOR), at(BYTES), text.length());
        MessageHeader.put(at(HEADER), at(VECTOR), 1);
        if (descriptor >= 0) {
            ControlMessage.putDescriptor(at(CONTROL), descriptor);
            MessageHeader.putControl(at(HEADER), at(CONTROL), ControlMessage.BYTES);
        }
        return linux.sendmsg(client, at(HEADER), Sockets.MSG_NOSIGNAL);
    }

    private long receive() {
        IoVector.put(at(VECTOR), at(BYTES), 64);
        MessageHeader.put(at(HEADER), at(VECTOR), 1);
        MessageHeader.putControl(at(HEADER), at(CONTROL), ControlMessage.BYTES);
        return linux.recvmsg(server, at(HEADER), Sockets.MSG_CMSG_CLOEXEC);
    }

    private int received() {
        return ControlMessage.descriptor(at(CONTROL), MessageHeader.controlLength(at(HEADER)));
    }

    @Test
    void messagesStayApartAndADescriptorBelongsToItsOwn() {
        int event = positive(linux.eventfd(7, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC));
        assertEquals(5, send("first", -1));
        assertEquals(3, send("two", event));
        linux.close(event);
        assertEquals(5, receive());
        assertEquals(-1, received());
        assertEquals(3, receive());
        int passed = received();
        assertEquals(Long.BYTES, linux.read(passed, at(BYTES), Long.BYTES));
        assertEquals(7, Memory.getLong(at(BYTES)), "it is the same event counter");
        linux.close(passed);
    }

    @Test
    void whatWasSentBeforeTheEndIsStillReceived() {
        send("last", -1);
        linux.close(client);
        assertEquals(4, receive());
        assertEquals(0, receive());
        client = newSocket(); // to be closed in its place
    }
}
