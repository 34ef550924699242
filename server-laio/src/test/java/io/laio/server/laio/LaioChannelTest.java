package io.laio.server.laio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.Engine;
import io.laio.EngineUnavailableException;
import io.laio.Laio;
import io.laio.LaioOptions;
import io.laio.Laziness;
import io.laio.http.loop.OperationCounters;
import io.laio.http.network.Channel;
import io.laio.http.network.ChannelListener;
import io.laio.linux.Linux;
import io.laio.linux.Memory;
import io.laio.linux.NativeBuffer;
import io.laio.linux.Sockets;
import io.laio.linux.SystemCall;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is sent from a mapping must have been looked at immediately before: nothing of it is left to the engine. */
class LaioChannelTest {
    private static final int HEAD_BYTES = 100;
    private static final int BODY_BYTES = 8 << 20;

    private final Linux linux = Linux.open();

    private int[] socketPair() {
        try (NativeBuffer pair = new NativeBuffer(Long.BYTES)) {
            long result = linux.syscall(
                    SystemCall.SOCKETPAIR.number(), Sockets.AF_UNIX, Sockets.SOCK_STREAM, 0, pair.address(), 0, 0);
            assertEquals(0, result);
            return new int[] {Memory.getInt(pair.address()), Memory.getInt(pair.address() + Integer.BYTES)};
        }
    }

    private static final ChannelListener NOBODY = new ChannelListener() {
        @Override
        public void received(long result) {
            throw new AssertionError("nothing is received");
        }

        @Override
        public void sent(long result) {
            throw new AssertionError("nothing is sent later");
        }

        @Override
        public void closed() {
            // as it should be
        }
    };

    @ParameterizedTest
    @CsvSource({"RING, RING", "RING, DIRECT", "WORKERS, RING", "WORKERS, DIRECT"})
    void whatTheSocketHasNoRoomForIsTheCallers(Engine engine, Laziness laziness) throws EngineUnavailableException {
        int[] pair = socketPair();
        try (NativeBuffer memory = new NativeBuffer(HEAD_BYTES + BODY_BYTES);
                NativeBuffer scratch = new NativeBuffer(LaioChannel.SCRATCH_BYTES);
                Laio laio = Laio.open(Linux::open, LaioOptions.DEFAULTS.withEngine(engine))) {
            long head = memory.address();
            long body = head + HEAD_BYTES;
            Channel channel =
                    new LaioChannel(linux, laio, new OperationCounters(), laziness, scratch.address(), pair[0], NOBODY);
            assertEquals(HEAD_BYTES + 200, channel.send(head, HEAD_BYTES, body, 200, true), "there is room");
            assertEquals(300, channel.send(body, 300, 0, 0, true), "one piece");
            long taken = channel.send(head, HEAD_BYTES, body, BODY_BYTES, true);
            assertTrue(taken > 0 && taken < HEAD_BYTES + BODY_BYTES, () -> "taken: " + taken);
            assertEquals(0, channel.send(head, HEAD_BYTES, body, BODY_BYTES, true), "full");
            channel.close(false);
        } finally {
            linux.close(pair[1]);
        }
    }
}
