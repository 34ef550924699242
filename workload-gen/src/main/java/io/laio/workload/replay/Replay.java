package io.laio.workload.replay;

import io.laio.linux.Linux;
import io.laio.workload.trace.PrefixSequences;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.time.Instant;

/**
 * Plays a trace against a server, in a closed loop.
 *
 * <p>As in the study (PAPER.md, 3): a sequence begins with setting up a connection and ends with tearing it down; its
 * requests go one at a time, each response read completely before the next is sent; the clients take sequences from one
 * queue in the order of the trace [U], and make requests as fast as the server answers.
 *
 * <p>Everything happens on the calling thread, which may be pinned to a processor; nothing is shared between calls, so
 * several may run in one JVM, one after the other or on different threads. The first run of a JVM is slower than the
 * later ones, because the code is not yet compiled. An interrupt of the thread ends the run at once, with what was
 * measured until then, and stays pending.
 */
public final class Replay {
    private Replay() {}

    /**
     * Runs a replay.
     *
     * @param plan what to play
     * @param progress is told about once a second how far it has come
     * @return what was measured; failed requests are part of it and no exception
     * @throws IOException if the trace cannot be read or is damaged, or this machine refuses what a client needs
     */
    public static ReplayResult run(ReplayPlan plan, ReplayProgress progress) throws IOException {
        return run(plan, progress, Linux.open());
    }

    static ReplayResult run(ReplayPlan plan, ReplayProgress progress, Linux linux) throws IOException {
        try (TraceReader trace = TraceReader.open(plan.trace());
                Requests requests = new Requests(trace.documents(), plan.target(), plan.connectionPerRequest());
                ReceiveBuffer buffer = new ReceiveBuffer();
                Network network = new Network(linux, plan.target())) {
            PrefixSequences queue = new PrefixSequences(trace, plan.maxRequests());
            Session session = new Session(plan, network, requests, buffer, queue);
            Instant startedAt = Instant.now();
            long cpuBefore = ThreadCpu.micros(linux);
            long elapsedNanos = new ReplayLoop(session, progress).run();
            long cpuMicros = ThreadCpu.micros(linux) - cpuBefore;
            GeneratorLoad load = new GeneratorLoad(cpuMicros, Math.min(1, cpuMicros * 1e3 / elapsedNanos));
            return result(session, trace, startedAt, elapsedNanos, load);
        }
    }

    private static ReplayResult result(
            Session session, TraceReader trace, Instant startedAt, long elapsedNanos, GeneratorLoad load) {
        Recorder recorder = session.recorder;
        return new ReplayResult(
                session.plan,
                trace.header(),
                startedAt,
                elapsedNanos,
                session.stopReason(),
                session.sequences(),
                recorder.requests(),
                recorder.bytes(),
                recorder.verified(),
                recorder.statuses(),
                recorder.failures(),
                recorder.examples(),
                recorder.latencies(),
                session.network.connections(),
                session.network.maxOpenConnections(),
                load);
    }
}
