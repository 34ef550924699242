package io.laio.testbed.disk.model.harddisk;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/** What the drive reaches first, among as many of the oldest as its command queue holds. */
final class ShortestPositioning implements Choice {
    /** Native command queueing (Serial ATA II, 2003): 32 commands. */
    private static final int COMMAND_QUEUE = 32;

    private final SequencedSet<Waiting> waiting = new LinkedHashSet<>();

    @Override
    public Collection<Waiting> waiting() {
        return waiting;
    }

    @Override
    public Waiting best(Drive drive, long sweptToBytes, long nowNanos) {
        Iterator<Waiting> each = waiting.iterator();
        Waiting best = each.next();
        long bestNanos = drive.positioningNanos(best.request(), nowNanos);
        for (int looked = 1; looked < COMMAND_QUEUE && each.hasNext(); looked++) {
            Waiting other = each.next();
            long nanos = drive.positioningNanos(other.request(), nowNanos);
            if (nanos < bestNanos) {
                best = other;
                bestNanos = nanos;
            }
        }
        return best;
    }
}
