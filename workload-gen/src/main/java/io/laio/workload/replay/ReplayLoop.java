package io.laio.workload.replay;

import io.laio.workload.replay.ReplayProgress.Snapshot;
import java.io.IOException;

/** The event loop: waits for all clients at once, and looks at the clock now and then. Belongs to one thread. */
final class ReplayLoop {
    // How late a deadline, the end of the time or an interrupt may be noticed, and how often progress is told.
    private static final long TICK_NANOS = 50_000_000;
    private static final long PROGRESS_NANOS = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Session session;
    private final Network network;
    private final Alarms alarms;
    private final ReplayProgress progress;
    private final IntervalClock intervals;
    private final Client[] clients;
    private final long startNanos;
    private long nextTickNanos;
    private long nextProgressNanos;

    ReplayLoop(Session session, ReplayProgress progress, IntervalClock intervals, long startNanos) {
        this.session = session;
        this.network = session.network;
        this.alarms = session.alarms;
        this.progress = progress;
        this.intervals = intervals;
        this.startNanos = startNanos;
        this.clients = new Client[session.manner.clients()];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new Client(session, i);
        }
    }

    /** Plays until the queue is empty or the plan says stop; answers with the elapsed nanoseconds. */
    long run() throws IOException {
        nextTickNanos = startNanos + TICK_NANOS;
        nextProgressNanos = startNanos + PROGRESS_NANOS;
        try {
            stopIfInterrupted(); // also while it waited for its beginning
            boolean closed = session.manner.arrivals().isClosed();
            for (Client client : clients) {
                client.start(
                        closed ? System.nanoTime() : startNanos); // in an open loop all are free from the beginning
            }
            while (session.active > 0 && !session.stopped()) {
                turn();
            }
            long endNanos = System.nanoTime();
            intervals.end(endNanos);
            if (session.stopped()) {
                giveUp(endNanos, closed);
            }
            return endNanos - startNanos;
        } finally {
            abandonAll(System.nanoTime());
        }
    }

    /** Notes down what has not ended. In a closed loop nothing is due that was not begun. */
    private void giveUp(long endNanos, boolean closed) throws IOException {
        if (!closed) {
            for (Client client : clients) {
                client.tellUnmade(endNanos);
            }
            session.tellUnmade(endNanos);
        }
        abandonAll(endNanos);
    }

    private void abandonAll(long nowNanos) {
        for (Client client : clients) {
            client.abandon(nowNanos);
        }
    }

    private void turn() throws IOException {
        int count = network.await(timeoutNanos());
        for (int i = 0; i < count && !session.stopped(); i++) {
            clients[network.token(i)].ready(network.flags(i));
        }
        long now = System.nanoTime();
        if (!alarms.isEmpty()) {
            wake(now);
        }
        if (now - nextTickNanos >= 0) {
            nextTickNanos = now + TICK_NANOS;
            tick(now);
        }
    }

    /** In a closed loop nobody has an alarm but who was refused at once. */
    private long timeoutNanos() {
        return alarms.isEmpty() ? TICK_NANOS : Math.min(TICK_NANOS, alarms.nanosUntilNext(System.nanoTime()));
    }

    private void wake(long nowNanos) throws IOException {
        int token = alarms.takeDue(nowNanos);
        while (token != Alarms.NONE && !session.stopped()) {
            clients[token].due();
            token = alarms.takeDue(nowNanos);
        }
    }

    private void tick(long nowNanos) throws IOException {
        long timeoutNanos = session.manner.tolerance().timeoutMillis() * NANOS_PER_MILLI;
        for (Client client : clients) {
            client.checkDeadline(nowNanos, timeoutNanos);
        }
        long limitNanos = session.manner.limits().durationMillis() * NANOS_PER_MILLI;
        if (limitNanos > 0 && nowNanos - startNanos >= limitNanos) {
            session.stop(StopReason.TIME_LIMIT);
        }
        stopIfInterrupted();
        intervals.tick(nowNanos);
        if (nowNanos - nextProgressNanos >= 0) {
            nextProgressNanos = nowNanos + PROGRESS_NANOS;
            tellProgress(nowNanos);
        }
    }

    private void stopIfInterrupted() {
        if (Thread.currentThread().isInterrupted()) {
            session.stop(StopReason.INTERRUPTED);
        }
    }

    private void tellProgress(long nowNanos) {
        Recorder recorder = session.recorder;
        progress.at(new Snapshot(
                nowNanos - startNanos,
                recorder.requests(),
                recorder.failed(),
                recorder.bytes(),
                network.openConnections()));
    }
}
