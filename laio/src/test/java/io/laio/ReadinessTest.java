package io.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** epoll_ctl(2) may fail, for memory or for a limit: nobody waits for ever, and who cannot wait is told why. */
class ReadinessTest {
    private static final LaioOptions WORKERS = LaioOptions.DEFAULTS.withEngine(Engine.WORKERS);
    private static final int BYTES = 64 << 10;

    private final Linux linux = Linux.open();
    private final FaultyLinux kernel = new FaultyLinux();

    /** A receive and a send that wait for one socket, and its peer. */
    private record Waiting(TestLoop loop, int socket, int peer, long receive, long send) implements AutoCloseable {
        static Waiting begin(TestLoop loop) {
            Linux linux = loop.linux;
            Loopback.check(linux.syscall(
                    SystemCall.SOCKETPAIR.number(), Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0, loop.at(0), 0, 0));
            int socket = Memory.getInt(loop.at(0));
            long sent = 0;
            while (sent >= 0) {
                sent = linux.send(socket, loop.at(0), BYTES, Sockets.MSG_DONTWAIT);
            }
            loop.laio.recv(socket, loop.at(0), 1, 0);
            long receive = loop.handle();
            loop.laio.send(socket, loop.at(0), 1, 0);
            long send = loop.handle();
            return new Waiting(loop, socket, Memory.getInt(loop.at(4)), receive, send);
        }

        /** Both wait; then the socket has room, and the receive alone has to be waited for. */
        void makeRoom() {
            assertEquals(0, loop.laio.poll(loop.completions, 0));
            long got = BYTES;
            while (got >= 0) {
                got = loop.linux.recv(peer, loop.at(BYTES), BYTES, Sockets.MSG_DONTWAIT);
            }
        }

        @Override
        public void close() {
            loop.linux.close(socket);
            loop.linux.close(peer);
        }
    }

    /** The answers to epoll_ctl(2) from the first time on that a socket is armed for one of two that waited for it. */
    private TestLoop openWithFaults(int... errors) throws EngineUnavailableException {
        for (int i = 0; i < 3; i++) { // the wake-up, the receive, both
            kernel.pass(SystemCall.EPOLL_CTL);
        }
        for (int errno : errors) {
            kernel.answer(SystemCall.EPOLL_CTL, -errno);
        }
        return new TestLoop(kernel, WORKERS);
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.ENOMEM, Errno.ENOSPC})
    void whoWaitsOnIsNotForgotten(int errno) throws EngineUnavailableException {
        try (TestLoop loop = openWithFaults(errno);
                Waiting waiting = Waiting.begin(loop)) {
            waiting.makeRoom();
            assertEquals(1, loop.await(waiting.send));
            assertEquals(1, linux.send(waiting.peer, loop.at(0), 1, 0));
            assertEquals(1, loop.await(waiting.receive));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Errno.ENOMEM, Errno.ENOSPC})
    void whoCannotWaitIsTold(int errno) throws EngineUnavailableException {
        try (TestLoop loop = openWithFaults(errno, errno);
                Waiting waiting = Waiting.begin(loop)) {
            waiting.makeRoom();
            var results = loop.await(2);
            assertEquals(1L, results.get(waiting.send));
            assertEquals(-errno, results.get(waiting.receive));
        }
    }

    /** Its error is no reason to forget those who wait already: the kernel may have armed the socket for nobody. */
    @Test
    void whoWaitsAlreadyIsTriedAgain() throws EngineUnavailableException {
        kernel.pass(SystemCall.EPOLL_CTL).pass(SystemCall.EPOLL_CTL).answer(SystemCall.EPOLL_CTL, -Errno.ENOMEM);
        try (TestLoop loop = new TestLoop(kernel, WORKERS);
                Waiting waiting = Waiting.begin(loop)) {
            assertEquals(-Errno.ENOMEM, loop.await(waiting.send));
            assertEquals(0, loop.laio.poll(loop.completions, 0));
            assertEquals(1, linux.send(waiting.peer, loop.at(0), 1, 0));
            assertEquals(1, loop.await(waiting.receive));
            assertEquals(
                    5, kernel.calls(SystemCall.EPOLL_CTL), "the third failed; then added, or changed if it is there");
        }
    }

    @Test
    void withoutTheWakeUpThereIsNoEngine() {
        kernel.answer(SystemCall.EPOLL_CTL, -Errno.ENOSPC);
        int before = Loopback.openDescriptors();
        EngineUnavailableException e = assertThrows(EngineUnavailableException.class, () -> Laio.open(kernel, WORKERS));
        assertEquals(Errno.ENOSPC, e.errno());
        Loopback.awaitDescriptors(before);
    }
}
