package io.laio;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.OpenHow;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** MSG_PEEK with MSG_WAITALL looks at everything once, as the plain call does, in whatever pieces it comes. */
@ParameterizedClass
@MethodSource("options")
class PeekTest {
    private static final int PEEK_ALL = Sockets.MSG_PEEK | Sockets.MSG_WAITALL;
    private static final byte[] CONTENT = {1, 2, 3, 4, 5, 6, 7, 8};
    private static final int HALF = 4;
    private static final int F_SETFL = 4; // include/uapi/asm-generic/fcntl.h

    @Parameter
    @SuppressWarnings("NullAway.Init")
    LaioOptions options;

    private final Linux linux = Linux.open();

    @SuppressWarnings("NullAway.Init")
    private TestLoop loop;

    private int[] pair = {};

    static Stream<LaioOptions> options() {
        return Stream.of(Engine.RING, Engine.WORKERS)
                .flatMap(engine -> Stream.of(Laziness.values())
                        .map(laziness -> LaioOptions.DEFAULTS.withEngine(engine).withLaziness(laziness)));
    }

    @BeforeEach
    void open() throws EngineUnavailableException {
        loop = new TestLoop(options);
        pair = Loopback.socketPair(linux);
    }

    @AfterEach
    void close() {
        loop.close();
        linux.close(pair[0]);
        linux.close(pair[1]);
    }

    private void send(int from, int length) {
        Memory.copy(CONTENT, from, loop.at(512), length);
        assertEquals(length, linux.send(pair[1], loop.at(512), length, 0));
        Loopback.awaitReadable(linux, pair[0]);
    }

    private long peek() {
        return loop.laio.recv(pair[0], loop.at(0), CONTENT.length, PEEK_ALL);
    }

    private void assertAllIsThere(long peeked) {
        assertEquals(CONTENT.length, peeked);
        for (int flags : List.of(0, Sockets.MSG_DONTWAIT)) {
            byte[] got = new byte[CONTENT.length];
            Memory.copy(loop.at(0), got, 0, got.length);
            assertArrayEquals(CONTENT, got);
            long result = linux.recv(pair[0], loop.at(0), CONTENT.length, flags);
            assertEquals(flags == 0 ? CONTENT.length : -Errno.EAGAIN, result, "peeking takes nothing away");
        }
    }

    @Test
    void everythingIsAwaited() {
        send(0, HALF);
        peek();
        long handle = loop.handle();
        assertEquals(0, loop.laio.poll(loop.completions, 20_000_000), "half of it is not all");
        send(HALF, HALF);
        assertAllIsThere(loop.await(handle));
    }

    @Test
    void whatIsThereIsShown() {
        send(0, CONTENT.length);
        long result = peek();
        assertAllIsThere(result >= 0 ? result : loop.await(loop.handle()));
    }

    @Test
    void waitingIsCancelled() {
        peek();
        long handle = loop.handle();
        loop.laio.poll(loop.completions, 1_000_000);
        loop.laio.cancel(handle);
        assertEquals(-Errno.ECANCELED, loop.await(handle));
    }

    @Test
    void theEndIsTheEnd() {
        peek();
        long handle = loop.handle();
        linux.close(pair[1]);
        assertEquals(0, loop.await(handle));
        pair[1] = -1;
    }

    /** The plain call on a socket that never blocks shows what is there. */
    @Test
    void whoNeverWaitsSeesWhatIsThere() {
        linux.syscall(SystemCall.FCNTL, pair[0], F_SETFL, OpenHow.O_NONBLOCK, 0);
        send(0, HALF);
        long result = peek();
        assertEquals(HALF, result >= 0 ? result : loop.await(loop.handle()));
    }
}
