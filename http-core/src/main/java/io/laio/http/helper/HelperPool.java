package io.laio.http.helper;

import io.laio.http.loop.Clock;
import io.laio.http.loop.Deadline;
import io.laio.linux.Errno;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The helpers of one kind, and the requests that wait for one of them. Confined to the loop.
 *
 * <pre>
 *   starting --started--> idle --request--> busy --done--> idle, or busy with the next that waits
 *       |                  | idle for long      |      |
 *       v lost             v                    |      v lost: another helper gets the request, once
 *      gone              retired                |     gone
 *                                               v no answer in time: so does another, and then the request fails
 *                                             stuck --ended--> gone
 * </pre>
 *
 * <p>While requests wait there is a helper, or one is being started: where none can be had, nothing waits.
 *
 * <p>A helper that does not answer in time is killed, or left alone if it is a thread. What holds it may be the disk, which then
 * holds a killed process too, and would hold the loop: a request that two helpers did not answer fails. Stuck helpers are
 * replaced, but there are never more than twice as many as the limit; while all are stuck, requests fail at once.
 */
final class HelperPool {
    private final HelperKind kind;
    private final int limit;
    private final int kept;
    private final HelperSpawner spawner;
    private final Clock clock;
    private final HelperDeadlines deadlines;
    private final StartPauses pauses;
    private final Deadline refill = new Deadline(this::startMissing);
    private final HelperCounters counters;
    private final HelperWarnings warnings;
    private final Answered answered;
    private final List<Seat> running = new ArrayList<>();
    private final ArrayDeque<Seat> idle = new ArrayDeque<>();
    private final ArrayDeque<HelperRequest> waiting = new ArrayDeque<>();
    private int starting;
    private int stuck;
    private volatile List<Long> processes = List.of();

    HelperPool(
            HelperKind kind,
            HelperLimits limits,
            HelperSpawner spawner,
            Clock clock,
            HelperDeadlines deadlines,
            HelperCounters counters,
            HelperWarnings warnings,
            Answered answered) {
        this.kind = kind;
        this.limit = limits.most(kind);
        this.kept = limits.kept(kind);
        this.spawner = spawner;
        this.clock = clock;
        this.deadlines = deadlines;
        this.pauses = new StartPauses(clock);
        this.counters = counters;
        this.warnings = warnings;
        this.answered = answered;
    }

    /** Gets what has become of a request; may submit another, or the same again. */
    interface Answered {
        /** A helper has carried it out, or two did not in time: then the result is {@code -ETIMEDOUT}. */
        void done(HelperRequest request, int result);

        /** No helper will; see {@link #isStuck}. */
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

    /** Whether a request that were submitted now would have to wait for another one's helper. */
    boolean isFull() {
        return idle.isEmpty() && waiting.size() + running.size() >= limit;
    }

    /** Whether there is no helper because all hang: then the loop had better not do what they did. */
    boolean isStuck() {
        return isDeserted() && stuck > 0;
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
            deadlines
                    .refill()
                    .set(refill, clock.nanos()); // nobody may ask for long, and the reserve is to be there then
        }
    }

    /** Starts no more helpers by itself. */
    void close() {
        refill.cancel();
    }

    private boolean mayStart() {
        int living = running.size() + starting;
        return living < limit && living + stuck < 2 * limit && pauses.areOver();
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

    /** Gives a request whose helper has died or hangs to another one, before all that wait. */
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
        private final Deadline answerDeadline = new Deadline(this::hangs);
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
                deadlines.idle().set(idleDeadline, clock.nanos());
            }
        }

        void ask(HelperRequest next) {
            idleDeadline.cancel();
            request = next;
            counters.asked++;
            deadlines.answer().set(answerDeadline, clock.nanos());
            next.giveTo(present());
        }

        private Helper present() {
            Helper present = helper;
            if (present == null) {
                throw new IllegalStateException("a helper is used before it has started");
            }
            return present;
        }

        private HelperRequest takeRequest() {
            HelperRequest taken = request;
            if (taken == null) {
                throw new IllegalStateException("a helper answers, or does not, that was asked for nothing");
            }
            request = null;
            return taken;
        }

        @Override
        public void done(int result) {
            HelperRequest carriedOut = takeRequest();
            answerDeadline.cancel();
            useful = true;
            pauses.useful();
            takeNext();
            answered.done(carriedOut, result);
        }

        @Override
        public void lost(String why) {
            boolean hadStarted = helper != null;
            if (hadStarted) {
                leave();
                warnings.died(why);
            } else {
                starting--;
                warnings.notStarted(why);
            }
            counters.died++;
            if (!useful) {
                pauses.lost();
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

        private void hangs() {
            warnings.hangs(processId());
            leave();
            stuck++;
            counters.hung++;
            present().giveUp();
            HelperRequest late = takeRequest();
            boolean failed = ++late.hangs > 1;
            if (!failed) {
                retry(late);
            }
            startMissing();
            if (failed) {
                answered.done(late, -Errno.ETIMEDOUT);
            }
            abandonWaiting();
        }

        @Override
        public void ended() {
            stuck--;
            startMissing();
        }

        private void leave() {
            running.remove(this);
            idle.remove(this);
            idleDeadline.cancel();
            answerDeadline.cancel();
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
