package io.laio.workload.replay;

import io.laio.workload.trace.PrefixSequences;
import io.laio.workload.trace.RequestSequence;
import java.io.IOException;

/**
 * The sequences that a generator plays: those of its shard, with the pauses that the plan permits.
 *
 * <p>Pauses are shortened as they are in the whole trace, so all shards agree on the time of each sequence; and a limit of
 * requests is one of the whole trace too, of which a shard plays its part. Belongs to one thread.
 */
final class SequenceQueue {
    private final PrefixSequences prefix;
    private final Shard shard;
    private final long maxGapMillis;
    private long number = -1;
    private long lastStartMillis;
    private long shortenedStartMillis;

    SequenceQueue(PrefixSequences prefix, Shard shard, Arrivals arrivals) {
        this.prefix = prefix;
        this.shard = shard;
        this.maxGapMillis = arrivals instanceof Arrivals.OwnTimes own && own.maxGapMillis() > 0
                ? own.maxGapMillis()
                : Long.MAX_VALUE;
    }

    /** Takes the next; false if there is none. */
    boolean next(RequestSequence into) throws IOException {
        while (prefix.next(into)) {
            retime(into);
            number++;
            if (shard.has(number)) {
                return true;
            }
        }
        return false;
    }

    /** The number in the trace of the sequence that was taken last, from 0. */
    long number() {
        return number;
    }

    /** How many requests of the trace were passed, also for other shards. */
    long requestsPassed() {
        return prefix.requests();
    }

    /** Sequences are in the order of their beginnings; one that is not begins with the one before it. */
    private void retime(RequestSequence sequence) {
        long gapMillis = Math.max(0, sequence.startMillis() - lastStartMillis);
        lastStartMillis += gapMillis;
        shortenedStartMillis += Math.min(gapMillis, maxGapMillis);
        sequence.retime(shortenedStartMillis, maxGapMillis);
    }
}
