package io.laio.http.connection;

import io.laio.http.protocol.Status;
import io.laio.linux.Memory;
import java.util.Arrays;

/** One loop's counters. Written by the loop, read by others for statistics. */
public final class Counters {
    private final long[] counts = new long[Counter.values().length];
    private final long[] responses = new long[Status.values().length];
    private long connectionsOpen;

    /** Makes counters that stand at zero. */
    public Counters() {}

    /**
     * Counts one.
     *
     * @param counter what
     */
    public void count(Counter counter) {
        add(counter, 1);
    }

    /**
     * Counts several.
     *
     * @param counter what
     * @param amount how many
     */
    public void add(Counter counter, long amount) {
        counts[index(counter)] += amount;
    }

    /**
     * Counts a response.
     *
     * @param status its status
     */
    public void countResponse(Status status) {
        responses[index(status)]++;
    }

    /**
     * Reads a counter.
     *
     * @param counter which
     * @return its value
     */
    public long get(Counter counter) {
        return counts[index(counter)];
    }

    /**
     * Reads how often a status was answered.
     *
     * @param status which
     * @return responses
     */
    public long responses(Status status) {
        return responses[index(status)];
    }

    /**
     * Says how many connections there are.
     *
     * @param connections served and lingering ones
     */
    public void setConnectionsOpen(long connections) {
        connectionsOpen = connections;
    }

    /**
     * How many connections there are: a level, which no reset changes.
     *
     * @return served and lingering ones
     */
    public long connectionsOpen() {
        return connectionsOpen;
    }

    /**
     * Takes off what others counted, levels aside: what was counted until a moment, added to all that is counted, leaves what is
     * counted since.
     *
     * @param other counters that may go on counting
     */
    public void subtract(Counters other) {
        for (int i = 0; i < counts.length; i++) {
            counts[i] -= other.counts[i];
        }
        for (int i = 0; i < responses.length; i++) {
            responses[i] -= other.responses[i];
        }
    }

    /**
     * How much memory {@link #store} needs.
     *
     * @return bytes, a multiple of 8
     */
    public static int bytes() {
        return (Counter.values().length + Status.values().length + 1) * Long.BYTES;
    }

    /**
     * Copies all values, levels too, to memory that other processes may read meanwhile: each value is written at once.
     *
     * @param address where {@link #bytes} bytes are, aligned to 8
     */
    public void store(long address) {
        long next = store(counts, address);
        Memory.putLong(store(responses, next), connectionsOpen);
    }

    private static long store(long[] values, long address) {
        for (int i = 0; i < values.length; i++) {
            Memory.putLong(address + (long) i * Long.BYTES, values[i]);
        }
        return address + (long) values.length * Long.BYTES;
    }

    /**
     * Takes over all values that were stored, levels too.
     *
     * @param address where {@link #store} has written, or zeros
     */
    public void load(long address) {
        long next = load(counts, address);
        connectionsOpen = Memory.getLong(load(responses, next));
    }

    private static long load(long[] values, long address) {
        for (int i = 0; i < values.length; i++) {
            values[i] = Memory.getLong(address + (long) i * Long.BYTES);
        }
        return address + (long) values.length * Long.BYTES;
    }

    /** Starts again from zero. */
    public void reset() {
        Arrays.fill(counts, 0);
        Arrays.fill(responses, 0);
    }

    @SuppressWarnings("EnumOrdinal") // an array of counters: nothing is looked up on the hot path
    private static int index(Enum<?> key) {
        return key.ordinal();
    }
}
