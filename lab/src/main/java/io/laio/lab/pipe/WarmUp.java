package io.laio.lab.pipe;

import java.lang.management.CompilationMXBean;
import java.lang.management.ManagementFactory;

/** Runs every contender until the JIT compiler has nothing left to do. */
final class WarmUp {
    private static final int CALLS = 4_000;
    private static final int LEAST_PASSES = 3;
    private static final int MOST_PASSES = 20;

    private WarmUp() {}

    /**
     * Warms up.
     *
     * @param readers the contenders
     * @param plan whose calls are not exceeded by a pass
     * @return how many passes it took until one of them compiled nothing, or the most there are
     */
    static int run(PipeReaders readers, PipePlan plan) {
        int calls = Math.min(plan.calls(), CALLS);
        long compiled = -1;
        for (int passes = 1; passes < MOST_PASSES; passes++) {
            pass(readers, calls);
            long now = compilationMillis();
            if (passes >= LEAST_PASSES && now == compiled) {
                return passes;
            }
            compiled = now;
        }
        return MOST_PASSES;
    }

    private static void pass(PipeReaders readers, int calls) {
        for (PipeState state : PipeState.values()) {
            for (Contender contender : Contender.values()) {
                Stopwatch.nanos(readers.of(contender), state, 1, calls);
            }
        }
    }

    private static long compilationMillis() {
        CompilationMXBean compiler = ManagementFactory.getCompilationMXBean();
        return compiler == null || !compiler.isCompilationTimeMonitoringSupported()
                ? 0
                : compiler.getTotalCompilationTime();
    }
}
