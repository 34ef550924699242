package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.replay.Arrivals.Spacing;
import io.laio.workload.trace.Document;
import io.laio.workload.trace.RequestKind;
import io.laio.workload.trace.RequestSequence;
import io.laio.workload.trace.SmallTraces;
import io.laio.workload.trace.TraceWriter;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Requests that have moments of their own. */
final class OpenLoopTest {
    private static final List<Document> DOCUMENTS = List.of(new Document("/a", 100), new Document("/b", 2_000));
    private static final long MILLI = 1_000_000;

    @TempDir
    Path directory;

    /** Answers at once but for a fifth of each second, in which it does nothing, like a garbage collection. */
    private static final class StallingServer {
        private static final long SECOND = 1_000 * MILLI;
        private static final long STALL = 200 * MILLI;

        private final long startNanos = System.nanoTime();

        void answer(String request, Socket socket) throws IOException {
            long within = (System.nanoTime() - startNanos) % SECOND;
            if (within > SECOND - STALL) {
                LockSupport.parkNanos(SECOND - within);
            }
            socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
        }
    }

    /**
     * Coordinated omission: the same server, which stalls for a fifth of all time. In a closed loop four requests a stall are
     * slow, of thousands; in an open one all those are that were to be made during the stall.
     */
    @Test
    void aStallIsHiddenByAClosedLoopAndShownByAnOpenOne() throws IOException {
        Path trace = trace(100_000);
        double closed;
        double open;
        try (ScriptedServer server = new ScriptedServer(new StallingServer()::answer)) {
            closed = p99Millis(run(plan(trace, server, 4).withLimits(0, 3_100)));
        }
        try (ScriptedServer server = new ScriptedServer(new StallingServer()::answer)) {
            Arrivals arrivals = new Arrivals.FixedRate(400, Spacing.POISSON, 1);
            ReplayResult result =
                    run(plan(trace, server, 64).withArrivals(arrivals).withLimits(1_240, 0));
            assertEquals(Map.of(), result.failureExamples());
            open = p99Millis(result);
            assertTrue(result.backlogged() > 0, "64 clients are too few for the 80 requests of a stall");
        }
        assertTrue(open > 150, "open loop: p99 " + open + " ms of stalls of 200 ms");
        assertTrue(closed < open / 3, "closed loop: p99 " + closed + " ms, open loop: " + open);
    }

    @Test
    void theRateIsKept() throws IOException {
        Path trace = trace(1_000);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = run(plan(trace, server, 8)
                    .withArrivals(new Arrivals.FixedRate(1_000, Spacing.EVEN, 1))
                    .withLimits(500, 0));
            assertEquals(500, result.requests());
            assertTrue(result.elapsedNanos() >= 499 * MILLI, "the last one begins 499 ms in: " + result.elapsedNanos());
            assertEquals(500, result.latencies().scheduleLag().getTotalCount());
            assertTrue(result.littlesLaw().holds(), result.littlesLaw()::toString);
        }
    }

    /** With one client that waits for its answer, requests are late by what the server takes, and say so. */
    @Test
    void whatWaitsForAClientCountsFromItsMoment() throws IOException {
        Path trace = trace(10);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            LockSupport.parkNanos(20 * MILLI);
            socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
        })) {
            ReplayResult result =
                    run(plan(trace, server, 1).withArrivals(new Arrivals.FixedRate(1_000, Spacing.EVEN, 1)));
            assertEquals(20, result.requests());
            assertEquals(19, result.backlogged());
            double last = result.latencies().responseTime().getMaxValue() / 1e6;
            assertTrue(last >= 20 * 20 - 19 - 1, "the twentieth was to be made after 19 ms: " + last);
            assertTrue(result.latencies().serviceTime().getMean() < last / 2 * 1e6);
        }
    }

    /** Nobody is answered, and yet it is known who was to be: coordinated omission at the end of a run. */
    @Test
    void whatWasDueAndNotMadeIsCounted() throws IOException {
        Path trace = trace(10_000);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {})) {
            ReplayResult result = run(plan(trace, server, 4)
                    .withArrivals(new Arrivals.FixedRate(1_000, Spacing.EVEN, 1))
                    .withLimits(0, 300));
            assertEquals(StopReason.TIME_LIMIT, result.stopReason());
            assertEquals(4, result.unfinished().underWay());
            long due = result.elapsedNanos() / MILLI + 1; // the first one at the beginning
            assertEquals(due - 4, result.unfinished().unmade());
            assertEquals(due, result.unfinished().waited().getTotalCount());
            assertTrue(!result.littlesLaw().holds(), result.littlesLaw()::toString);
            assertEquals(due / 2.0, result.littlesLaw().inSystem(), due / 20.0); // a triangle: from none to all of them
        }
    }

    @Test
    void whatTheTraceHasNotIsNotDue() throws IOException {
        Path trace = trace(10);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {})) {
            ReplayResult result = run(plan(trace, server, 4)
                    .withArrivals(new Arrivals.FixedRate(1_000, Spacing.EVEN, 1))
                    .withLimits(0, 200));
            assertEquals(4, result.unfinished().underWay());
            assertEquals(16, result.unfinished().unmade(), "of twenty requests");
        }
    }

    @Test
    void ownTimesThatWereNotKeptAreCounted() throws IOException {
        Path trace = directory.resolve("times.trace");
        SmallTraces.writeEveryKind(trace); // four requests at once; 5 s in, one, and after 250 ms one more
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {})) {
            ReplayResult result = run(plan(trace, server, 1)
                    .withArrivals(new Arrivals.OwnTimes(100, 0))
                    .withLimits(0, 200));
            assertEquals(1, result.unfinished().underWay());
            assertEquals(5, result.unfinished().unmade(), "50 and 52.5 ms in");
        }
    }

    @Test
    void atTheEndOfTheTraceTheRateStaysAndClientsDoNot() throws IOException {
        Path trace = directory.resolve("uneven.trace"); // a sequence of one request, and one of thirty
        try (TraceWriter writer = TraceWriter.create(trace)) {
            writer.document(DOCUMENTS.getFirst());
            RequestSequence sequence = new RequestSequence();
            sequence.add(RequestKind.GET, 0, 0);
            writer.sequence(sequence);
            for (int i = 1; i < 30; i++) {
                sequence.add(RequestKind.GET, 0, 0);
            }
            writer.sequence(sequence);
            writer.commit("uneven", 0, Map.of());
        }
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            LockSupport.parkNanos(5 * MILLI);
            socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
        })) {
            Arrivals arrivals = new Arrivals.FixedRate(1_000, Spacing.EVEN, 1);
            ReplayResult alone = run(plan(trace, server, 1).withArrivals(arrivals));
            assertEquals(List.of(30L, 0L), List.of(alone.backlogged(), alone.backloggedAtEnd()), "busy to the end");
            ReplayResult two = run(plan(trace, server, 2).withArrivals(arrivals));
            assertTrue(two.backloggedAtEnd() > 0, "one of them has nothing left to do after its only request");
            assertTrue(two.backloggedAtEnd() <= two.backlogged());
        }
    }

    @Test
    void ownTimesAreKept() throws IOException {
        Path trace = directory.resolve("times.trace");
        SmallTraces.writeEveryKind(trace); // two sequences, the second 5 s in, with a gap of 250 ms
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(SmallTraces.DOCUMENTS))) {
            ReplayResult result = run(plan(trace, server, 8).withArrivals(new Arrivals.OwnTimes(50, 0)));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(6, result.requests());
            assertEquals(2, result.connections());
            assertTrue(result.elapsedNanos() >= 105 * MILLI, "5,250 ms, fifty times as fast: " + result.elapsedNanos());
        }
    }

    @Test
    void pausesMayBeShortened() throws IOException {
        Path trace = directory.resolve("times.trace");
        try (TraceWriter writer = TraceWriter.create(trace)) {
            writer.document(DOCUMENTS.getFirst());
            RequestSequence sequence = new RequestSequence();
            sequence.clear(0);
            sequence.add(RequestKind.GET, 0, 0);
            writer.sequence(sequence);
            sequence.clear(3_600_000); // an hour
            sequence.add(RequestKind.GET, 0, 0);
            writer.sequence(sequence);
            writer.commit("pause", 0, Map.of());
        }
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayResult result = run(plan(trace, server, 8).withArrivals(new Arrivals.OwnTimes(1, 50)));
            assertEquals(2, result.requests());
        }
    }

    /** A server may close a connection on which nothing is under way; then the next request makes a new one. */
    @Test
    void aConnectionMayBeClosedBetweenTwoRequests() throws IOException {
        Path trace = trace(5);
        try (ScriptedServer server = new ScriptedServer((request, socket) -> {
            socket.getOutputStream().write(ScriptedServer.correctAnswer(request, DOCUMENTS));
            socket.close();
        })) {
            ReplayResult result = run(plan(trace, server, 1).withArrivals(new Arrivals.FixedRate(20, Spacing.EVEN, 1)));
            assertEquals(Map.of(), result.failureExamples());
            assertEquals(10, result.connections());
        }
    }

    @Test
    void anInterruptEndsTheWaitForAMoment() throws IOException {
        Path trace = trace(5);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            Thread.currentThread().interrupt();
            ReplayPlan plan = plan(trace, server, 1).startingAt(Instant.now().plusSeconds(3_600));
            assertEquals(StopReason.INTERRUPTED, run(plan).stopReason());
            assertTrue(Thread.interrupted());
        }
    }

    @Test
    void aReplayBeginsWhenItIsToldTo() throws IOException {
        Path trace = trace(1);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            Instant moment = Instant.now().plusMillis(300);
            ReplayResult result = run(plan(trace, server, 1).startingAt(moment));
            assertTrue(!result.startedAt().isBefore(moment), result.startedAt() + " is before " + moment);
        }
    }

    private Path trace(int sequences) throws IOException {
        Path trace = directory.resolve("t" + sequences + ".trace");
        SmallTraces.write(trace, DOCUMENTS, sequences);
        return trace;
    }

    private static double p99Millis(ReplayResult result) {
        return result.latencies().responseTime().getValueAtPercentile(99) / 1e6;
    }

    private static ReplayPlan plan(Path trace, ScriptedServer server, int clients) {
        return ReplayPlan.closedLoop(trace, server.address(), clients).withVerifyEvery(1);
    }

    private static ReplayResult run(ReplayPlan plan) throws IOException {
        return Replay.run(plan, ReplayProgress.NONE);
    }
}
