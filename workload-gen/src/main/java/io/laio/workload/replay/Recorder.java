package io.laio.workload.replay;

import io.laio.workload.trace.Document;
import java.util.EnumMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** What happened, counted. Belongs to one thread. */
final class Recorder {
    private static final int STATUS_LIMIT = 600;

    private final Latencies latencies = Latencies.empty();
    private final long[] statuses = new long[STATUS_LIMIT];
    private final Map<FailureClass, Long> failures = new EnumMap<>(FailureClass.class);
    private final Map<FailureClass, String> examples = new EnumMap<>(FailureClass.class);
    private long answered;
    private long failed;
    private long bytes;
    private long verified;

    /** A connection could first be written to after so long. */
    void connected(long nanos) {
        Latencies.record(latencies.connectTime(), nanos);
    }

    /** A response was complete and correct. */
    void answered(Exchange exchange, Timing timing, long nowNanos) {
        answered++;
        bytes += exchange.receivedBytes();
        verified += exchange.verified() ? 1 : 0;
        Latencies.record(latencies.responseTime(), nowNanos - timing.intendedNanos);
        Latencies.record(latencies.serviceTime(), nowNanos - timing.sentNanos);
        Latencies.record(latencies.scheduleLag(), timing.begunNanos - timing.intendedNanos);
    }

    void status(int status) {
        statuses[status]++;
    }

    void failed(FailureClass failure, Exchange exchange, Document document) {
        failed++;
        failures.merge(failure, 1L, Long::sum);
        examples.computeIfAbsent(failure, any -> exchange.kind() + " " + document.path() + ": " + exchange.detail());
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

    Latencies latencies() {
        return latencies;
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
        /** When the client began to make it. */
        long begunNanos;
        /** When it was sent. */
        long sentNanos;
    }
}
