package io.laio.http.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Once a server has warmed up, a request for a document that is open and in memory allocates nothing on the loop: garbage
 * would have to be collected, and a collection stops the loop. The server must run in the JVM of the test, with the options
 * of {@code bin/laio} for compiling it: a system call allocates a segment unless the JIT compiler sees that nobody keeps it.
 */
public abstract class AllocationContract {
    private static final int ROUNDS = 500;

    /** How often it is measured anew: code that is not compiled yet, or compiled anew, may allocate. */
    private static final int MAX_MEASUREMENTS = 40;

    private static final int CLIENTS = 3;
    private static final int PIPELINED = 4;

    /** Empty, copied into the connection's own buffer or a borrowed one, mapped, and mapped in more than one piece. */
    static final List<Integer> SIZES = List.of(0, 1_000, 16_000, 100_000, 700_000);

    /** For the server's test. */
    protected AllocationContract() {}

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
    final void aRequestForAnOpenDocumentAllocatesNothing(@TempDir Path root) throws Exception {
        for (int size : SIZES) {
            Files.write(root.resolve("d" + size), Content.of("d" + size, size));
        }
        LoopAllocation.Before before = LoopAllocation.before();
        List<RawClient> clients = new ArrayList<>();
        try (RunningServer server = start(root, ServerSettings.patient().withNameCacheValidityMillis(3_600_000))) {
            LoopAllocation loop = before.loopStartedSince();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(RawClient.connect(server.port()));
            }
            long allocated = Long.MAX_VALUE;
            int requests = 0;
            for (int i = 0; i < MAX_MEASUREMENTS && allocated > requests; i++) {
                long atFirst = loop.bytes();
                requests = ask(clients);
                allocated = loop.bytes() - atFirst;
            }
            for (RawClient client : clients) {
                client.close();
            }
            assertTrue(allocated <= requests, allocated + " bytes in the last " + requests + " requests");
        }
    }

    /** Every client asks for every document, alone and several at once; answers with the number of requests. */
    private static int ask(List<RawClient> clients) throws IOException {
        int requests = 0;
        for (int round = 0; round < ROUNDS; round++) {
            int size = SIZES.get(round % SIZES.size());
            int together = round % 2 == 0 ? 1 : PIPELINED;
            String request = "GET /d" + size + " HTTP/1.1\r\nHost: test\r\n\r\n";
            for (RawClient client : clients) {
                client.send(request.repeat(together));
            }
            for (RawClient client : clients) {
                for (int i = 0; i < together; i++) {
                    assertEquals(200, client.readHead().status());
                    client.readBody(size);
                    requests++;
                }
            }
        }
        return requests;
    }
}
