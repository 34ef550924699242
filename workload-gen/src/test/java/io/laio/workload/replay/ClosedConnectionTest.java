package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Servers that close a connection just as a request is sent on it, which no client can tell beforehand. */
final class ClosedConnectionTest {
    private static final List<Document> DOCUMENTS =
            List.of(new Document("/first", 100), new Document("/second", 200), new Document("/third", 300));

    @TempDir
    Path directory;

    private Path trace;

    @BeforeEach
    void writeTwoSequencesOfThree() throws IOException {
        trace = directory.resolve("t.trace");
        SmallTraces.write(trace, DOCUMENTS, 2);
    }

    private ReplayResult replay(ScriptedServer server) throws IOException {
        return Replay.run(ReplayPlan.closedLoop(trace, server.address(), 1).withVerifyEvery(1), ReplayProgress.NONE);
    }

    /** Reads a connection's second request, and ends the connection instead of answering. */
    private static ScriptedServer.Script endingAtTheSecond(boolean reset) {
        Set<Socket> used = ConcurrentHashMap.newKeySet(); // each connection has a thread
        return (request, socket) -> {
            if (used.add(socket)) {
                socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
                return;
            }
            if (reset) {
                socket.setSoLinger(true, 0); // closing then sends RST instead of FIN
            }
            socket.close();
        };
    }

    private void checkMadeAgain(ScriptedServer.Script script) throws IOException {
        try (ScriptedServer server = new ScriptedServer(script)) {
            ReplayResult result = replay(server);
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(List.of(6L, 6L, 1_200L), List.of(result.requests(), result.verified(), result.bytes()));
            assertEquals(4, result.madeAgain());
            assertEquals(6, result.connections());
            assertEquals(6, result.latencies().connectTime().getTotalCount());
            assertEquals(6, result.latencies().responseTime().getTotalCount());
        }
    }

    @Test
    void theRequestIsMadeAgainOnANewConnection() throws IOException {
        checkMadeAgain(endingAtTheSecond(false));
    }

    @Test
    void soItIsAfterAReset() throws IOException {
        checkMadeAgain(endingAtTheSecond(true));
    }

    @Test
    void aNewConnectionThatIsClosedIsTheServersFailure() throws IOException {
        ScriptedServer.Script never = (request, socket) -> {
            if (request.startsWith("GET /second ")) {
                socket.close();
            } else {
                socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
            }
        };
        try (ScriptedServer server = new ScriptedServer(never)) {
            ReplayResult result = replay(server);
            assertEquals(Map.of(FailureClass.CLOSED_EARLY, 2L), result.failures());
            assertEquals(List.of(6L, 2L), List.of(result.requests(), result.madeAgain()));
            assertEquals(8, server.requests.size(), "each of the two was made twice, and not a third time");
        }
    }

    @Test
    void anAnswerThatHasBegunIsNotAskedForAgain() throws IOException {
        ScriptedServer.Script half = (request, socket) -> {
            byte[] answer = ScriptedServer.correctAnswer(request, DOCUMENTS);
            boolean whole = !request.startsWith("GET /second ");
            socket.getOutputStream().write(answer, 0, whole ? answer.length : 1);
            if (!whole) {
                socket.close();
            }
        };
        try (ScriptedServer server = new ScriptedServer(half)) {
            ReplayResult result = replay(server);
            assertEquals(2, result.failed(), result.failureExamples()::toString);
            assertEquals(0, result.madeAgain());
        }
    }

    @Test
    void whoCannotBeReachedAgainHasRefused() throws IOException {
        ScriptedServer[] itself = new ScriptedServer[1];
        ScriptedServer.Script last = (request, socket) -> {
            if (request.startsWith("GET /second ")) {
                itself[0].close(); // the listener too
                socket.close();
            } else {
                socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
            }
        };
        try (ScriptedServer server = new ScriptedServer(last)) {
            itself[0] = server;
            ReplayResult result = replay(server);
            assertTrue(
                    result.failures().getOrDefault(FailureClass.CONNECT_REFUSED, 0L) > 0, result.failures()::toString);
            assertEquals(List.of(6L, 5L), List.of(result.requests(), result.failed()));
        }
    }
}
