package io.laio.examples;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** The three file servers do the same job. */
@ParameterizedClass
@ValueSource(strings = {"laio", "laio-workers", "epoll", "aio"})
class FileServerTest {
    private static final int FILE_BYTES = (20 << 20) + 17; // more than sockets hold

    private final String way;

    @TempDir
    Path directory;

    FileServerTest(String way) {
        this.way = way;
    }

    private byte[] write(Path file, int bytes) throws IOException {
        byte[] content = new byte[bytes];
        new Random(bytes).nextBytes(content);
        Files.write(file, content);
        return content;
    }

    private Running start(Path file) throws IOException {
        return new Running((listener, stop) -> {
            try (FileServer server = ServeFile.open(way, listener, file)) {
                stop.complete(server::stop);
                server.run();
            }
        });
    }

    private static byte[] fetch(Running server) throws IOException {
        try (Socket socket = server.connect()) {
            return socket.getInputStream().readAllBytes();
        }
    }

    @Test
    void everyClientGetsTheWholeFile() throws Exception {
        Path file = directory.resolve("file");
        byte[] content = write(file, 1_000_001);
        try (Running server = start(file);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<byte[]>> got = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                got.add(threads.submit(() -> fetch(server)));
            }
            for (Future<byte[]> one : got) {
                assertArrayEquals(content, one.get());
            }
        }
    }

    @Test
    void clientThatStopsReadingHoldsUpNobodyAndStillGetsEverything() throws Exception {
        Path file = directory.resolve("file");
        byte[] content = write(file, FILE_BYTES);
        try (Running server = start(file);
                Socket slow = server.connect()) {
            InputStream in = slow.getInputStream();
            assertEquals(content[0], (byte) in.read());
            for (int i = 0; i < 3; i++) {
                assertArrayEquals(content, fetch(server));
            }
            byte[] rest = in.readAllBytes();
            assertEquals(FILE_BYTES - 1, rest.length);
            assertEquals(content[FILE_BYTES - 1], rest[FILE_BYTES - 2]);
        }
    }

    @Test
    void missingFileEndsTheConnectionAndNothingElse() throws Exception {
        Path file = directory.resolve("file");
        try (Running server = start(file)) {
            assertEquals(0, fetch(server).length);
            byte[] content = write(file, 100_000);
            assertArrayEquals(content, fetch(server));
            write(file, 0);
            assertEquals(0, fetch(server).length);
        }
    }

    @Test
    void clientsThatVanishLeaveTheServerServing() throws Exception {
        Path file = directory.resolve("file");
        byte[] content = write(file, FILE_BYTES);
        try (Running server = start(file)) {
            for (int i = 0; i < 20; i++) {
                try (Socket rude = server.connect()) {
                    rude.setSoLinger(true, 0); // a reset
                    assertEquals(content[0], (byte) rude.getInputStream().read());
                }
            }
            assertArrayEquals(content, fetch(server));
        }
    }

    @Test
    void stopsWithClientsHalfServed() throws Exception {
        Path file = directory.resolve("file");
        write(file, FILE_BYTES);
        Running server = start(file);
        try (Socket slow = server.connect()) {
            assertEquals(1, slow.getInputStream().readNBytes(1).length);
            server.close();
        }
    }
}
