package io.laio.comparison.contestant;

import com.fasterxml.jackson.databind.JsonNode;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.OperationStall;
import io.laio.comparison.results.StallBucket;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Adds up what the event loops of one server tell. */
final class LoopSum {
    private static final double NANOS_PER_MILLI = 1e6;

    /** Stands for the bound of the last class, which is null. */
    private static final long NO_BOUND = Long.MAX_VALUE;

    private final JsonNode loops;

    LoopSum(JsonNode loops) {
        this.loops = loops;
    }

    LoopStall stall() {
        JsonNode worst = worst();
        return new LoopStall(
                worst.path("longestBlockedNanos").asLong() / NANOS_PER_MILLI,
                millis("blockedNanos"),
                histogram(),
                millis("wallNanos"),
                millis("waitNanos"),
                millis("cpuNanos"),
                millis("runQueueNanos"),
                textOrNull(worst.path("longestBlockedOperation")),
                sum("turns"),
                turnsOver("1"),
                turnsOver("10"),
                turnsOver("100"),
                operations());
    }

    private JsonNode worst() {
        JsonNode worst = loops.get(0);
        for (JsonNode loop : loops) {
            if (loop.path("longestBlockedNanos").asLong()
                    > worst.path("longestBlockedNanos").asLong()) {
                worst = loop;
            }
        }
        return worst;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }

    private double millis(String field) {
        return sum(field) / NANOS_PER_MILLI;
    }

    private long sum(String field) {
        long sum = 0;
        for (JsonNode loop : loops) {
            sum += loop.path(field).asLong();
        }
        return sum;
    }

    private long turnsOver(String millis) {
        long sum = 0;
        for (JsonNode loop : loops) {
            sum += loop.path("blockedTurnsOverMillis").path(millis).asLong();
        }
        return sum;
    }

    private List<StallBucket> histogram() {
        SortedMap<Long, Long> turns = new TreeMap<>();
        for (JsonNode loop : loops) {
            for (JsonNode bucket : loop.path("blockedHistogram")) {
                turns.merge(
                        bucket.path("upToMicros").asLong(NO_BOUND),
                        bucket.path("turns").asLong(),
                        Long::sum);
            }
        }
        return turns.entrySet().stream()
                .map(entry -> new StallBucket(entry.getKey() == NO_BOUND ? null : entry.getKey(), entry.getValue()))
                .toList();
    }

    private SortedMap<String, OperationStall> operations() {
        SortedMap<String, OperationStall> operations = new TreeMap<>();
        for (JsonNode loop : loops) {
            loop.path("blockedOperations")
                    .properties()
                    .forEach(entry -> operations.merge(entry.getKey(), stall(entry.getValue()), LoopSum::both));
        }
        return operations;
    }

    private static OperationStall stall(JsonNode operation) {
        return new OperationStall(
                operation.path("longestNanos").asLong() / NANOS_PER_MILLI,
                operation.path("nanos").asLong() / NANOS_PER_MILLI);
    }

    private static OperationStall both(OperationStall one, OperationStall other) {
        return new OperationStall(Math.max(one.max(), other.max()), one.total() + other.total());
    }
}
