package io.laio.workload.replay;

/**
 * Which part of a trace's sequences one of several generators plays. Each sequence is played whole, by exactly one of
 * them; which one depends on its number in the trace alone.
 *
 * @param index which part, from 0
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    /** All of a trace. */
    public static final Shard WHOLE = new Shard(0, 1);

    private static final int MOST = 10_000;

    /**
     * Checks the values.
     *
     * @throws IllegalArgumentException if there is no such part
     */
    public Shard {
        if (count < 1 || count > MOST || index < 0 || index >= count) {
            throw new IllegalArgumentException(
                    "a shard is one of 0/N to N-1/N with N up to " + MOST + ", not " + index + "/" + count);
        }
    }

    /** Hashed, so that what repeats in a trace is not dealt to always the same generator. */
    boolean has(long sequenceNumber) {
        return count == 1 || Long.remainderUnsigned(mix(sequenceNumber), count) == index;
    }

    /** The finaliser of SplitMix64 (Steele, Lea and Flood, OOPSLA 2014). */
    static long mix(long number) {
        long mixed = number + 0x9e3779b97f4a7c15L;
        mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }

    @Override
    public String toString() {
        return index + "/" + count;
    }
}
