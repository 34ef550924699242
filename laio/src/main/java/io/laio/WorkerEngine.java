package io.laio;

import io.laio.linux.Epoll;
import io.laio.linux.Errno;
import io.laio.linux.Linux;
import io.laio.ring.Abi;

/**
 * Carries operations out without io_uring. What a batch holds is tried without waiting, as io_uring does when a batch is
 * submitted; what would block waits until its descriptor is ready, if it can be polled, and else goes to a worker thread.
 *
 * <pre>
 *            +--------- would block, can be polled ------> waits for readiness --+
 *   started -+                                                    ^              | ready
 *            +-> tried on the loop ---- done                      |              v
 *            |        ^      +--- would block, a file ---> worker thread <--- tried again (eagerly: by a worker)
 *            +--------|--------- eagerly ----------------------^  |
 *                     +-------------------------------------------+ EAGAIN: waits for readiness; short: the rest
 * </pre>
 */
final class WorkerEngine implements BackgroundEngine {
    /** After how many turns readiness is asked for although there is enough to do: nobody starves. */
    private static final int FAIR_TURNS = 8;

    private final InFlight inFlight;
    private final DirectAttempt direct;
    private final Readiness readiness;
    private final AtWorkers workers;
    private final Resting resting;
    private final int wakeupFd;
    private final Linux linux;
    private final OperationQueue fresh = new OperationQueue();
    private final OperationQueue givenUp = new OperationQueue();
    private int turns;

    WorkerEngine(Linux linux, InFlight inFlight, DirectAttempt direct, AtWorkers workers, int wakeupFd)
            throws EngineUnavailableException {
        this.linux = linux;
        this.inFlight = inFlight;
        this.direct = direct;
        this.workers = workers;
        this.wakeupFd = wakeupFd;
        int epoll = linux.epollCreate(Epoll.EPOLL_CLOEXEC);
        if (epoll < 0) {
            throw new EngineUnavailableException("epoll_create1", -epoll);
        }
        this.resting = new Resting(linux);
        this.readiness = new Readiness(linux, epoll, wakeupFd);
    }

    @Override
    public boolean carries(int opcode) {
        return false;
    }

    @Override
    public int wakeupFd() {
        return wakeupFd;
    }

    @Override
    public boolean start(Operation op) {
        if (!inFlight.begin(op)) {
            return false;
        }
        fresh.addLast(op);
        return true;
    }

    @Override
    public void cancel(Operation op) {
        if (op.cancelled) {
            return;
        }
        op.cancelled = true;
        if (fresh.remove(op) || readiness.remove(op) || resting.remove(op)) {
            givenUp.addLast(op);
        } else if (op.withWorker) {
            workers.cancel(op);
        }
    }

    @Override
    public void advance(boolean waitsNext) {
        inFlight.tick();
        endGivenUp();
        wakeRested();
        tryFresh();
        collect();
        if (++turns % FAIR_TURNS == 0 || (!waitsNext && !inFlight.hasDone())) {
            poll(0);
        }
        inFlight.endBatch();
    }

    @Override
    public void await(long timeoutNanos) {
        if (readiness.takeWoken() || !fresh.isEmpty() || !givenUp.isEmpty()) {
            return;
        }
        poll(resting.limit(workers.limit(timeoutNanos)));
        readiness.takeWoken();
        inFlight.endBatch();
    }

    private void poll(long timeoutNanos) {
        readiness.await(timeoutNanos);
        inFlight.tick();
        for (Operation op = readiness.next(); op != null; op = readiness.next()) {
            op.refusals = 0;
            op.inVain++;
            if (op.eager) {
                giveToWorker(op);
            } else {
                settle(op, direct.attempt(op));
            }
        }
        collect();
    }

    private void endGivenUp() {
        for (Operation op = givenUp.pollFirst(); op != null; op = givenUp.pollFirst()) {
            inFlight.finish(op, Progress.outcome(op, -Errno.ECANCELED));
        }
    }

    private void wakeRested() {
        for (Operation op = resting.next(); op != null; op = resting.next()) {
            awaitReadiness(op);
        }
    }

    /** What is there now: what is started meanwhile waits for the next turn. */
    private void tryFresh() {
        for (int left = fresh.size(); left > 0; left--) {
            Operation op = fresh.pollFirst();
            if (op == null) {
                return;
            }
            begin(op);
        }
    }

    private void begin(Operation op) {
        if (op.eager) {
            giveToWorker(op);
        } else if (op.tried) {
            settle(op, -Errno.EAGAIN);
        } else if (direct.canTry(op)) {
            settle(op, direct.attempt(op));
        } else if (op.opcode == Abi.IORING_OP_ACCEPT) {
            beginAccept(op);
        } else {
            op.eager = true;
            goOn(op);
        }
    }

    /** A listener that would block the loop is awaited here, and a worker accepts. What does not listen is never ready. */
    private void beginAccept(Operation op) {
        long error = direct.whyNeverAccepts(op.fd);
        if (error < 0) {
            settle(op, error);
        } else {
            op.eager = true;
            goOn(op);
        }
    }

    private void collect() {
        workers.repeatInterruptions();
        for (Operation op = workers.collect(); op != null; op = workers.collect()) {
            inFlight.tick(); // it may have ended since the last look at the clock
            settle(op, op.stepResult);
        }
    }

    private void settle(Operation op, long result) {
        if (Progress.goesOn(op, result)) {
            goOn(op);
        } else {
            inFlight.finish(op, Progress.outcome(op, result));
        }
    }

    private void goOn(Operation op) {
        op.blocked = true;
        boolean polls = op.isPollable() || op.polling;
        op.polling = false;
        if (!polls) {
            giveToWorker(op);
        } else if (!resting.takes(op)) {
            awaitReadiness(op);
        }
    }

    private void awaitReadiness(Operation op) {
        int result = readiness.add(op);
        if (result == -Errno.EPERM) {
            op.unpollable = true;
            giveToWorker(op);
        } else if (result < 0) { // closed behind our back, or no memory: a call that cannot wait would spin
            inFlight.finish(op, Progress.outcome(op, result));
        }
    }

    private void giveToWorker(Operation op) {
        op.blocked = true;
        workers.start(op);
    }

    @Override
    public void close() {
        workers.close();
        readiness.close();
        linux.close(wakeupFd);
    }
}
