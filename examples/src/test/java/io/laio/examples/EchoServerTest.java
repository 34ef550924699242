package io.laio.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.laio.Engine;
import io.laio.LaioOptions;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients of the echo server, polite and other. */
@ParameterizedClass
@EnumSource(names = {"RING", "WORKERS"})
class EchoServerTest {
    private final LaioOptions options;

    EchoServerTest(Engine engine) {
        options = LaioOptions.DEFAULTS.withEngine(engine);
    }

    private Running start() throws IOException {
        return new Running((listener, stop) -> {
            try (EchoServer server = new EchoServer(listener, options)) {
                stop.complete(server::stop);
                server.run();
            }
        });
    }

    private static byte[] content(int bytes, long seed) {
        byte[] content = new byte[bytes];
        new Random(seed).nextBytes(content);
        return content;
    }

    /** Says everything from one thread and hears it back on another, to the end. */
    private static byte[] echo(Socket socket, byte[] content) throws Exception {
        try (ExecutorService mouth = Executors.newSingleThreadExecutor()) {
            Future<?> said = mouth.submit((Callable<Void>) () -> {
                socket.getOutputStream().write(content);
                socket.shutdownOutput();
                return null;
            });
            byte[] heard = socket.getInputStream().readAllBytes();
            said.get();
            return heard;
        }
    }

    @Test
    void everyClientHearsWhatItSaid() throws Exception {
        try (Running server = start();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> heard = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                byte[] content = content(1 + i * 3000, i);
                heard.add(threads.submit(() -> {
                    try (Socket socket = server.connect()) {
                        return echo(socket, content);
                    }
                }));
            }
            for (int i = 0; i < 100; i++) {
                assertArrayEquals(content(1 + i * 3000, i), heard.get(i).get());
            }
        }
    }

    @Test
    void clientThatDoesNotReadHoldsUpNobody() throws Exception {
        try (Running server = start();
                SocketChannel channel = SocketChannel.open(server.address());
                Socket quick = server.connect()) {
            int taken = fill(channel);
            assertArrayEquals(content(200_000, 1), echo(quick, content(200_000, 1)));
            channel.configureBlocking(true);
            channel.shutdownOutput();
            assertEquals(taken, channel.socket().getInputStream().readAllBytes().length);
        }
    }

    /** Sends without reading, until the sockets of both sides are full and the server waits: how many bytes that took. */
    private static int fill(SocketChannel channel) throws IOException {
        channel.configureBlocking(false);
        ByteBuffer zeros = ByteBuffer.allocate(64 << 10);
        int taken = 0;
        for (int refusals = 0; refusals < 10_000; ) {
            int count = channel.write(zeros.clear());
            refusals = count == 0 ? refusals + 1 : 0;
            taken += count;
        }
        return taken;
    }

    @Test
    void clientsThatVanishLeaveTheServerServing() throws Exception {
        try (Running server = start()) {
            for (int i = 0; i < 50; i++) {
                try (Socket rude = server.connect()) {
                    rude.setSoLinger(true, 0); // a reset
                    rude.getOutputStream().write(content(100_000, i));
                }
            }
            try (Socket polite = server.connect()) {
                assertArrayEquals(content(10, 1), echo(polite, content(10, 1)));
            }
        }
    }

    @Test
    void stopsWithClientsConnected() throws Exception {
        Running server = start();
        try (Socket idle = server.connect()) {
            idle.getOutputStream().write(1);
            assertEquals(1, idle.getInputStream().read());
            server.close();
            assertEquals(-1, idle.getInputStream().read(), "the connection is ended");
        }
    }
}
