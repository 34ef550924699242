package io.laio.http.loop;

import java.util.ArrayDeque;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BooleanSupplier;

/**
 * One thread that waits for events and runs their handlers.
 *
 * <pre>
 *        +---------------------------------------------------------------+
 *        v                                                               |
 *     submit --- nothing ready ---> wait ---> dispatch ---> deadlines ---+
 *        |                                       ^
 *        +------ events ready -------------------+
 * </pre>
 *
 * <p>All methods but {@link #execute} and {@link #stop} belong to the loop's thread.
 */
public final class EventLoop {
    private final Poller poller;
    private final Clock clock;
    private final StallTracker tracker;
    private final Deadlines deadlines;
    private final ArrayDeque<Runnable> deferred = new ArrayDeque<>();
    private final ConcurrentLinkedQueue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Runnable turnStarted;
    private volatile boolean stopped;
    private long nowNanos;

    /**
     * Makes a loop; the calling thread is to run it.
     *
     * @param poller its wait
     * @param clock the time
     * @param tracker tracks how long it stands still
     * @param deadlines what must have happened by when
     * @param turnStarted runs at the beginning of every turn, before any handler
     */
    public EventLoop(Poller poller, Clock clock, StallTracker tracker, Deadlines deadlines, Runnable turnStarted) {
        this.poller = poller;
        this.clock = clock;
        this.tracker = tracker;
        this.deadlines = deadlines;
        this.turnStarted = turnStarted;
        this.nowNanos = clock.nanos();
    }

    /**
     * Makes a kind of deadline.
     *
     * @param durationNanos how long deadlines of this kind last
     * @return their queue
     */
    public DeadlineQueue deadlines(long durationNanos) {
        return deadlines.lasting(durationNanos);
    }

    /**
     * The time when this turn began.
     *
     * @return nanoseconds of the loop's clock
     */
    public long nowNanos() {
        return nowNanos;
    }

    /**
     * Runs a task in the next turn, after the events that are ready by then: how a handler that could go on for long lets
     * others have their turn.
     *
     * @param task what to run
     */
    public void defer(Runnable task) {
        deferred.addLast(task);
    }

    /**
     * Runs a task on the loop; may be called from any thread.
     *
     * @param task what to run
     */
    public void execute(Runnable task) {
        tasks.add(task);
        poller.wakeup();
    }

    /** Ends {@link #run} after the turn that is under way; may be called from any thread. */
    public void stop() {
        stopped = true;
        poller.wakeup();
    }

    /** Runs until it is stopped. */
    public void run() {
        while (!stopped) {
            turn();
        }
    }

    /**
     * Runs while there is something to do: how a thread that serves one connection at a time runs its loop, by turns with
     * waiting for the next connection.
     *
     * @param busy is asked before every turn
     */
    public void runWhile(BooleanSupplier busy) {
        while (busy.getAsBoolean()) {
            turn();
        }
    }

    private void turn() {
        if (poller.submit()) {
            tracker.turnWithoutWait();
        } else if (!stopped && tasks.isEmpty()) {
            tracker.waitStarts();
            poller.await(deferred.isEmpty() ? deadlines.nanosToNext(nowNanos) : 0);
            tracker.waitEnded();
        }
        nowNanos = clock.nanos();
        turnStarted.run();
        poller.dispatch();
        for (int count = deferred.size(); count > 0; count--) {
            deferred.removeFirst().run();
        }
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            task.run();
        }
        deadlines.expire(nowNanos);
    }
}
