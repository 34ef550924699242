package io.laio.workload.replay;

import io.laio.workload.trace.RequestSequence;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What all clients of a replay share: the queue of sequences, the network, the records. Belongs to one thread. */
final class Session {
    final Manner manner;
    final Network network;
    final Requests requests;
    final ReceiveBuffer buffer;
    final Recorder recorder = new Recorder();
    final ResponseHead head = new ResponseHead();
    final ServerClock clock = new ServerClock();
    final Alarms alarms;
    final Schedule schedule;

    /** How many clients have a request under way, or wait for the moment of one. */
    int active;

    private final SequenceQueue queue;
    private long sequences;
    private long requestsBegun;
    private @Nullable StopReason stopReason;

    /** Of a replay that begins at a moment, on the clock of System.nanoTime(). */
    Session(
            Manner manner,
            Network network,
            Requests requests,
            ReceiveBuffer buffer,
            SequenceQueue queue,
            long startNanos) {
        this.manner = manner;
        this.alarms = new Alarms(manner.clients());
        this.schedule = Schedule.of(manner.arrivals(), manner.shard(), startNanos);
        this.network = network;
        this.requests = requests;
        this.buffer = buffer;
        this.queue = queue;
    }

    /** Takes the next sequence from the queue; false if there is none, or no more is to be played. */
    boolean nextSequence(RequestSequence into) throws IOException {
        if (stopReason != null || !queue.next(into)) {
            return false;
        }
        sequences++;
        return true;
    }

    /** Counts a request, and tells whether its response is to be verified. */
    boolean beginRequest() {
        requestsBegun++;
        return manner.verifyEvery() > 0 && requestsBegun % manner.verifyEvery() == 0;
    }

    /** Called after a failure. */
    void checkFailures() {
        long maxFailures = manner.tolerance().maxFailures();
        if (maxFailures > 0 && recorder.failed() >= maxFailures) {
            stop(StopReason.TOO_MANY_FAILURES);
        }
    }

    /** Ends the replay; the first reason stays. */
    void stop(StopReason reason) {
        if (stopReason == null) {
            stopReason = reason;
        }
    }

    boolean stopped() {
        return stopReason != null;
    }

    /** Why the replay ended, once it has. */
    StopReason stopReason() {
        if (stopReason != null) {
            return stopReason;
        }
        return queue.requestsPassed() == manner.limits().requests() ? StopReason.REQUEST_LIMIT : StopReason.TRACE_END;
    }

    long sequences() {
        return sequences;
    }
}
