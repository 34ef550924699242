package io.laio;

import io.laio.linux.Epoll;
import io.laio.linux.Linux;
import io.laio.ring.IoUring;
import io.laio.ring.RingUnavailableException;

/** Chooses the engine that the options ask for, and builds it. What was opened is closed again if that fails. */
record Engines(BackgroundEngine engine, Engine kind, String reason) {
    /** What every engine is built from. */
    record Parts(
            Linux linux,
            LaioOptions options,
            OperationTable operations,
            LaioCounters counters,
            InFlight inFlight,
            DirectAttempt direct,
            WorkersFactory workers) {}

    /** Makes the workers that raise an event counter when there is something to collect. */
    @FunctionalInterface
    interface WorkersFactory {
        /** Makes them; threads are started when they are needed. */
        Workers make(int maxWorkers, Waker waker);
    }

    static Engines open(Parts parts, Waker waker, int wakeupFd) throws EngineUnavailableException {
        AtWorkers workers = new AtWorkers(parts.linux, parts.workers.make(parts.options.maxWorkers(), waker));
        if (parts.options.engine() == Engine.WORKERS) {
            return workers(parts, workers, wakeupFd, "");
        }
        try {
            return ring(parts, workers, wakeupFd);
        } catch (RingUnavailableException e) {
            if (parts.options.engine() == Engine.RING) {
                throw new EngineUnavailableException(e);
            }
            return workers(parts, workers, wakeupFd, String.valueOf(e.getMessage()));
        }
    }

    private static Engines ring(Parts parts, AtWorkers workers, int wakeupFd) throws RingUnavailableException {
        LaioOptions options = parts.options;
        IoUring ring = new IoUring(parts.linux, options.submissionEntries(), options.completionEntries());
        ring.limitWorkers(
                options.maxKernelWorkers()); // before 5.15 there is no limit to set, and nothing to do about it
        BackgroundEngine engine = new RingEngine(
                parts.linux, ring, parts.operations, parts.counters, parts.inFlight, parts.direct, workers, wakeupFd);
        return new Engines(engine, Engine.RING, "");
    }

    private static Engines workers(Parts parts, AtWorkers workers, int wakeupFd, String reason)
            throws EngineUnavailableException {
        BackgroundEngine engine = new WorkerEngine(parts.linux, parts.inFlight, parts.direct, workers, wakeupFd);
        return new Engines(engine, Engine.WORKERS, reason);
    }

    static int openWakeup(Linux linux) throws EngineUnavailableException {
        int fd = linux.eventfd(0, Epoll.EFD_NONBLOCK | Epoll.EFD_CLOEXEC);
        if (fd < 0) {
            throw new EngineUnavailableException("eventfd", -fd);
        }
        return fd;
    }
}
