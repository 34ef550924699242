package io.laio.workload.replay;

import io.laio.workload.trace.TraceHeader;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How a replay went.
 *
 * @param version of the generator
 * @param target the server, {@code host:port}
 * @param manner how it was played
 * @param trace the trace's header
 * @param startedAt when it began
 * @param elapsedNanos from its beginning to the end of its last response
 * @param stopReason why it ended
 * @param sequences how many sequences were begun
 * @param requests how many requests were answered correctly or failed
 * @param bytes content received in correct responses
 * @param verified how many responses were compared byte for byte
 * @param backlogged how many requests were made after their moment, because their client was not free; 0 in a closed loop
 * @param backloggedAtEnd how many of them when the trace was at its end, and clients had nothing left to do
 * @param madeAgain how many requests were made a second time, because the server closed a used connection before any answer came
 * @param meanInSystem how many requests were in the system, on average over the time: intended and not yet ended
 * @param statuses how often each status code came
 * @param failures how often each class of failure came; the others are absent
 * @param failureExamples one line about the first failure of each class
 * @param latencies times of the correct responses
 * @param unfinished what had no end when it was stopped
 * @param connections how many connections were begun
 * @param maxOpenConnections how many were open at once, at most
 * @param load what the generator took
 * @param clock how the generator's clock compares with the server's; empty if no verified answer had a date
 */
public record ReplayResult(
        String version,
        String target,
        Manner manner,
        TraceHeader trace,
        Instant startedAt,
        long elapsedNanos,
        StopReason stopReason,
        long sequences,
        long requests,
        long bytes,
        long verified,
        long backlogged,
        long backloggedAtEnd,
        long madeAgain,
        double meanInSystem,
        SortedMap<Integer, Long> statuses,
        Map<FailureClass, Long> failures,
        Map<FailureClass, String> failureExamples,
        Latencies latencies,
        Unfinished unfinished,
        long connections,
        int maxOpenConnections,
        GeneratorLoad load,
        Optional<ClockOffset> clock) {
    /** Keeps the maps unchangeable and in order. */
    public ReplayResult {
        statuses = Collections.unmodifiableSortedMap(new TreeMap<>(statuses));
        failures = ordered(failures);
        failureExamples = ordered(failureExamples);
    }

    /**
     * How many requests failed, of any class.
     *
     * @return their number
     */
    public long failed() {
        return failures.values().stream().mapToLong(Long::longValue).sum();
    }

    /**
     * Whether nothing came of any request, though some were made or due.
     *
     * @return true if none was answered and none failed
     */
    public boolean isUnanswered() {
        return requests == 0 && unfinished.count() > 0;
    }

    /**
     * Answers a second.
     *
     * @return correct responses a second
     */
    public double requestsPerSecond() {
        return (requests - failed()) * 1e9 / elapsedNanos;
    }

    /**
     * Throughput: content of correct responses.
     *
     * @return megabits (10^6 bits) a second
     */
    public double throughputMbps() {
        return bytes * 8e3 / elapsedNanos;
    }

    /**
     * Little's law: what it says of this result.
     *
     * @return both sides of it
     */
    public LittlesLaw littlesLaw() {
        return new LittlesLaw(
                meanInSystem, requestsPerSecond() * latencies.responseTime().getMean() / 1e9);
    }

    private static <V> Map<FailureClass, V> ordered(Map<FailureClass, V> map) {
        EnumMap<FailureClass, V> copy = new EnumMap<>(FailureClass.class);
        copy.putAll(map);
        return Collections.unmodifiableMap(copy);
    }
}
