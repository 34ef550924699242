package io.laio.workload.imports;

import java.util.Arrays;
import java.util.function.IntConsumer;

/**
 * Cuts a log's requests into sequences: those of one client host, each not more than the idle cut after the one before.
 *
 * <p>A log does not tell connections. The idle cut stands for the server's keep-alive time; hosts behind one address are
 * taken for one [U]. Sequences are in the order of their first requests.
 */
final class SequenceCutter {
    private static final int NONE = -1;

    private final LogEvents events;
    private final int[] next;
    private final int[] heads;
    private int sequences;

    SequenceCutter(LogEvents events, int[] inOrderOfTime, int hosts, long idleCutSeconds) {
        this.events = events;
        this.next = filled(events.size());
        this.heads = new int[inOrderOfTime.length];
        int[] lastOfHost = filled(hosts);
        for (int event : inOrderOfTime) {
            append(event, lastOfHost, idleCutSeconds);
        }
    }

    int sequences() {
        return sequences;
    }

    /** Calls with each event of a sequence, in order. */
    void forEach(int sequence, IntConsumer consumer) {
        for (int event = heads[sequence]; event != NONE; event = next[event]) {
            consumer.accept(event);
        }
    }

    int first(int sequence) {
        return heads[sequence];
    }

    private void append(int event, int[] lastOfHost, long idleCutSeconds) {
        int host = events.host(event);
        int last = lastOfHost[host];
        if (last == NONE || events.epochSeconds(event) - events.epochSeconds(last) > idleCutSeconds) {
            heads[sequences++] = event;
        } else {
            next[last] = event;
        }
        lastOfHost[host] = event;
    }

    private static int[] filled(int length) {
        int[] array = new int[length];
        Arrays.fill(array, NONE);
        return array;
    }
}
