package io.laio.workload.replay;

/**
 * Which client is to be woken when: a binary heap over arrays, so that setting an alarm allocates nothing. One alarm a
 * client at most. Moments are on the clock of System.nanoTime(), which may wrap around. Belongs to one thread.
 */
final class Alarms {
    /** What {@link #takeDue} answers if nobody is to be woken yet. */
    static final int NONE = -1;

    private final long[] moments;
    private final int[] tokens;
    private int size;

    Alarms(int clients) {
        moments = new long[clients];
        tokens = new int[clients];
    }

    boolean isEmpty() {
        return size == 0;
    }

    /** How long until the next, 0 if it is due; only if there is one. */
    long nanosUntilNext(long nowNanos) {
        return Math.max(0, moments[0] - nowNanos);
    }

    void set(int token, long momentNanos) {
        int at = size++;
        while (at > 0 && momentNanos - moments[(at - 1) / 2] < 0) {
            move((at - 1) / 2, at);
            at = (at - 1) / 2;
        }
        put(at, token, momentNanos);
    }

    /** Takes the client whose alarm is the earliest, if that is due; else {@link #NONE}. */
    int takeDue(long nowNanos) {
        if (size == 0 || moments[0] - nowNanos > 0) {
            return NONE;
        }
        int due = tokens[0];
        size--;
        sinkLast();
        return due;
    }

    /** Puts what was the last into the place of the first, and lets it sink to where it belongs. */
    private void sinkLast() {
        long moment = moments[size];
        int at = 0;
        int child = earlierChild(at);
        while (child < size && moments[child] - moment < 0) {
            move(child, at);
            at = child;
            child = earlierChild(at);
        }
        put(at, tokens[size], moment);
    }

    private int earlierChild(int at) {
        int left = 2 * at + 1;
        int right = left + 1;
        return right < size && moments[right] - moments[left] < 0 ? right : left;
    }

    private void move(int from, int to) {
        put(to, tokens[from], moments[from]);
    }

    private void put(int at, int token, long momentNanos) {
        moments[at] = momentNanos;
        tokens[at] = token;
    }
}
