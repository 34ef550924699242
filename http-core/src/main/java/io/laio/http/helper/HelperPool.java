package io.laio.http.helper;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadline;
import io.laio.http.loop.DeadlineQueue;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The helpers of one kind, and the requests that wait for one of them. Confined to the loop.
 *
 * <pre>
 *   starting --started--> idle --request--> busy --done--> idle, or busy with the next that waits
 *       |                  | idle for long      |
 *       v lost             v                    v lost: another helper gets the request, once
 *      gone              retired               gone
 * </pre>
 *
 * <p>While requests wait there is a helper, or one is being started: where none can be had, nothing waits.
 */
final class HelperPool {
    /** The wait before the next start when two helpers in a row were lost before they did anything; then it doubles. */
    static final long MIN_PAUSE_NANOS = 10_000_000;

    static final long MAX_PAUSE_NANOS = MIN_PAUSE_NANOS << 10;

    /** How often it is looked whether the reserve may be filled again; the pauses between starts hold there too. */
    static final long REFILL_NANOS = 100_000_000;

    private final HelperKind kind;
    private final int limit;
    private final int kept;
    private final HelperSpawner spawner;
    private final Clock clock;
    private final DeadlineQueue idleDeadlines;
    private final DeadlineQueue refillDeadlines;
    private final Deadline refill = new Deadline(this::startMissing);
    private final HelperCounters counters;
    private final Consumer<String> warnings;
    private final Answered answered;
    private final List<Seat> running = new ArrayList<>();
    private final ArrayDeque<Seat> idle = new ArrayDeque<>();
    private final ArrayDeque<HelperRequest> waiting = new ArrayDeque<>();
    private int starting;
    private int lostInARow;
    private long pauseNanos;
    private long nextStartNanos;
    private boolean warnedOfStart;
    private boolean warnedOfDeath;
    private volatile List<Long> processes = List.of();

    HelperPool(
            HelperKind kind,
            HelperLimits limits,
            HelperSpawner spawner,
            Clock clock,
            DeadlineQueue idleDeadlines,
            DeadlineQueue refillDeadlines,
            HelperCounters counters,
            Consumer<String> warnings,
            Answered answered) {
        this.kind = kind;
        this.limit = limits.most(kind);
        this.kept = limits.kept(kind);
        this.spawner = spawner;
        this.clock = clock;
        this.idleDeadlines = idleDeadlines;
        this.refillDeadlines = refillDeadlines;
        this.counters = counters;
        this.warnings = warnings;
        this.answered = answered;
        this.nextStartNanos = clock.nanos();
    }

    /** Gets what has become of a request; may submit another, or the same again. */
    interface Answered {
        /** A helper has carried it out. */
        void done(HelperRequest request, int result);

        /** No helper will. */
        void abandoned(HelperRequest request);
    }

    /** Gives a request to a helper, now or when one is free; answers false if there is none to wait for. */
    boolean submit(HelperRequest request) {
        Seat free = idle.pollLast();
        if (free != null) {
            free.ask(request);
            return true;
        }
        waiting.addLast(request);
        startMissing();
        if (isDeserted()) {
            waiting.removeLast();
            return false;
        }
        counters.queued(waiting.size());
        return true;
    }

    private boolean isDeserted() {
        return running.isEmpty() && starting == 0;
    }

    /** Starts as many helpers as the reserve lacks, and one for every request that waits, up to the limit. */
    void startMissing() {
        while (mayStart() && (starting < waiting.size() || running.size() + starting < kept)) {
            starting++;
            counters.spawned++;
            spawner.spawn(kind, new Seat());
        }
        if (running.size() + starting < kept && !refill.isSet()) {
            refillDeadlines.set(refill, clock.nanos()); // nobody may ask for long, and the reserve is to be there then
        }
    }

    /** Starts no more helpers by itself. */
    void close() {
        refill.cancel();
    }

    private boolean mayStart() {
        return running.size() + starting < limit && clock.nanos() - nextStartNanos >= 0;
    }

    HelperStatistics statistics() {
        return counters.with(limit, running.size());
    }

    /** The processes of those helpers that have their own; may be asked from any thread. */
    List<Long> processes() {
        return processes;
    }

    private void tellProcesses() {
        processes = running.stream().map(Seat::processId).filter(id -> id != 0).toList();
    }

    private void warnOnce(boolean ofStart, String why) {
        if (ofStart && !warnedOfStart) {
            warnedOfStart = true;
            warnings.accept("a " + kind.label() + " helper could not be started: " + why
                    + "; while there is none the loop waits for the disk itself");
        } else if (!ofStart && !warnedOfDeath) {
            warnedOfDeath = true;
            warnings.accept("a " + kind.label() + " helper died: " + why
                    + "; another is started, and gets what this one was asked for (its next deaths are only counted)");
        }
    }

    /** Helpers that are of no use are not started one after the other without end. */
    private void pauseStarts() {
        if (lostInARow++ > 0) {
            pauseNanos = Math.clamp(2 * pauseNanos, MIN_PAUSE_NANOS, MAX_PAUSE_NANOS);
            nextStartNanos = clock.nanos() + pauseNanos;
        }
    }

    /** Gives a request whose helper has died to another one, before all that wait. */
    private void retry(HelperRequest request) {
        counters.retried++;
        Seat free = idle.pollLast();
        if (free == null) {
            waiting.addFirst(request);
        } else {
            free.ask(request);
        }
    }

    private void abandonWaiting() {
        while (isDeserted() && !waiting.isEmpty()) {
            answered.abandoned(waiting.removeFirst());
        }
    }

    /** One helper's place, from the beginning of its start to its end. */
    private final class Seat implements HelperListener {
        private final Deadline idleDeadline = new Deadline(this::idleForLong);
        private @Nullable Helper helper;
        private @Nullable HelperRequest request;
        private boolean useful;

        @Override
        public void started(Helper newHelper) {
            helper = newHelper;
            starting--;
            running.add(this);
            tellProcesses();
            takeNext();
        }

        private void takeNext() {
            HelperRequest next = waiting.pollFirst();
            if (next != null) {
                ask(next);
            } else {
                idle.addLast(this);
                idleDeadlines.set(idleDeadline, clock.nanos());
            }
        }

        void ask(HelperRequest next) {
            idleDeadline.cancel();
            request = next;
            counters.asked++;
            next.giveTo(present());
        }

        private Helper present() {
            Helper present = helper;
            if (present == null) {
                throw new IllegalStateException("a helper is used before it has started");
            }
            return present;
        }

        @Override
        public void done(int result) {
            HelperRequest carriedOut = request;
            if (carriedOut == null) {
                throw new IllegalStateException("a helper is done, and was asked for nothing");
            }
            request = null;
            useful = true;
            lostInARow = 0;
            pauseNanos = 0;
            takeNext();
            answered.done(carriedOut, result);
        }

        @Override
        public void lost(String why) {
            boolean hadStarted = helper != null;
            if (hadStarted) {
                leave();
            } else {
                starting--;
            }
            counters.died++;
            warnOnce(!hadStarted, why);
            if (!useful) {
                pauseStarts();
            }
            HelperRequest orphan = request;
            request = null;
            boolean fatal = orphan != null && ++orphan.deaths > 1;
            if (orphan != null && !fatal) {
                retry(orphan);
            }
            startMissing();
            if (orphan != null && fatal) {
                answered.abandoned(orphan);
            }
            abandonWaiting();
        }

        private void leave() {
            running.remove(this);
            idle.remove(this);
            idleDeadline.cancel();
            tellProcesses();
        }

        private void idleForLong() {
            if (running.size() > kept) {
                leave();
                counters.retired++;
                present().retire();
            }
        }

        private long processId() {
            return present().processId();
        }
    }
}
