package io.laio.workload.replay;

import io.laio.workload.replay.ReplayProgress.Snapshot;
import java.io.IOException;

/** The event loop: waits for all clients at once, and looks at the clock now and then. Belongs to one thread. */
final class ReplayLoop {
    // How late a deadline, the end of the time or an interrupt may be noticed, and how often progress is told.
    private static final int TICK_MILLIS = 50;
    private static final long TICK_NANOS = TICK_MILLIS * 1_000_000L;
    private static final long PROGRESS_NANOS = 1_000_000_000;
    private static final long NANOS_PER_MILLI = 1_000_000;

    private final Session session;
    private final Network network;
    private final ReplayProgress progress;
    private final Client[] clients;
    private long startNanos;
    private long nextTickNanos;
    private long nextProgressNanos;

    ReplayLoop(Session session, ReplayProgress progress) {
        this.session = session;
        this.network = session.network;
        this.progress = progress;
        this.clients = new Client[session.plan.clients()];
        for (int i = 0; i < clients.length; i++) {
            clients[i] = new Client(session, i);
        }
    }

    /** Plays until the queue is empty or the plan says stop; answers with the elapsed nanoseconds. */
    long run() throws IOException {
        startNanos = System.nanoTime();
        nextTickNanos = startNanos + TICK_NANOS;
        nextProgressNanos = startNanos + PROGRESS_NANOS;
        try {
            for (Client client : clients) {
                client.start();
            }
            while (network.openConnections() > 0 && !session.stopped()) {
                turn();
            }
            return System.nanoTime() - startNanos;
        } finally {
            for (Client client : clients) {
                client.abandon();
            }
        }
    }

    private void turn() throws IOException {
        int count = network.await(TICK_MILLIS);
        for (int i = 0; i < count && !session.stopped(); i++) {
            clients[network.token(i)].ready(network.flags(i));
        }
        long now = System.nanoTime();
        if (now - nextTickNanos >= 0) {
            nextTickNanos = now + TICK_NANOS;
            tick(now);
        }
    }

    private void tick(long nowNanos) throws IOException {
        long timeoutNanos = session.plan.timeoutMillis() * NANOS_PER_MILLI;
        for (Client client : clients) {
            client.checkDeadline(nowNanos, timeoutNanos);
        }
        long limitNanos = session.plan.maxDurationMillis() * NANOS_PER_MILLI;
        if (limitNanos > 0 && nowNanos - startNanos >= limitNanos) {
            session.stop(StopReason.TIME_LIMIT);
        }
        if (Thread.currentThread().isInterrupted()) {
            session.stop(StopReason.INTERRUPTED);
        }
        if (nowNanos - nextProgressNanos >= 0) {
            nextProgressNanos = nowNanos + PROGRESS_NANOS;
            tellProgress(nowNanos);
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
