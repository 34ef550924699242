package io.laio.simulation;

import io.laio.linux.Errno;
import io.laio.linux.Memory;
import java.util.ArrayList;
import java.util.List;

/** An io_uring instance: io_uring_setup(2), io_uring_enter(2). */
final class Ring extends Description {
    final Queues queues;

    private final Agenda agenda;
    private final Chance chance;
    private final Requests requests;
    private final boolean deferring;
    private final boolean refusesWhenOverflowing; // before 5.19
    private final List<Queues.Completion> deferred = new ArrayList<>();
    private boolean submitting;

    Ring(Machine machine, int sqEntries, int cqEntries, boolean deferring) {
        this.agenda = machine.agenda();
        this.chance = machine.chance();
        this.deferring = deferring;
        this.refusesWhenOverflowing = !deferring && chance.oneIn(2);
        this.queues = new Queues(sqEntries, cqEntries, chance.oneIn(2) ? 0 : -1 - chance.below(3 * sqEntries));
        this.requests = new Requests(machine, this::complete);
    }

    @Override
    int readiness() {
        return 0;
    }

    /** A request is complete. Out of its submission, the program's next entry is what brings it into the queue. */
    private void complete(long userData, int result, int flags) {
        Queues.Completion completion = new Queues.Completion(userData, result, flags);
        if (submitting || !deferring) {
            queues.post(completion);
        } else {
            deferred.add(completion);
            queues.flag(Uapi.IORING_SQ_TASKRUN, true);
        }
    }

    /** Says once more that a request is complete, as no kernel should. */
    void completeAgain(long userData) {
        queues.post(new Queues.Completion(userData, 1, 0));
    }

    private void runDeferred() {
        while (!deferred.isEmpty()) {
            queues.post(deferred.remove(firstOfItsRequest(chance.below(deferred.size()))));
        }
        queues.flag(Uapi.IORING_SQ_TASKRUN, false);
    }

    /** Requests overtake each other, but the completions of one multishot request keep their order. */
    private int firstOfItsRequest(int index) {
        for (int i = 0; i < index; i++) {
            if (deferred.get(i).userData() == deferred.get(index).userData()) {
                return i;
            }
        }
        return index;
    }

    long enter(int toSubmit, int minComplete, int flags, long argument) {
        if (toSubmit > 0 && refusesWhenOverflowing && queues.isOverflowing()) {
            collect();
            return -Errno.EBUSY;
        }
        int submitted = submit(toSubmit);
        if (submitted < toSubmit) {
            return submitted == 0 ? -Errno.EAGAIN : submitted;
        }
        if ((flags & Uapi.IORING_ENTER_GETEVENTS) == 0) {
            return submitted;
        }
        collect();
        long waited = minComplete > 0 ? await(minComplete, limit(flags, argument)) : 0;
        return submitted > 0 ? submitted : waited;
    }

    private int submit(int toSubmit) {
        int most = Math.min(toSubmit, queues.submitted());
        if (most < toSubmit) {
            throw new AssertionError("more entries are to be submitted than were published");
        }
        if (most > 0 && chance.strikes(Trouble.REFUSED)) {
            most = chance.below(most);
        }
        submitting = true;
        for (int i = 0; i < most; i++) {
            requests.take(queues.takeEntry());
        }
        submitting = false;
        return most;
    }

    private void collect() {
        queues.flushOverflow();
        runDeferred();
    }

    private long limit(int flags, long argument) {
        if ((flags & Uapi.IORING_ENTER_EXT_ARG) == 0) {
            return Agenda.NEVER;
        }
        long timespec = Memory.getLong(argument + 16); // struct io_uring_getevents_arg
        long nanos = timespec == 0 ? 0 : Memory.getLong(timespec) * 1_000_000_000 + Memory.getLong(timespec + 8);
        return timespec == 0 ? Agenda.NEVER : agenda.now() + nanos;
    }

    private long await(int minComplete, long deadline) {
        while (queues.ready() < minComplete) {
            if (chance.strikes(Trouble.SIGNAL)) {
                return -Errno.EINTR;
            }
            if (!agenda.await(deadline)) {
                return -Errno.ETIME;
            }
            collect();
        }
        return 0;
    }

    @Override
    void ended() {
        requests.end();
        queues.close();
    }
}
