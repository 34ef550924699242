package io.laio.workload.replay;

import io.laio.workload.trace.Document;
import io.laio.workload.trace.SmallTraces;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how many bytes a request makes the replaying thread allocate, as the difference between two replays of which one
 * is longer; round by round until it is less than tolerated, or for too many rounds.
 *
 * <p>Rounds, because the compiler takes its time, the more the busier the machine is: it has to have compiled the loop
 * before the JDK's own slices in system calls cease. What the replay itself made garbage of would be in every round.
 */
final class AllocationProbe {
    private static final List<Document> DOCUMENTS = List.of(new Document("/a", 100), new Document("/b", 3_000));
    private static final int FEW = 2_000;
    private static final int MANY = 22_000;
    private static final int ROUNDS = 40;

    private AllocationProbe() {}

    /** Arguments: closed or open, where to write a trace, bytes tolerated. */
    public static void main(String... arguments) throws Exception {
        Arrivals arrivals = arguments[0].equals("open")
                ? new Arrivals.FixedRate(1e6, Arrivals.Spacing.POISSON, 1) // faster than can be: all are late
                : new Arrivals.Closed();
        Path trace = Path.of(arguments[1]);
        double tolerated = Double.parseDouble(arguments[2]);
        SmallTraces.write(trace, DOCUMENTS, MANY / 2);
        try (ScriptedServer server = new ScriptedServer(ScriptedServer.serving(DOCUMENTS))) {
            ReplayPlan plan = ReplayPlan.closedLoop(trace, server.address(), 4)
                    .withArrivals(arrivals)
                    .withVerifyEvery(0);
            double each = Double.MAX_VALUE;
            for (int round = 0; round < ROUNDS && each >= tolerated; round++) {
                each = bytesEach(plan);
                System.out.println(each);
            }
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
        if (!result.failureExamples().isEmpty()) {
            throw new IllegalStateException(result.failureExamples().toString());
        }
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
