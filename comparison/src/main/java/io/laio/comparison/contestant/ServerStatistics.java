package io.laio.comparison.contestant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.laio.comparison.results.LoopStall;
import io.laio.comparison.results.OperationCounts;
import java.io.IOException;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What one of our servers tells of its inside ({@code /.laio/stats}).
 *
 * @param engine how it carries out asynchronous calls
 * @param lazy whether it does so lazily: {@code on}, {@code direct}, {@code off} or {@code none}
 * @param requests requests it read
 * @param helpers what it tells of its helpers, by kind and name of the figure; empty if it has none
 * @param operations potentially blocking operations by name, and their sums as {@code network} and {@code disk}
 * @param stall its event loops' time; {@code null} if it has no event loop
 */
public record ServerStatistics(
        String engine,
        String lazy,
        long requests,
        SortedMap<String, SortedMap<String, Long>> helpers,
        SortedMap<String, OperationCounts> operations,
        @Nullable LoopStall stall) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final double NANOS_PER_MILLI = 1e6;

    /** Copies helpers and operations. */
    public ServerStatistics {
        helpers = Collections.unmodifiableSortedMap(new TreeMap<>(helpers));
        operations = Collections.unmodifiableSortedMap(new TreeMap<>(operations));
    }

    static ServerStatistics parse(byte[] json) throws IOException {
        JsonNode root = JSON.readTree(json);
        if (!root.path("operations").isObject() || !root.path("loops").isArray()) {
            throw new IOException("statistics without operations or loops: " + root);
        }
        return new ServerStatistics(
                root.path("engine").asText("none"),
                root.path("lazy").asText("none"),
                root.path("requests").asLong(),
                helpers(root.path("helpers")),
                operations(root.path("operations")),
                root.path("loops").isEmpty() ? null : new LoopSum(root.path("loops")).stall());
    }

    /** Whatever is a number, by kind of helper. */
    private static SortedMap<String, SortedMap<String, Long>> helpers(JsonNode node) {
        SortedMap<String, SortedMap<String, Long>> helpers = new TreeMap<>();
        node.properties().stream()
                .filter(entry -> entry.getValue().isObject())
                .forEach(entry -> helpers.put(entry.getKey(), numbers(entry.getValue())));
        return helpers;
    }

    private static SortedMap<String, Long> numbers(JsonNode node) {
        SortedMap<String, Long> numbers = new TreeMap<>();
        node.properties().stream()
                .filter(entry -> entry.getValue().isNumber())
                .forEach(entry -> numbers.put(entry.getKey(), entry.getValue().asLong()));
        return numbers;
    }

    private static SortedMap<String, OperationCounts> operations(JsonNode node) {
        SortedMap<String, OperationCounts> operations = new TreeMap<>();
        node.properties().forEach(entry -> operations.put(entry.getKey(), counts(entry.getValue())));
        return operations;
    }

    private static OperationCounts counts(JsonNode node) {
        return new OperationCounts(
                node.path("issued").asLong(),
                node.path("atOnce").isNumber() ? node.path("atOnce").asLong() : null,
                node.path("blocked").asLong(),
                node.path("blockedNanos").asLong() / NANOS_PER_MILLI);
    }
}
