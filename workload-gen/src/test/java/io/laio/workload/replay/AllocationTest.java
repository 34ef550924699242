package io.laio.workload.replay;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a request costs the replaying thread in garbage: the difference between two replays, one of which is longer.
 *
 * <p>The JDK slices the segment that keeps errno in every system call, 40 bytes, until its best compiler has compiled the
 * call and sees that the slice goes nowhere. When that is depends on how busy the machine is, so replays are repeated until
 * it is done; what the replay itself made garbage of would be there in every one of them.
 */
final class AllocationTest {
    private static final List<Document> DOCUMENTS = List.of(new Document("/a", 100), new Document("/b", 3_000));
    private static final int FEW = 2_000;
    private static final int MANY = 22_000;
    private static final int ROUNDS_TOLERATED = 40;
    private static final double BYTES_TOLERATED = 4; // a class that is loaded, a stack that is walked

    @TempDir
    Path directory;

    @Test
    void aRequestMakesNoGarbageInAClosedLoop() throws Exception {
        assertNoGarbage(new Arrivals.Closed());
    }

    @Test
    void aRequestMakesNoGarbageInAnOpenLoop() throws Exception {
        assertNoGarbage(new Arrivals.FixedRate(1e6, Arrivals.Spacing.POISSON, 1)); // faster than can be: all are late
    }

    private void assertNoGarbage(Arrivals arrivals) throws Exception {
        Path trace = directory.resolve("t.trace");
        SmallTraces.write(trace, DOCUMENTS, MANY / 2);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayPlan plan = ReplayPlan.closedLoop(trace, server.address(), 4)
                    .withArrivals(arrivals)
                    .withVerifyEvery(0);
            double each = bytesEach(plan);
            for (int round = 1; each >= BYTES_TOLERATED && round < ROUNDS_TOLERATED; round++) {
                each = bytesEach(plan);
            }
            assertTrue(each < BYTES_TOLERATED, each + " bytes a request");
        }
    }

    private static double bytesEach(ReplayPlan plan) throws ReflectiveOperationException, IOException {
        long few = allocated(plan.withLimits(FEW, 0));
        long many = allocated(plan.withLimits(MANY, 0));
        return (double) (many - few) / (MANY - FEW);
    }

    private static long allocated(ReplayPlan plan) throws ReflectiveOperationException, IOException {
        long before = allocatedBytes();
        ReplayResult result = Replay.run(plan, ReplayProgress.NONE);
        long bytes = allocatedBytes() - before;
        assertEquals(Map.of(), result.failureExamples());
        return bytes;
    }

    /** By reflection: the module does not require jdk.management. */
    private static long allocatedBytes() throws ReflectiveOperationException {
        return (long) Class.forName("com.sun.management.ThreadMXBean")
                .getMethod("getCurrentThreadAllocatedBytes")
                .invoke(Class.forName("java.lang.management.ManagementFactory")
                        .getMethod("getThreadMXBean")
                        .invoke(null));
    }
}
