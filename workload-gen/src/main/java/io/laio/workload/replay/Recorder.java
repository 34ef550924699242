package io.laio.workload.replay;

import io.laio.workload.trace.Document;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.HdrHistogram.Histogram;

/** What happened, counted: since the last interval ended, and in all. Belongs to one thread. */
final class Recorder {
    private static final int STATUS_LIMIT = 600;

    private final Latencies interval = Latencies.empty();
    private final Latencies earlier = Latencies.empty();
    private final Population population = new Population();
    private final Histogram waited = Latencies.histogram(Unfinished.TAG);
    private final long[] statuses = new long[STATUS_LIMIT];
    private final Map<FailureClass, Long> failures = new EnumMap<>(FailureClass.class);
    private final Map<FailureClass, String> examples = new EnumMap<>(FailureClass.class);
    private long answered;
    private long failed;
    private long bytes;
    private long verified;
    private long backlogged;
    private long backloggedAtEnd;
    private long madeAgain;
    private long underWay;
    private long unmade;

    /** A request has been begun; at the trace's end, when clients have nothing left to do. */
    void begun(Timing timing, boolean atEnd) {
        if (timing.possibleNanos - timing.intendedNanos > 0) {
            backlogged++;
            backloggedAtEnd += atEnd ? 1 : 0;
        }
        population.enter(timing.intendedNanos, timing.begunNanos);
    }

    /** The server had closed the connection on which a request was sent, which is sent on another one. */
    void madeAgain() {
        madeAgain++;
    }

    /** A connection could first be written to after so long. */
    void connected(long nanos) {
        Latencies.record(interval.connectTime(), nanos);
    }

    /** A response was complete and correct. */
    void answered(Exchange exchange, Timing timing, long nowNanos) {
        population.leave(nowNanos);
        answered++;
        bytes += exchange.receivedBytes();
        verified += exchange.verified() ? 1 : 0;
        Latencies.record(interval.responseTime(), nowNanos - timing.intendedNanos);
        Latencies.record(interval.serviceTime(), nowNanos - timing.sentNanos);
        Latencies.record(interval.scheduleLag(), timing.begunNanos - timing.possibleNanos);
    }

    void status(int status) {
        statuses[status]++;
    }

    void failed(FailureClass failure, Exchange exchange, Document document, long nowNanos) {
        population.leave(nowNanos);
        failed++;
        failures.merge(failure, 1L, Long::sum);
        examples.computeIfAbsent(failure, any -> exchange.kind() + " " + document.path() + ": " + exchange.detail());
    }

    /** A request's end will not be seen. */
    void abandoned(Timing timing, long nowNanos) {
        population.leave(nowNanos);
        underWay++;
        Latencies.record(waited, nowNanos - timing.intendedNanos);
    }

    /** A request was due, and will not be begun. */
    void unmade(long intendedNanos, long nowNanos) {
        population.waited(nowNanos - intendedNanos);
        unmade++;
        Latencies.record(waited, nowNanos - intendedNanos);
    }

    /** The times since the last interval ended; valid until this one does. */
    Latencies interval() {
        return interval;
    }

    /** What comes now belongs to the next interval. */
    void endInterval() {
        interval.addTo(earlier);
        interval.reset();
    }

    /** The times in all. Ends the interval. */
    Latencies latencies() {
        endInterval();
        return earlier;
    }

    long requests() {
        return answered + failed;
    }

    long failed() {
        return failed;
    }

    long bytes() {
        return bytes;
    }

    long verified() {
        return verified;
    }

    /** How many requests were made after their moment, since no client was free, or theirs was not. */
    long backlogged() {
        return backlogged;
    }

    /** How many of them when there were clients without anything left to do. */
    long backloggedAtEnd() {
        return backloggedAtEnd;
    }

    long madeAgainCount() {
        return madeAgain;
    }

    Unfinished unfinished() {
        return new Unfinished(underWay, unmade, waited);
    }

    Population population() {
        return population;
    }

    Map<FailureClass, Long> failures() {
        return failures;
    }

    Map<FailureClass, String> examples() {
        return examples;
    }

    SortedMap<Integer, Long> statuses() {
        SortedMap<Integer, Long> seen = new TreeMap<>();
        for (int status = 0; status < STATUS_LIMIT; status++) {
            if (statuses[status] > 0) {
                seen.put(status, statuses[status]);
            }
        }
        return seen;
    }

    /** When the stages of a request were, on the clock of System.nanoTime(). Mutable, one for each client. */
    static final class Timing {
        /** When the request was to be made. */
        long intendedNanos;
        /** When its client could have begun it: not before the intended moment, and not before it was free. */
        long possibleNanos;
        /** When the client began to make it. */
        long begunNanos;
        /** When its connection was begun, if it has one of its own. */
        long connectNanos;
        /** When it was sent. */
        long sentNanos;
    }
}
