package io.laio.workload.replay;

import io.laio.workload.trace.PrefixSequences;
import io.laio.workload.trace.RequestSequence;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** What all clients of a replay share: the queue of sequences, the network, the records. Belongs to one thread. */
final class Session {
    final ReplayPlan plan;
    final Network network;
    final Requests requests;
    final ReceiveBuffer buffer;
    final Recorder recorder = new Recorder();
    final ResponseHead head = new ResponseHead();
    private final PrefixSequences queue;
    private long sequences;
    private long requestsBegun;
    private @Nullable StopReason stopReason;

    Session(ReplayPlan plan, Network network, Requests requests, ReceiveBuffer buffer, PrefixSequences queue) {
        this.plan = plan;
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
        return plan.verifyEvery() > 0 && requestsBegun % plan.verifyEvery() == 0;
    }

    /** Called after a failure. */
    void checkFailures() {
        if (plan.maxFailures() > 0 && recorder.failed() >= plan.maxFailures()) {
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
        return queue.requests() == plan.maxRequests() ? StopReason.REQUEST_LIMIT : StopReason.TRACE_END;
    }

    long sequences() {
        return sequences;
    }
}
