package io.laio.http.loop;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * How long the loop stood still. A turn is everything between two waits; its time is split into time on a processor, time
 * ready to run while others ran, and the rest, in which the thread slept in the kernel: <b>blocked</b>. A turn in which the
 * thread never slept was not blocked, whatever else it waited for. This is the number that explains the study's results, so
 * it is the same code in every server.
 *
 * <p>Reading the thread's times costs two system calls, so turns that follow each other without a wait are taken together
 * until they last {@link #MIN_SPAN_NANOS}; what is blocked in one of them counts as blocked in a single turn, which errs on
 * the side of longer stalls. A turn shorter than {@link #MIN_TURN_NANOS} that ends in a wait counts as processor time.
 *
 * <p>A garbage collection stops the loop too. It is blocked time like any other, because clients wait; it has a name of its
 * own, so that nobody takes it for the disk's.
 *
 * <p>Written by the loop, read by others for statistics: values may be of slightly different moments.
 */
public final class StallTracker {
    /** Turns in a row are measured together up to this length. */
    public static final long MIN_SPAN_NANOS = 200_000;

    /** A turn that ends in a wait is measured from this length on: the fastest disks take longer than this for a read. */
    public static final long MIN_TURN_NANOS = 40_000;

    /** The name under which pauses count as what blocked the loop. */
    public static final String GARBAGE_COLLECTION = "garbage collection";

    /** Upper bounds of the histogram's classes of blocked time, in microseconds; the last class has none. */
    private static final long[] HISTOGRAM_MICROS = {
        100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000
    };

    private final Clock clock;
    private final ThreadTimes times;
    private final Pauses pauses;
    private final long[] histogram = new long[HISTOGRAM_MICROS.length + 1];
    private final StallShares shares = new StallShares();

    private long waitStartedNanos;
    private long startedNanos;
    private long startedCpuNanos;
    private long startedRunQueueNanos;
    private long startedSleeps;

    private long turns;
    private long wallNanos;
    private long waitNanos;
    private long cpuNanos;
    private long runQueueNanos;
    private long blockedNanos;
    private long longestBlockedNanos;
    private @Nullable String longestBlockedOperation;

    /**
     * Starts to track the calling thread.
     *
     * @param clock the time
     * @param times the thread's own times
     * @param pauses what stops the thread without being called by it
     */
    public StallTracker(Clock clock, ThreadTimes times, Pauses pauses) {
        this.clock = clock;
        this.times = times;
        this.pauses = pauses;
        sample(clock.nanos());
        waitStartedNanos = startedNanos;
    }

    /** The loop goes to wait. */
    public void waitStarts() {
        long now = clock.nanos();
        turns++;
        if (now - startedNanos < MIN_TURN_NANOS) {
            cpuNanos += now - startedNanos;
            wallNanos += now - startedNanos;
        } else {
            account(now);
        }
        shares.forgetSpan();
        waitStartedNanos = now;
    }

    /** The loop comes back from its wait. */
    public void waitEnded() {
        long now = clock.nanos();
        waitNanos += now - waitStartedNanos;
        wallNanos += now - waitStartedNanos;
        sample(now);
    }

    /** The loop begins another turn without having waited. */
    public void turnWithoutWait() {
        long now = clock.nanos();
        turns++;
        if (now - startedNanos >= MIN_SPAN_NANOS) {
            account(now);
            startFromReading(now);
        }
    }

    /**
     * Tells what the loop was doing. If the turn turns out to have been blocked, the longest is named, and the blocked time is
     * divided among those told.
     *
     * @param name a system call's name
     * @param nanos how long it took
     */
    public void operationTook(String name, long nanos) {
        shares.took(name, nanos);
    }

    private void account(long now) {
        times.read();
        long span = now - startedNanos;
        long cpu = Math.min(span, times.cpuNanos() - startedCpuNanos);
        long queued = Math.min(span - cpu, times.runQueueNanos() - startedRunQueueNanos);
        long blocked = times.sleeps() == startedSleeps ? 0 : span - cpu - queued;
        wallNanos += span;
        blockedNanos += blocked;
        runQueueNanos += queued;
        cpuNanos += span - queued - blocked;
        if (blocked > 0) {
            nameThePause(blocked);
            countBlocked(blocked);
        }
        shares.forgetSpan();
    }

    /** A pause falls into operations too, which then seem to have taken longer; those that wait for a disk remain the longest. */
    private void nameThePause(long blocked) {
        long paused = pauses.nanosInSpan();
        if (paused > 0) {
            shares.took(GARBAGE_COLLECTION, Math.min(paused, blocked));
        }
    }

    private void countBlocked(long blocked) {
        shares.blocked(blocked);
        int index = 0;
        while (index < HISTOGRAM_MICROS.length && blocked > HISTOGRAM_MICROS[index] * 1000) {
            index++;
        }
        histogram[index]++;
        if (blocked > longestBlockedNanos) {
            longestBlockedNanos = blocked;
            longestBlockedOperation = shares.longest();
        }
    }

    private void sample(long now) {
        times.read();
        startFromReading(now);
    }

    private void startFromReading(long now) {
        pauses.spanStarts();
        startedNanos = now;
        startedCpuNanos = times.cpuNanos();
        startedRunQueueNanos = times.runQueueNanos();
        startedSleeps = times.sleeps();
    }

    /**
     * What was tracked so far.
     *
     * @return a copy
     */
    public Stalls stalls() {
        return new Stalls(
                turns,
                wallNanos,
                waitNanos,
                cpuNanos,
                runQueueNanos,
                blockedNanos,
                longestBlockedNanos,
                longestBlockedOperation,
                shares.list(),
                HISTOGRAM_MICROS.clone(),
                histogram.clone());
    }

    /** Starts again from zero; called on the loop's thread. */
    public void reset() {
        turns = 0;
        wallNanos = 0;
        waitNanos = 0;
        cpuNanos = 0;
        runQueueNanos = 0;
        blockedNanos = 0;
        longestBlockedNanos = 0;
        longestBlockedOperation = null;
        shares.reset();
        Arrays.fill(histogram, 0);
    }
}
