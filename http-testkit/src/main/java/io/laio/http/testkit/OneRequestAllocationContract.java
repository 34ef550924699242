package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Where each connection serves one request, a request allocates its connection, and nothing that depends on how large its
 * document is, or on how many there were before. Otherwise as {@link AllocationContract}.
 */
public abstract class OneRequestAllocationContract {
    /** What a connection and its head may come to, in bytes. */
    static final int MOST_BYTES = 6 << 10;

    private static final int ROUNDS = 1_000;
    private static final int MAX_MEASUREMENTS = 20;

    /** For the server's test. */
    protected OneRequestAllocationContract() {}

    /**
     * Starts the server that this test is about.
     *
     * @param docroot what to serve
     * @param settings how
     * @return the server, in this JVM; its loops run on threads that are called {@code loop-} and a number
     * @throws Exception if it does not start
     */
    protected abstract RunningServer start(Path docroot, ServerSettings settings) throws Exception;

    @Test
    final void aRequestAllocatesNoMoreThanItsConnection(@TempDir Path root) throws Exception {
        for (int size : AllocationContract.SIZES) {
            Files.write(root.resolve("d" + size), Content.of("d" + size, size));
        }
        LoopAllocation.Before before = LoopAllocation.before();
        try (RunningServer server = start(root, ServerSettings.patient())) {
            LoopAllocation loop = before.loopStartedSince();
            for (int size : AllocationContract.SIZES) {
                assertBounded(server.port(), loop, size);
            }
        }
    }

    /** Measured anew as long as it is too much: code that is not compiled yet, or compiled anew, may allocate. */
    private static void assertBounded(int port, LoopAllocation loop, int size) throws IOException {
        long perRequest = Long.MAX_VALUE;
        for (int i = 0; i < MAX_MEASUREMENTS && perRequest > MOST_BYTES; i++) {
            long atFirst = loop.bytes();
            for (int round = 0; round < ROUNDS; round++) {
                ask(port, size);
            }
            perRequest = (loop.bytes() - atFirst) / ROUNDS;
        }
        assertTrue(perRequest <= MOST_BYTES, perRequest + " bytes a request for " + size + " bytes");
    }

    private static void ask(int port, int size) throws IOException {
        try (RawClient client = RawClient.connect(port)) {
            client.send("GET /d" + size + " HTTP/1.1\r\nHost: test\r\nConnection: close\r\n\r\n");
            assertEquals(200, client.readHead().status());
            assertEquals(size, client.readBody(size).length);
            client.expectEnd();
        }
    }
}
