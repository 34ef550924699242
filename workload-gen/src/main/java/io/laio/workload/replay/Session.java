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
    private boolean atEnd;
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
            atEnd = stopReason == null;
            return false;
        }
        sequences++;
        return true;
    }

    /** The number in the trace of the sequence that was taken last. */
    long sequenceNumber() {
        return queue.number();
    }

    /** Whether all sequences have been taken: from now on clients have nothing left to do, one after the other. */
    boolean atEnd() {
        return atEnd;
    }

    /** Whether a response is to be verified: the same ones whoever plays the trace, and in however many shards. */
    boolean verifies(long sequenceNumber, int position) {
        int every = manner.verifyEvery();
        return every > 0 && Long.remainderUnsigned(Shard.mix(sequenceNumber) + position, every) == 0;
    }

    /**
     * Tells of the requests that were due by a moment and have not been begun: of those that nobody has taken, in the order
     * of the trace. What they would have been for is forgotten.
     */
    void tellUnmade(long endNanos) throws IOException {
        RequestSequence sequence = new RequestSequence();
        boolean due = true;
        while (due && queue.next(sequence)) {
            due = tellUnmade(sequence, 0, 0, endNanos);
        }
    }

    /** The same of one sequence from a position on; false if those that begin later were not due. */
    boolean tellUnmade(RequestSequence sequence, int from, long previousNanos, long endNanos) {
        long intended = previousNanos;
        for (int position = from; position < sequence.size(); position++) {
            intended = schedule.intended(sequence, position, intended, endNanos);
            if (intended - endNanos > 0) {
                return position > 0;
            }
            recorder.unmade(intended, endNanos);
        }
        return true;
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
