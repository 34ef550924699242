package io.laio.workload.replay;

import io.laio.linux.Linux;
import io.laio.workload.trace.PrefixSequences;
import io.laio.workload.trace.TraceHeader;
import io.laio.workload.trace.TraceReader;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Plays a trace against a server.
 *
 * <p>As in the study (PAPER.md, 3): a sequence begins with setting up a connection and ends with tearing it down; its
 * requests go one at a time, each response read completely before the next is sent; the clients take sequences from one
 * queue in the order of the trace [U]. When requests are made is what {@link Arrivals} say: in the study, as fast as the
 * server answers.
 *
 * <p>Everything happens on the calling thread, which may be pinned to a processor; nothing is shared between calls, so
 * several may run in one JVM, one after the other or on different threads. The first run of a JVM is slower than the
 * later ones, because the code is not yet compiled. An interrupt of the thread ends the run at once, with what was
 * measured until then, and stays pending.
 */
public final class Replay {
    private final ReplayPlan plan;
    private final ReplayProgress progress;
    private final Linux linux;

    private Replay(ReplayPlan plan, ReplayProgress progress, Linux linux) {
        this.plan = plan;
        this.progress = progress;
        this.linux = linux;
    }

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

    /**
     * Runs a replay, and tells what happened in each stretch of it.
     *
     * @param plan what to play
     * @param progress is told about once a second how far it has come
     * @param intervals is told of each interval when it is over
     * @param length how long an interval is; it ends up to 50 ms later
     * @return what was measured; failed requests are part of it and no exception
     * @throws IOException as {@link #run(ReplayPlan, ReplayProgress)}, or if an interval cannot be written down
     */
    public static ReplayResult run(ReplayPlan plan, ReplayProgress progress, ReplayIntervals intervals, Duration length)
            throws IOException {
        return new Replay(plan, progress, Linux.open()).run(intervals, length.toNanos());
    }

    static ReplayResult run(ReplayPlan plan, ReplayProgress progress, Linux linux) throws IOException {
        return new Replay(plan, progress, linux).run(ReplayIntervals.NONE, Long.MAX_VALUE);
    }

    private ReplayResult run(ReplayIntervals listener, long lengthNanos) throws IOException {
        Manner manner = plan.manner();
        try (TraceReader trace = TraceReader.open(plan.trace());
                Requests requests = new Requests(trace.documents(), plan.target(), manner.connectionPerRequest());
                ReceiveBuffer buffer = new ReceiveBuffer();
                Network network = new Network(linux, plan.target())) {
            refuseTimelessTrace(trace.header(), manner.arrivals());
            PrefixSequences prefix = new PrefixSequences(trace, manner.limits().requests());
            SequenceQueue queue = new SequenceQueue(prefix, manner.shard(), manner.arrivals());
            Instant startedAt = awaitStart();
            listener.began(trace.header(), startedAt);
            ThreadCpu before = ThreadCpu.now(linux); // reads a file: not while the schedule runs
            long startNanos = System.nanoTime();
            Session session = new Session(manner, network, requests, buffer, queue, startNanos);
            IntervalClock intervals = new IntervalClock(listener, session, lengthNanos, startNanos);
            long elapsedNanos = new ReplayLoop(session, progress, intervals, startNanos).run();
            GeneratorLoad load = ThreadCpu.now(linux).since(before, elapsedNanos);
            return result(session, trace, startedAt, elapsedNanos, load);
        }
    }

    /** All of its requests would be due at once. */
    private void refuseTimelessTrace(TraceHeader header, Arrivals arrivals) {
        if (arrivals instanceof Arrivals.OwnTimes && !header.hasTimes()) {
            throw new IllegalArgumentException(
                    plan.trace()
                            + ": a synthetic trace has no times of its own (--own-times); name a rate, or play it in a closed loop");
        }
    }

    /** Waits for the moment that the plan names; an interrupt ends the wait, and then the replay. */
    private Instant awaitStart() {
        if (plan.startAt().isPresent()) {
            Instant moment = plan.startAt().get();
            long nanos = Duration.between(Instant.now(), moment).toNanos();
            if (nanos < 0) {
                throw new IllegalArgumentException("the moment to start at, " + moment
                        + ", is over; name one that is still to come, by this machine's" + " clock, which says "
                        + Instant.now().truncatedTo(ChronoUnit.SECONDS));
            }
            while (nanos > 0 && !Thread.currentThread().isInterrupted()) {
                LockSupport.parkNanos(nanos);
                nanos = Duration.between(Instant.now(), moment).toNanos();
            }
        }
        return Instant.now();
    }

    private ReplayResult result(
            Session session, TraceReader trace, Instant startedAt, long elapsedNanos, GeneratorLoad load) {
        Recorder recorder = session.recorder;
        return new ReplayResult(
                GeneratorVersion.own(),
                plan.target().getHostString() + ":" + plan.target().getPort(),
                plan.manner(),
                trace.header(),
                startedAt,
                elapsedNanos,
                session.stopReason(),
                session.sequences(),
                recorder.requests(),
                recorder.bytes(),
                recorder.verified(),
                recorder.backlogged(),
                recorder.backloggedAtEnd(),
                recorder.madeAgainCount(),
                recorder.population().mean(elapsedNanos),
                recorder.statuses(),
                recorder.failures(),
                recorder.examples(),
                recorder.latencies(),
                recorder.unfinished(),
                session.network.connections(),
                session.network.maxOpenConnections(),
                load,
                session.clock.offset());
    }
}
